//! A result with headers.

use std::ops::Deref;

use cookie::Cookie;
use http::header::{ETAG, LINK, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::rest::{ETag, Link};

/// A result that adds headers and cookies to its response.
///
/// ```
/// use tramline::Reply;
/// use tramline::cookie::Cookie;
///
/// async fn sign_in(name: String) -> Reply<String> {
///     let session = Cookie::build(("session", "5f1c")).http_only(true).secure(true).path("/");
///     Reply::new(format!("Hello, {name}")).cookie(session)
/// }
/// # use futures_util::FutureExt as _;
/// # let reply = sign_in("Ada".into()).now_or_never().unwrap();
/// # assert_eq!(reply.headers()["set-cookie"], "session=5f1c; HttpOnly; Secure; Path=/");
/// ```
///
/// Replies say `cache-control: no-store` unless a header set here says otherwise. What describes
/// the encoding (`content-type`, `content-length`, `x-content-type-options`) is the runtime's and
/// cannot be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply<T> {
    value: T,
    // Boxed, because a result should not grow by the size of a map that is mostly empty.
    headers: Option<Box<HeaderMap>>,
}

impl<T> Reply<T> {
    /// The value alone.
    pub const fn new(value: T) -> Self {
        Self {
            value,
            headers: None,
        }
    }

    /// Adds a header, beside any of the same name.
    ///
    /// ```
    /// use tramline::Reply;
    /// use tramline::http::{HeaderValue, header::CACHE_CONTROL};
    ///
    /// let reply = Reply::new(42).header(CACHE_CONTROL, HeaderValue::from_static("max-age=30"));
    /// assert_eq!(reply.headers()["cache-control"], "max-age=30");
    /// ```
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers_mut().append(name, value);
        self
    }

    /// Sets a cookie.
    ///
    /// A value with a semicolon, which would end it and begin an attribute, and whatever cannot stand
    /// in a header, is left out, with an error in the log: encode what users chose.
    #[must_use]
    pub fn cookie(self, cookie: impl Into<Cookie<'static>>) -> Self {
        let cookie = cookie.into();
        let is_whole = !cookie.name().contains([';', '=']) && !cookie.value().contains(';');
        let header = HeaderValue::try_from(cookie.to_string()).ok();
        match header.filter(|_| is_whole) {
            Some(header) => self.header(SET_COOKIE, header),
            None => {
                tracing::error!(name = cookie.name(), "left out a cookie that is not one");
                self
            }
        }
    }

    /// Says which state of the result this is, in place of a digest of it; see [`ETag`].
    #[must_use]
    pub fn etag(mut self, tag: &ETag) -> Self {
        if let Some(tag) = tag.header() {
            self.headers_mut().insert(ETAG, tag);
        }
        self
    }

    /// Adds a link, if there is one: an `Option` of [`PageLinks`](crate::PageLinks), or a [`Link`].
    ///
    /// A link whose target cannot stand in a header is left out, with an error in the log.
    #[must_use]
    pub fn link(self, link: impl Into<Option<Link>>) -> Self {
        let Some(link) = link.into() else {
            return self;
        };
        match link.header() {
            Some(header) => self.header(LINK, header),
            None => {
                tracing::error!("left out a link that is not one");
                self
            }
        }
    }

    /// The headers so far.
    pub fn headers(&self) -> &HeaderMap {
        static NONE: std::sync::OnceLock<HeaderMap> = std::sync::OnceLock::new();
        match &self.headers {
            Some(headers) => headers,
            None => NONE.get_or_init(HeaderMap::new),
        }
    }

    pub(crate) fn headers_mut(&mut self) -> &mut HeaderMap {
        self.headers.get_or_insert_default()
    }

    /// The value, as a direct call from Rust wants it.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// Another value with the same headers.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reply<U> {
        Reply {
            value: change(self.value),
            headers: self.headers,
        }
    }

    pub(crate) fn into_parts(self) -> (T, Option<Box<HeaderMap>>) {
        (self.value, self.headers)
    }
}

impl<T> Deref for Reply<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> From<T> for Reply<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Reply;

    #[test]
    fn a_cookie_cannot_smuggle_in_attributes_or_headers() {
        let check = |name: &'static str, value: &'static str, expected: Option<&str>| {
            let reply = Reply::new(()).cookie((name, value));
            let header = reply.headers().get("set-cookie");
            assert_eq!(header.map(|header| header.to_str().unwrap()), expected);
        };
        check("theme", "dark", Some("theme=dark"));
        check("theme", "a=b", Some("theme=a=b"));
        check("theme", "dark; Domain=example.com", None);
        check("theme", "dark\r\nset-cookie: a=b", None);
        check("theme; Secure", "dark", None);
    }
}
