//! Entity tags (RFC 9110, section 8.8.3).

use std::fmt::{self, Display};

use http::{HeaderMap, HeaderName, HeaderValue};
use xxhash_rust::xxh3::xxh3_128;

/// What tells one state of a resource from another.
///
/// Answers to GET by REST get one that is a digest of the body, so a caller that has read something
/// can ask whether it is still so without any work of yours. Give your own, by
/// [`Reply::etag`](crate::Reply::etag), where a revision is at hand: [`IfMatch`](crate::IfMatch)
/// compares the ones that callers send back with it.
///
/// ```
/// use tramline::ETag;
///
/// assert_eq!(ETag::of(&7).to_string(), r#""7""#);
/// assert_eq!(ETag::weak(&"2026-06-01").to_string(), r#"W/"2026-06-01""#);
/// // What cannot stand in a header is hashed.
/// assert_eq!(ETag::of(&"a \"quoted\" name").to_string().len(), 34);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ETag {
    weak: bool,
    text: String,
}

impl ETag {
    /// The tag of a revision: a number, a moment, whatever is another after every change.
    ///
    /// The revision is seen by callers. It is written as it is, unless it is long or has other than
    /// visible ASCII characters; then its digest is.
    pub fn of(revision: &(impl Display + ?Sized)) -> Self {
        let text = revision.to_string();
        let is_plain = text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'"');
        match is_plain && !text.is_empty() && text.len() <= 64 {
            true => Self { weak: false, text },
            false => Self::of_bytes(text.as_bytes()),
        }
    }

    /// The same for what is equal in meaning while its bytes may differ. Weak tags tell caches that
    /// nothing has changed, but no write can depend on them.
    pub fn weak(revision: &(impl Display + ?Sized)) -> Self {
        Self {
            weak: true,
            ..Self::of(revision)
        }
    }

    /// The tag of a body: 128 bits of its digest.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        Self {
            weak: false,
            text: format!("{:032x}", xxh3_128(bytes)),
        }
    }

    /// Reads one as it stands in a header, and what follows it.
    fn read(text: &str) -> Option<(Self, &str)> {
        let (weak, rest) = match text.strip_prefix("W/") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (text, rest) = rest.strip_prefix('"')?.split_once('"')?;
        let is_tag = text.bytes().all(|byte| byte > b' ' && byte != 0x7f);
        let text = text.to_owned();
        is_tag.then_some((Self { weak, text }, rest))
    }

    /// Reads one that is all of a header.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (tag, rest) = Self::read(text)?;
        rest.is_empty().then_some(tag)
    }

    /// As it stands in a header.
    pub(crate) fn header(&self) -> Option<HeaderValue> {
        HeaderValue::try_from(self.to_string()).ok()
    }
}

impl Display for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weak = if self.weak { "W/" } else { "" };
        write!(f, "{weak}\"{}\"", self.text)
    }
}

/// What `If-Match` or `If-None-Match` lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tags {
    /// `*`: whatever there is.
    Any,
    /// Any of these; none, where the header makes no sense, so that nothing is taken for granted.
    Listed(Vec<ETag>),
}

impl Tags {
    /// Reads all lines by that name; nothing, where there is none.
    pub(crate) fn read(headers: &HeaderMap, name: HeaderName) -> Option<Self> {
        let mut lines = headers.get_all(name).iter().peekable();
        lines.peek()?;
        let lines: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
        let text = lines.join(",");
        if text.trim() == "*" {
            return Some(Self::Any);
        }
        Some(Self::Listed(list(&text).unwrap_or_default()))
    }

    /// Whether one of these is `tag`, both being strong: they stand for the same bytes.
    pub(crate) fn have_strongly(&self, tag: &ETag) -> bool {
        match self {
            Self::Any => true,
            Self::Listed(tags) => !tag.weak && tags.contains(tag),
        }
    }

    /// Whether one of these is `tag`, weak or not: they stand for the same.
    pub(crate) fn have_weakly(&self, tag: &ETag) -> bool {
        match self {
            Self::Any => true,
            Self::Listed(tags) => tags.iter().any(|other| other.text == tag.text),
        }
    }
}

/// Reads tags between commas.
fn list(text: &str) -> Option<Vec<ETag>> {
    let mut tags = Vec::new();
    let mut rest = text.trim_matches([' ', '\t', ',']);
    while !rest.is_empty() {
        let (tag, behind) = ETag::read(rest)?;
        tags.push(tag);
        let behind = behind.trim_start_matches([' ', '\t']);
        if !behind.is_empty() && !behind.starts_with(',') {
            return None;
        }
        rest = behind.trim_start_matches([' ', '\t', ',']);
    }
    Some(tags)
}

#[cfg(test)]
mod tests {
    use http::header::IF_MATCH;
    use http::{HeaderMap, HeaderValue};

    use super::{ETag, Tags};

    fn read(lines: &[&'static str]) -> Option<Tags> {
        let lines = lines
            .iter()
            .map(|line| (IF_MATCH, HeaderValue::from_static(line)));
        Tags::read(&lines.collect::<HeaderMap>(), IF_MATCH)
    }

    #[test]
    fn tags_are_listed_or_any() {
        let listed = |tags: &[ETag]| Some(Tags::Listed(tags.to_vec()));
        let (a, b) = (ETag::of("a"), ETag::weak("b"));
        assert_eq!(read(&[]), None);
        assert_eq!(read(&["*"]), Some(Tags::Any));
        assert_eq!(read(&[" * "]), Some(Tags::Any));
        assert_eq!(read(&["\"a\""]), listed(std::slice::from_ref(&a)));
        let both = listed(&[a.clone(), b.clone()]);
        assert_eq!(read(&["\"a\", W/\"b\""]), both);
        assert_eq!(read(&["\"a\" ,,W/\"b\","]), both);
        assert_eq!(read(&["\"a\"", "W/\"b\""]), both);
        assert_eq!(read(&["\"a,b\""]), listed(&[ETag::of("a,b")]));
        for nonsense in [
            "",
            "a",
            "\"a",
            "a\"",
            "\"a\" \"b\"",
            "w/\"a\"",
            "*, \"a\"",
            "\"a b\"",
        ] {
            assert_eq!(read(&[nonsense]), listed(&[]), "{nonsense}");
        }
    }

    #[test]
    fn weak_tags_are_no_ground_for_writes() {
        let tags = |text: &str| Tags::Listed(super::list(text).unwrap());
        let check = |text: &str, tag: ETag, strongly, weakly| {
            let tags = tags(text);
            assert_eq!(tags.have_strongly(&tag), strongly, "{text} {tag}");
            assert_eq!(tags.have_weakly(&tag), weakly, "{text} {tag}");
        };
        // The table of RFC 9110, section 8.8.3.2.
        check("W/\"1\"", ETag::weak(&1), false, true);
        check("W/\"1\"", ETag::weak(&2), false, false);
        check("W/\"1\"", ETag::of(&1), false, true);
        check("\"1\"", ETag::weak(&1), false, true);
        check("\"1\"", ETag::of(&1), true, true);
        assert!(Tags::Any.have_strongly(&ETag::weak(&1)));
    }

    #[test]
    fn a_tag_can_stand_in_a_header() {
        for revision in ["", "a b", "é", "\"", "\r\n", &"x".repeat(65)] {
            let tag = ETag::of(revision);
            assert_eq!(tag.to_string().len(), 34, "{revision:?}");
            assert_eq!(ETag::parse(&tag.to_string()), Some(tag));
        }
        assert_eq!(ETag::of("a;b").to_string(), "\"a;b\"");
    }
}
