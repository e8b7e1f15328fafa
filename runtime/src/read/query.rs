//! The input in a query string: `?i=` and base64url without padding (RFC 4648, section 5).

use bytes::Bytes;

use crate::refusal::Refusal;

/// The parameter that carries the input.
const PARAMETER: &str = "i=";

/// The input in `query`; empty where the parameter is left out.
///
/// # Errors
///
/// When the parameter is repeated or not base64url, and when the input is longer than `limit`.
pub(crate) fn from_query(query: Option<&str>, limit: u64) -> Result<Bytes, Refusal> {
    let mut inputs = query
        .unwrap_or_default()
        .split('&')
        .filter_map(|pair| pair.strip_prefix(PARAMETER));
    let Some(text) = inputs.next() else {
        return Ok(Bytes::new());
    };
    if inputs.next().is_some() {
        return Err(Refusal::Malformed);
    }
    let input = decode(text.as_bytes()).ok_or(Refusal::Malformed)?;
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
fn decode(text: &[u8]) -> Option<Vec<u8>> {
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

        check("i=Zm9vYmFyYQ", Err(Refusal::BodyTooLarge));
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
        ] {
            check(malformed, Err(Refusal::Malformed));
        }
    }
}
