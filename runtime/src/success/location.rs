//! The header that says where something is.

use std::fmt::Write as _;

use http::header::LOCATION;
use http::{HeaderMap, HeaderValue};

/// Says that it is at `location`, in place of whatever was said before.
pub(super) fn set(headers: &mut HeaderMap, location: &str) {
    match HeaderValue::try_from(as_uri(location)) {
        Ok(value) => {
            headers.insert(LOCATION, value);
        }
        Err(_) => tracing::error!(location, "left out a location that is not one"),
    }
}

/// The same as a URI: what cannot stand in one is percent-encoded, and what is encoded stays so.
fn as_uri(location: &str) -> String {
    let bytes = location.as_bytes();
    let mut uri = String::with_capacity(bytes.len());
    for (index, &byte) in bytes.iter().enumerate() {
        if is_of_uris(byte) && (byte != b'%' || is_escape(&bytes[index + 1..])) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// The characters that RFC 3986 knows.
fn is_of_uris(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}

fn is_escape(rest: &[u8]) -> bool {
    matches!(rest, [first, second, ..] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::as_uri;

    #[test]
    fn a_location_is_a_uri_whatever_it_was_made_of() {
        let check = |location: &str, expected: &str| assert_eq!(as_uri(location), expected);
        check("/v2/products/7", "/v2/products/7");
        check("https://example.com/a?b=c#d", "https://example.com/a?b=c#d");
        check("/v2/products/größe 7", "/v2/products/gr%C3%B6%C3%9Fe%207");
        check("/v2/files/100%", "/v2/files/100%25");
        check("/v2/files/a%2Fb", "/v2/files/a%2Fb");
        check("/x\r\nset-cookie: a=b", "/x%0D%0Aset-cookie:%20a=b");
        check("/\0\"<>\\^`{|}\u{7f}", "/%00%22%3C%3E%5C%5E%60%7B%7C%7D%7F");
        check("", "");
    }
}
