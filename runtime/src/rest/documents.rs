//! Texts that never change while a server runs, such as the description of its interface.

use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, ETAG, LOCATION, X_CONTENT_TYPE_OPTIONS};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode};

use super::ETag;
use super::conditional::{Conditions, Verdict};
use crate::body::Body;

/// One such text, which anyone may read.
#[derive(Clone)]
pub(crate) struct Served {
    status: StatusCode,
    text: Bytes,
    tag: ETag,
    headers: HeaderMap,
}

impl Served {
    /// A text of this media type.
    pub(crate) fn new(content_type: &'static str, text: impl Into<Bytes>) -> Self {
        let text = text.into();
        let tag = ETag::of_bytes(&text);
        let mut headers = HeaderMap::from_iter([
            (CONTENT_TYPE, HeaderValue::from_static(content_type)),
            (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
            (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        ]);
        headers.extend(tag.header().map(|tag| (ETAG, tag)));
        Self {
            status: StatusCode::OK,
            text,
            tag,
            headers,
        }
    }

    /// The same with another header.
    #[must_use]
    pub(crate) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// What leads to another path for now; nothing where that cannot be a header.
    pub(crate) fn redirect(path: &str) -> Option<Self> {
        let mut served = Self::new("text/plain", Bytes::new());
        served.status = StatusCode::TEMPORARY_REDIRECT;
        served.headers.remove(CONTENT_TYPE);
        served.headers.remove(ETAG);
        Some(served.with(LOCATION, HeaderValue::from_str(path).ok()?))
    }

    /// What answers a request for it that may be answered.
    pub(crate) fn answer(&self, head: &Parts) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = self.headers.clone();
        if head.method == Method::OPTIONS {
            *response.status_mut() = StatusCode::NO_CONTENT;
            let methods = HeaderValue::from_static("GET, HEAD, OPTIONS");
            *response.headers_mut() = HeaderMap::from_iter([(ALLOW, methods)]);
            return response;
        }
        if self.status != StatusCode::OK {
            *response.status_mut() = self.status;
            return response;
        }
        match Conditions::of_read(head).judge(Some(&self.tag)) {
            Verdict::Unchanged => {
                *response.status_mut() = StatusCode::NOT_MODIFIED;
                response.headers_mut().remove(CONTENT_TYPE);
            }
            // Who asks for a state that is gone by now gets the present one.
            Verdict::Go | Verdict::Failed => *response.body_mut() = self.text.clone().into(),
        }
        response
    }
}
