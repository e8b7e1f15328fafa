//! Header lines, of which a request may hold several by one name.

use http::{HeaderMap, HeaderName, HeaderValue};

/// The first line by that name, and whether there are more.
pub(crate) fn first<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> (Option<&'a HeaderValue>, bool) {
    // Two counts that the map keeps tell whether any name is repeated at all.
    if headers.len() == headers.keys_len() {
        return (headers.get(name), false);
    }
    let mut lines = headers.get_all(name).iter();
    (lines.next(), lines.next().is_some())
}

#[cfg(test)]
mod tests {
    use http::header::{ACCEPT, HOST, ORIGIN};
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::first;

    #[test]
    fn lines_are_told_apart_from_names() {
        let mut headers = HeaderMap::new();
        let check = |headers: &HeaderMap, name: HeaderName, expected: (Option<&str>, bool)| {
            let (value, more) = first(headers, &name);
            assert_eq!((value.map(|value| value.to_str().unwrap()), more), expected);
        };
        headers.append(HOST, HeaderValue::from_static("a"));
        check(&headers, HOST, (Some("a"), false));
        check(&headers, ORIGIN, (None, false));
        headers.append(ACCEPT, HeaderValue::from_static("x"));
        headers.append(ACCEPT, HeaderValue::from_static("y"));
        check(&headers, HOST, (Some("a"), false));
        check(&headers, ACCEPT, (Some("x"), true));
        check(&headers, ORIGIN, (None, false));
    }
}
