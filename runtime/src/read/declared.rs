//! What the headers say of the body, before any of it is read.

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::format::{Format, JSON, MERGE_PATCH, Media, is_of_type};
use super::{is_in_query, query};
use crate::action::Encoding;
use crate::lines;
use crate::refusal::Refusal;

/// What a body is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Declared {
    /// Its length in bytes.
    pub(crate) length: Option<u64>,
    /// Whether it is said to be what the action speaks, as all but an empty body must be.
    pub(crate) typed: bool,
    /// What the input is, and so what answers it.
    pub(crate) format: Format,
}

impl Declared {
    /// Reads what the head of a request says of its input.
    ///
    /// # Errors
    ///
    /// As the two it consists of.
    pub(crate) fn read(head: &Parts, limit: u64, encoding: Encoding) -> Result<Self, Refusal> {
        if is_in_query(&head.method) {
            Self::of_query(head.uri.query(), encoding)
        } else {
            Self::of_body(&head.headers, limit, encoding)
        }
    }

    /// Of an input that has no body, or whose body is not looked at.
    pub(crate) const NONE: Self = Self {
        length: None,
        typed: false,
        format: Format::Json,
    };

    /// Of a body that has to be JSON, whatever the action speaks elsewhere; a merge patch (RFC
    /// 7396) as well, with `merge_patch`.
    ///
    /// # Errors
    ///
    /// As [`Declared::read`].
    pub(crate) fn of_json(
        headers: &HeaderMap,
        limit: u64,
        merge_patch: bool,
    ) -> Result<Self, Refusal> {
        let content_type = single(headers, &CONTENT_TYPE)?.map(HeaderValue::as_bytes);
        let is = |name| content_type.is_some_and(|content_type| is_of_type(content_type, name));
        let typed = is(JSON) || merge_patch && is(MERGE_PATCH);
        Ok(Self {
            length: checked_length(headers, limit, typed)?,
            typed,
            format: Format::Json,
        })
    }

    /// What the input is, of all that the head says.
    ///
    /// # Errors
    ///
    /// A repeated `Content-Type`, and what an action of this encoding does not speak.
    pub(crate) fn format(head: &Parts, encoding: Encoding) -> Result<Format, Refusal> {
        let media = if is_in_query(&head.method) {
            query::media(head.uri.query())
        } else {
            media(&head.headers)?
        };
        format(encoding, media)
    }

    /// Of an input in the query string, whose headers say nothing of it: what a cache stores under
    /// one address is one answer.
    ///
    /// # Errors
    ///
    /// An input that is not what an action of this encoding speaks.
    fn of_query(query: Option<&str>, encoding: Encoding) -> Result<Self, Refusal> {
        let media = query::media(query);
        Ok(Self {
            length: None,
            typed: media.is_some(),
            format: format(encoding, media)?,
        })
    }

    /// Of an input in a body.
    ///
    /// # Errors
    ///
    /// A repeated or malformed header, a coding that would have to be undone, a length over
    /// `limit`, and a body that is not what an action of this encoding speaks.
    fn of_body(headers: &HeaderMap, limit: u64, encoding: Encoding) -> Result<Self, Refusal> {
        let media = media(headers)?;
        let format = format(encoding, media)?;
        let typed = media.is_some();
        Ok(Self {
            length: checked_length(headers, limit, typed)?,
            typed,
            format,
        })
    }
}

/// The length of a body, `typed` or not, as far as it is declared.
///
/// # Errors
///
/// One over `limit`, or that makes no sense, of what is coded or not of a type that is taken.
fn checked_length(headers: &HeaderMap, limit: u64, typed: bool) -> Result<Option<u64>, Refusal> {
    let length = length(headers)?;
    if is_coded(headers) {
        return Err(Refusal::UnsupportedMediaType);
    }
    if length.is_some_and(|length| length > limit) {
        return Err(Refusal::BodyTooLarge);
    }
    if length.is_some_and(|length| length > 0) && !typed {
        return Err(Refusal::UnsupportedMediaType);
    }
    Ok(length)
}

fn format(encoding: Encoding, media: Option<Media>) -> Result<Format, Refusal> {
    match media {
        Some(media) => Format::of(encoding, media).ok_or(Refusal::UnsupportedMediaType),
        None => Ok(Format::unasked(encoding)),
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

/// What the body is said to be, where that is something that any action speaks.
fn media(headers: &HeaderMap) -> Result<Option<Media>, Refusal> {
    let value = single(headers, &CONTENT_TYPE)?;
    Ok(value.and_then(|value| Media::of(value.as_bytes())))
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
    use http::Request;

    use super::Declared;
    use crate::action::Encoding::{self, Json, Postcard};
    use crate::read::Format;
    use crate::refusal::Refusal;

    type Expected = Result<(Option<u64>, bool, Format), Refusal>;

    fn read(request: http::request::Builder, encoding: Encoding) -> Expected {
        let (head, ()) = request.body(()).unwrap().into_parts();
        let declared = Declared::read(&head, 100, encoding)?;
        Ok((declared.length, declared.typed, declared.format))
    }

    fn check_for(encoding: Encoding, headers: &[(&str, &str)], expected: Expected) {
        let mut request = Request::post("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert_eq!(read(request, encoding), expected, "{headers:?}");
    }

    fn check(headers: &[(&str, &str)], expected: Expected) {
        check_for(Postcard, headers, expected);
    }

    const POSTCARD: (&str, &str) = ("content-type", "application/postcard");
    const JSON: (&str, &str) = ("content-type", "application/json");

    #[test]
    fn headers_are_believed_only_when_they_make_sense() {
        let declared = |length, typed| Ok((length, typed, Format::Postcard));
        check(&[], declared(None, false));
        check(&[POSTCARD], declared(None, true));
        check(&[("content-length", "0")], declared(Some(0), false));
        check(
            &[POSTCARD, ("content-length", "100")],
            declared(Some(100), true),
        );
        check(
            &[POSTCARD, ("content-encoding", "Identity")],
            declared(None, true),
        );

        for length in ["101", "99999999999999999999999"] {
            check(
                &[POSTCARD, ("content-length", length)],
                Err(Refusal::BodyTooLarge),
            );
        }
        for nonsense in ["", "+1", "-1", "1, 1", "0x1", " "] {
            check(&[("content-length", nonsense)], Err(Refusal::Malformed));
        }
        for coding in ["gzip", "br", "identity, gzip", "x"] {
            check(
                &[POSTCARD, ("content-encoding", coding)],
                Err(Refusal::UnsupportedMediaType),
            );
        }
        check(&[POSTCARD, POSTCARD], Err(Refusal::DuplicateHeader));
        check(&[POSTCARD, JSON], Err(Refusal::DuplicateHeader));
        check(
            &[("content-length", "1"), ("content-length", "1")],
            Err(Refusal::DuplicateHeader),
        );
    }

    #[test]
    fn an_input_is_of_a_type_that_the_action_speaks() {
        let typed = |format| Ok((None, true, format));
        let refused = || Err(Refusal::UnsupportedMediaType);
        let postcard = ["application/postcard", "Application/Postcard ; v=1"];
        for text in postcard.map(|text| ("content-type", text)) {
            check_for(Postcard, &[text], typed(Format::Postcard));
            // Even without a body: the caller could not read what answers.
            check_for(Json, &[text], refused());
        }
        let json = ["application/json", "APPLICATION/JSON;charset=utf-8"];
        for text in json.map(|text| ("content-type", text)) {
            check_for(Postcard, &[text], typed(Format::LosslessJson));
            check_for(Json, &[text], typed(Format::Json));
        }
        let others = [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/json",
            "application/problem+json",
            "application/json, text/plain",
            "text/plain; a=application/json",
            "application/jsonp",
            "",
        ];
        for text in others.map(|text| ("content-type", text)) {
            for encoding in [Postcard, Json] {
                check_for(encoding, &[text, ("content-length", "1")], refused());
                check_for(encoding, &[("content-length", "1")], refused());
            }
            check_for(Postcard, &[text], Ok((None, false, Format::Postcard)));
            check_for(Json, &[text], Ok((None, false, Format::Json)));
        }
    }

    #[test]
    fn a_query_string_says_what_it_carries_and_headers_do_not() {
        let check = |query: &str, encoding, expected| {
            let request = Request::get(format!("/{query}")).header(JSON.0, JSON.1);
            assert_eq!(read(request, encoding), expected, "{query}");
        };
        check("?i=", Postcard, Ok((None, true, Format::Postcard)));
        check("?j=1", Postcard, Ok((None, true, Format::LosslessJson)));
        check("?x=1&j=1", Json, Ok((None, true, Format::Json)));
        check("?i=", Json, Err(Refusal::UnsupportedMediaType));
        check("", Postcard, Ok((None, false, Format::Postcard)));
        check("?x=1", Json, Ok((None, false, Format::Json)));
    }
}
