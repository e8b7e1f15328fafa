//! The input in a query string: `?i=` and base64url without padding (RFC 4648, section 5), or
//! `?j=` and percent-encoded JSON.

use bytes::Bytes;

use super::format::Media;
use crate::refusal::Refusal;

/// The inputs in `query`, encoded.
fn inputs(query: Option<&str>) -> impl Iterator<Item = (Media, &str)> {
    let pairs = query.unwrap_or_default().split('&');
    pairs.filter_map(|pair| match pair.split_once('=')? {
        ("i", text) => Some((Media::Postcard, text)),
        ("j", text) => Some((Media::Json, text)),
        _ => None,
    })
}

/// What the input in `query` is.
pub(super) fn media(query: Option<&str>) -> Option<Media> {
    inputs(query).next().map(|(media, _)| media)
}

/// The input in `query`; empty where the parameter is left out.
///
/// # Errors
///
/// When there are two inputs, when one is not encoded as it should be, and when it is longer than
/// `limit`.
pub(crate) fn from_query(query: Option<&str>, limit: u64) -> Result<Bytes, Refusal> {
    let mut inputs = inputs(query);
    let Some((media, text)) = inputs.next() else {
        return Ok(Bytes::new());
    };
    if inputs.next().is_some() {
        return Err(Refusal::Malformed);
    }
    let decoded = match media {
        Media::Postcard => from_base64url(text.as_bytes()),
        Media::Json => from_percents(text.as_bytes()),
    };
    let input = decoded.ok_or(Refusal::Malformed)?;
    if u64::try_from(input.len()).is_ok_and(|length| length > limit) {
        return Err(Refusal::BodyTooLarge);
    }
    Ok(input.into())
}

/// The value of one base64url character.
pub(crate) const fn sextet(character: u8) -> Option<u8> {
    Some(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

/// Decodes the one spelling that encoding gives: no padding, no stray bits.
fn from_base64url(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let mut bits = 0_u32;
    let mut count = 0_u32;
    for character in text {
        bits = bits << 6 | u32::from(sextet(*character)?);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    (count < 6 && bits == 0).then_some(bytes)
}

/// Decodes `%` and two digits. A `+` is refused: to forms it is a space, to addresses a plus, and a
/// caller's text must not depend on who is right.
fn from_percents(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(character) = rest.next() {
        bytes.push(match character {
            b'+' => return None,
            b'%' => digit(*rest.next()?)? << 4 | digit(*rest.next()?)?,
            other => *other,
        });
    }
    Some(bytes)
}

/// The value of a hexadecimal digit.
fn digit(character: u8) -> Option<u8> {
    char::from(character).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::from_query;
    use crate::refusal::Refusal;

    fn check(query: &str, expected: Result<&[u8], Refusal>) {
        let input = from_query(Some(query), 6);
        assert_eq!(
            input.as_deref().map_err(|refusal| *refusal),
            expected,
            "{query}"
        );
    }

    #[test]
    fn a_query_string_carries_one_input() {
        assert_eq!(from_query(None, 6).as_deref(), Ok(&[][..]));
        check("", Ok(b""));
        check("i=", Ok(b""));
        check("x=1&y", Ok(b""));
        check("i=Zg", Ok(b"f"));
        check("i=Zm8", Ok(b"fo"));
        check("i=Zm9v", Ok(b"foo"));
        check("v=3&i=Zm9vYmFy", Ok(b"foobar"));
        check("i=-_8", Ok(&[0xfb, 0xff]));

        check("j=", Ok(b""));
        check("j=null", Ok(b"null"));
        check("x=1&j=%5B%31%5d", Ok(b"[1]"));
        check("j=a=b", Ok(b"a=b"));
        check("j=%2B%26%25", Ok(b"+&%"));
        check("j=%C3%A9", Ok("é".as_bytes()));
        check("j=%ff", Ok(&[0xff]));

        for long in ["i=Zm9vYmFyYQ", "j=1234567", "j=%31234567"] {
            check(long, Err(Refusal::BodyTooLarge));
        }
        for malformed in [
            "i=Z",
            "i=Zh",
            "i=Zg==",
            "i=Zm9",
            "i=Zg%3D",
            "i=+w",
            "i=a b",
            "i=é",
            "i=Zg&i=Zg",
            "i=&i=",
            "i=Zg&j=null",
            "j=1&j=1",
            "j=1&i=",
            "j=+1",
            "j=%",
            "j=%2",
            "j=%2g",
            "j=%+1",
        ] {
            check(malformed, Err(Refusal::Malformed));
        }
    }
}
