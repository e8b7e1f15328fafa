//! Something has been taken on, and is not done yet.

use std::ops::Deref;

use cookie::Cookie;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::location;
use crate::reply::Reply;

/// A result that says: this has been taken on, and will be done later.
///
/// On REST it is answered with 202, and documents say so. In the TypeScript client the function
/// returns its value, as if it returned a `T`.
///
/// ```
/// use tramline::Accepted;
///
/// struct Export {
///     id: u32,
/// }
///
/// async fn export_products() -> Accepted<Export> {
///     let export = Export { id: 7 };
///     Accepted::at(format!("/v2/exports/{}", export.id), export)
/// }
/// # use futures_util::FutureExt as _;
/// # let accepted = export_products().now_or_never().unwrap();
/// assert_eq!(accepted.headers()["location"], "/v2/exports/7");
/// ```
///
/// It takes headers and cookies as a [`Reply`] does, and a `Reply` can be made of it, which has
/// the headers but says that all is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted<T>(Reply<T>);

impl<T> Accepted<T> {
    /// What is known now of what will be done.
    pub const fn new(value: T) -> Self {
        Self(Reply::new(value))
    }

    /// The same, where callers can find out at `location` how far it has come: a path such as
    /// `/v2/exports/7`, or a whole URL. It is encoded as in [`Created::at`](super::Created::at).
    pub fn at(location: impl AsRef<str>, value: T) -> Self {
        let mut reply = Reply::new(value);
        location::set(reply.headers_mut(), location.as_ref());
        Self(reply)
    }

    /// Adds a header, beside any of the same name.
    #[must_use]
    pub fn header(self, name: HeaderName, value: HeaderValue) -> Self {
        Self(self.0.header(name, value))
    }

    /// Sets a cookie, as [`Reply::cookie`] does.
    #[must_use]
    pub fn cookie(self, cookie: impl Into<Cookie<'static>>) -> Self {
        Self(self.0.cookie(cookie))
    }

    /// The headers so far.
    pub fn headers(&self) -> &HeaderMap {
        self.0.headers()
    }

    /// The value, as a direct call from Rust wants it.
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }

    /// Another value with the same headers.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Accepted<U> {
        Accepted(self.0.map(change))
    }
}

impl<T> Deref for Accepted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<Accepted<T>> for Reply<T> {
    fn from(accepted: Accepted<T>) -> Self {
        accepted.0
    }
}
