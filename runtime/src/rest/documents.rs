//! Texts that never change while a server runs, such as the description of its interface.

use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, ETAG, X_CONTENT_TYPE_OPTIONS};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode};

use super::ETag;
use super::conditional::{Conditions, Verdict};
use crate::body::Body;

/// One such text, which anyone may read.
#[derive(Clone)]
pub(crate) struct Served {
    text: Bytes,
    tag: ETag,
    headers: HeaderMap,
}

impl Served {
    /// A text of this media type.
    pub(crate) fn new(content_type: &'static str, text: &'static str) -> Self {
        let text = Bytes::from_static(text.as_bytes());
        let tag = ETag::of_bytes(&text);
        let mut headers = HeaderMap::from_iter([
            (CONTENT_TYPE, HeaderValue::from_static(content_type)),
            (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
            (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        ]);
        headers.extend(tag.header().map(|tag| (ETAG, tag)));
        Self { text, tag, headers }
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
