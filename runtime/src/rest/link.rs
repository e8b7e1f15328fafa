//! Links to other answers (RFC 8288).

use http::HeaderValue;

/// A place that a result points to, for [`Reply::link`](crate::Reply::link).
///
/// ```
/// use tramline::{Link, Reply};
///
/// let reply = Reply::new(42).link(Link::new("/v2/products/7", "related"));
/// assert_eq!(reply.headers()["link"], r#"</v2/products/7>; rel="related""#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    target: String,
    relation: &'static str,
}

impl Link {
    /// A link to `target`, a path or a whole URL, which is the `relation` of the result, such as
    /// `next`.
    pub fn new(target: impl Into<String>, relation: &'static str) -> Self {
        Self {
            target: target.into(),
            relation,
        }
    }

    /// Where it leads.
    pub fn target(&self) -> &str {
        &self.target
    }

    /// As it stands in a header; not, where it cannot.
    pub(crate) fn header(&self) -> Option<HeaderValue> {
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
        let is_link = is_plain(&self.target)
            && !self.target.contains(['<', '>', '"'])
            && !self.relation.contains(['"', '\\']);
        let value =
            || HeaderValue::try_from(format!("<{}>; rel=\"{}\"", self.target, self.relation));
        is_link.then(value)?.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn a_link_cannot_smuggle_in_another() {
        let check = |target: &str, expected: Option<&str>| {
            let header = Link::new(target, "next").header();
            assert_eq!(
                header.as_ref().map(|header| header.to_str().unwrap()),
                expected
            );
        };
        check("/a?b=c%20d", Some("</a?b=c%20d>; rel=\"next\""));
        check("/a>; rel=\"prev\", <b", None);
        check("/a b", None);
        check("/a\r\nset-cookie: a=b", None);
        check("/é", None);
    }
}
