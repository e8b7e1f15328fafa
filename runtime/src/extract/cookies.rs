//! The cookies that came with the request.

use std::convert::Infallible;

use cookie::{Cookie, CookieJar};
use http::header::COOKIE;

use super::{Extract, RequestParts};

/// The caller's cookies; a [`Reply`](crate::Reply) sets them.
///
/// A cookie line that is not one is passed over. Of two cookies with one name, the last counts.
#[derive(Clone, Debug, Default)]
pub struct Cookies(CookieJar);

impl Cookies {
    /// The value of the cookie `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(Cookie::value)
    }

    /// The same as `cookie`'s own type, with which signed and encrypted cookies are read.
    pub fn jar(&self) -> &CookieJar {
        &self.0
    }
}

impl<S: Send + Sync> Extract<S> for Cookies {
    type Rejection = Infallible;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Infallible> {
        let mut jar = CookieJar::new();
        let lines = request.headers().get_all(COOKIE).iter();
        for line in lines.filter_map(|line| line.to_str().ok()) {
            for cookie in Cookie::split_parse(line).flatten() {
                jar.add_original(cookie.into_owned());
            }
        }
        Ok(Self(jar))
    }
}
