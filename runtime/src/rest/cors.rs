//! Pages of other origins, that are let in by name.
//!
//! Only routes on which nobody, or a program by a token or a key, says who it is are shared, and
//! never with credentials: what a browser adds of its own accord opens nothing here.

use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, VARY,
};
use http::{HeaderMap, HeaderValue, Method};

use super::Authentication;
use super::table::{Functions, methods};

/// What a page may read of an answer, beside what every page may.
const EXPOSED: HeaderValue = HeaderValue::from_static(
    "etag, link, location, retry-after, deprecation, sunset, x-request-id",
);

/// For how many seconds a browser need not ask again.
const MAX_AGE: HeaderValue = HeaderValue::from_static("600");

/// What answers of a shared route say.
pub(crate) struct Shared {
    /// The origin that asks, where it is let in.
    pub(crate) origin: Option<HeaderValue>,
}

impl Shared {
    /// Adds to the headers of an answer.
    pub(super) fn mark(&self, headers: &mut HeaderMap) {
        headers.append(VARY, HeaderValue::from_static("origin"));
        if let Some(origin) = &self.origin {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
            headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }
}

/// Adds to the answer to a browser that asks beforehand what a page of `origin` may do.
pub(crate) fn preflight(
    functions: &Functions,
    request: &HeaderMap,
    origin: &HeaderValue,
    headers: &mut HeaderMap,
) {
    let asked = request.get(ACCESS_CONTROL_REQUEST_METHOD);
    let asked = asked.and_then(|method| Method::from_bytes(method.as_bytes()).ok());
    let lead = asked.and_then(|method| functions.find(&method));
    if !lead.is_some_and(|lead| lead.may_be_shared()) {
        return;
    }
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    headers.insert(ACCESS_CONTROL_MAX_AGE, MAX_AGE);
    let shared = || functions.leads().filter(|lead| lead.may_be_shared());
    let mut allowed = vec!["content-type", "if-match", "if-none-match"];
    if shared().any(|lead| lead.takes(Authentication::Bearer)) {
        allowed.push("authorization");
    }
    for key in shared().flat_map(|lead| lead.api_keys()) {
        if !allowed.contains(&key) {
            allowed.push(key);
        }
    }
    for (name, value) in [
        (ACCESS_CONTROL_ALLOW_METHODS, methods(shared())),
        (ACCESS_CONTROL_ALLOW_HEADERS, allowed.join(", ")),
    ] {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    }
}
