//! What the headers say of the body, before any of it is read.

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::lines;
use crate::refusal::Refusal;

/// The media type of inputs, results and declared errors.
pub(crate) const POSTCARD: &str = "application/postcard";

/// What a body is said to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Declared {
    /// Its length in bytes.
    pub(crate) length: Option<u64>,
    /// Whether it is said to be postcard, as all but an empty body must be.
    pub(crate) typed: bool,
}

impl Declared {
    /// Reads the headers.
    ///
    /// # Errors
    ///
    /// A repeated or malformed header, a coding that would have to be undone, a length over
    /// `limit`, and a body that is not postcard.
    pub(crate) fn read(headers: &HeaderMap, limit: u64) -> Result<Self, Refusal> {
        let length = length(headers)?;
        let typed = typed(headers)?;
        if is_coded(headers) {
            return Err(Refusal::UnsupportedMediaType);
        }
        if length.is_some_and(|length| length > limit) {
            return Err(Refusal::BodyTooLarge);
        }
        if length.is_some_and(|length| length > 0) && !typed {
            return Err(Refusal::UnsupportedMediaType);
        }
        Ok(Self { length, typed })
    }
}

fn length(headers: &HeaderMap) -> Result<Option<u64>, Refusal> {
    let Some(value) = single(headers, &CONTENT_LENGTH)? else {
        return Ok(None);
    };
    let digits = value.as_bytes();
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(Refusal::Malformed);
    }
    // Digits that make no u64 are a length over every limit.
    let length = digits.iter().fold(0_u64, |length, digit| {
        length
            .saturating_mul(10)
            .saturating_add((digit - b'0').into())
    });
    Ok(Some(length))
}

fn typed(headers: &HeaderMap) -> Result<bool, Refusal> {
    let Some(value) = single(headers, &CONTENT_TYPE)? else {
        return Ok(false);
    };
    if value == POSTCARD {
        return Ok(true);
    }
    let essence = value.as_bytes().split(|byte| *byte == b';').next();
    Ok(essence.is_some_and(|essence| {
        essence
            .trim_ascii()
            .eq_ignore_ascii_case(POSTCARD.as_bytes())
    }))
}

fn is_coded(headers: &HeaderMap) -> bool {
    match lines::first(headers, &CONTENT_ENCODING) {
        (None, _) => false,
        (Some(coding), more) => more || !coding.as_bytes().eq_ignore_ascii_case(b"identity"),
    }
}

/// The only line by that name.
fn single<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> Result<Option<&'a HeaderValue>, Refusal> {
    match lines::first(headers, name) {
        (_, true) => Err(Refusal::DuplicateHeader),
        (line, false) => Ok(line),
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::Declared;
    use crate::refusal::Refusal;

    fn check(headers: &[(&'static str, &'static str)], expected: Result<Declared, Refusal>) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        assert_eq!(Declared::read(&map, 100), expected, "{headers:?}");
    }

    #[test]
    fn headers_are_believed_only_when_they_make_sense() {
        let declared = |length, typed| Ok(Declared { length, typed });
        let postcard = ("content-type", "application/postcard");
        check(&[], declared(None, false));
        check(&[postcard], declared(None, true));
        check(
            &[("content-type", "Application/Postcard ; v=1")],
            declared(None, true),
        );
        check(&[("content-length", "0")], declared(Some(0), false));
        check(
            &[postcard, ("content-length", "100")],
            declared(Some(100), true),
        );
        check(
            &[postcard, ("content-encoding", "Identity")],
            declared(None, true),
        );

        check(
            &[postcard, ("content-length", "101")],
            Err(Refusal::BodyTooLarge),
        );
        check(
            &[postcard, ("content-length", "99999999999999999999999")],
            Err(Refusal::BodyTooLarge),
        );
        for nonsense in ["", "+1", "-1", "1, 1", "0x1", " "] {
            check(&[("content-length", nonsense)], Err(Refusal::Malformed));
        }
        check(
            &[("content-length", "1")],
            Err(Refusal::UnsupportedMediaType),
        );
        check(
            &[
                ("content-length", "1"),
                ("content-type", "application/json"),
            ],
            Err(Refusal::UnsupportedMediaType),
        );
        for coding in ["gzip", "br", "identity, gzip", "x"] {
            check(
                &[postcard, ("content-encoding", coding)],
                Err(Refusal::UnsupportedMediaType),
            );
        }
        check(&[postcard, postcard], Err(Refusal::DuplicateHeader));
        check(
            &[("content-length", "1"), ("content-length", "1")],
            Err(Refusal::DuplicateHeader),
        );
    }
}
