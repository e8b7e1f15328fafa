//! Percent-encoding (RFC 3986, section 2.1), and what HTML's forms make of it in queries.

use std::borrow::Cow;

/// The text of a segment of a path; nothing, where it is not UTF-8, or holds what no segment can
/// without being taken for something else further on: a slash or a null.
pub(crate) fn segment(text: &str) -> Option<Cow<'_, str>> {
    let text = decode(text, false)?;
    (!text.contains(['/', '\0'])).then_some(text)
}

/// The text of a name or a value in a query, where a `+` is a space; nothing, where it is not
/// UTF-8.
pub(crate) fn query(text: &str) -> Option<Cow<'_, str>> {
    decode(text, true)
}

/// Adds `text` to a query, so that [`query`] finds it again.
pub(crate) fn push(query: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            query.push(char::from(byte));
        } else {
            query.push('%');
            query.push(char::from(DIGITS[usize::from(byte >> 4)]));
            query.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

fn decode(text: &str, plus_is_space: bool) -> Option<Cow<'_, str>> {
    if !text.contains(['%', '+']) {
        return Some(text.into());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' if plus_is_space => b' ',
            b'%' => digit(rest.next()?)? << 4 | digit(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

/// The value of a hexadecimal digit.
fn digit(character: u8) -> Option<u8> {
    char::from(character).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::{push, query, segment};

    #[test]
    fn a_segment_is_one_text() {
        let check = |text, expected: Option<&str>| {
            assert_eq!(segment(text).as_deref(), expected, "{text}");
        };
        check("plain", Some("plain"));
        check("a%20b", Some("a b"));
        check("a+b", Some("a+b"));
        check("%C3%A9%c3%a9", Some("éé"));
        check("%25", Some("%"));
        check("%2e%2E", Some(".."));
        for refused in [
            "%2F", "a%2fb", "%00", "%", "%2", "%2g", "%ff", "%C3", "%+1", "%é",
        ] {
            check(refused, None);
        }
    }

    #[test]
    fn a_query_has_spaces_as_forms_write_them() {
        let check = |text, expected: Option<&str>| {
            assert_eq!(query(text).as_deref(), expected, "{text}");
        };
        check("a+b%20c%2B", Some("a b c+"));
        check("a/b%2F%00", Some("a/b/\0"));
        for refused in ["%", "%f", "%zz", "%ff"] {
            check(refused, None);
        }
    }

    #[test]
    fn what_is_pushed_is_found_again() {
        for text in ["", "plain-._~", "a b+c&d=e%f#", "é\0/"] {
            let mut pushed = String::new();
            push(&mut pushed, text);
            assert!(pushed.is_ascii(), "{pushed}");
            assert_eq!(query(&pushed).as_deref(), Some(text));
        }
    }
}
