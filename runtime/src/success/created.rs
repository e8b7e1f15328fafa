//! Something is new, and this is where.

use std::ops::Deref;

use cookie::Cookie;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::location;
use crate::reply::Reply;

/// A result that says: this is new, and it can be found there.
///
/// On REST it is answered with 201 and a `Location`, and documents say so. In the TypeScript client
/// the function returns its value, as if it returned a `T`.
///
/// ```
/// use tramline::Created;
///
/// struct Product {
///     id: u32,
/// }
///
/// async fn create_product() -> Created<Product> {
///     let product = Product { id: 7 };
///     Created::at(format!("/v2/products/{}", product.id), product)
/// }
/// # use futures_util::FutureExt as _;
/// # let created = create_product().now_or_never().unwrap();
/// assert_eq!(created.headers()["location"], "/v2/products/7");
/// assert_eq!(created.id, 7);
/// ```
///
/// It takes headers and cookies as a [`Reply`] does, and a `Reply` can be made of it, which has
/// the headers but is no news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created<T>(Reply<T>);

impl<T> Created<T> {
    /// `value` is new, and will be found at `location`: a path such as `/v2/products/7`, or a whole
    /// URL.
    ///
    /// What cannot stand in a URL is percent-encoded, so no text breaks the response. A `/` or a `?`
    /// that is part of a name is up to the caller.
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

    /// Another value at the same place, with the same headers.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Created<U> {
        Created(self.0.map(change))
    }
}

impl<T> Deref for Created<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<Created<T>> for Reply<T> {
    fn from(created: Created<T>) -> Self {
        created.0
    }
}
