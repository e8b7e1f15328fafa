//! One request in, one response out.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Waker};

use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use http_body_util::Full;
use tower::Service as _;
use tramline::{ActionInfo, Body, Service};
use tramline_syntax::digest::base64url;

use crate::actions;

/// What came back.
#[derive(Debug)]
pub(crate) struct Got {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Got {
    /// The status and the code of a problem document.
    pub(crate) fn problem(&self) -> (u16, String) {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(
            self.headers["content-type"], "application/problem+json",
            "{text}"
        );
        let code = text.split(r#""code":""#).nth(1).unwrap();
        let code = code.split('"').next().unwrap();
        assert!(text.contains(self.headers["x-request-id"].to_str().unwrap()));
        (self.status.as_u16(), code.to_owned())
    }

    /// The status, and the body as postcard.
    pub(crate) fn answer(&self) -> (u16, &[u8]) {
        let expected = (self.status != 204).then_some("application/postcard");
        let kind = self.headers.get("content-type");
        assert_eq!(
            kind.map(|kind| kind.to_str().unwrap()),
            expected,
            "{self:?}"
        );
        (self.status.as_u16(), &self.body)
    }

    /// The status, and the body as JSON.
    pub(crate) fn json(&self) -> (u16, &str) {
        assert_eq!(self.headers["content-type"], "application/json", "{self:?}");
        assert_eq!(self.headers["x-content-type-options"], "nosniff");
        let text = str::from_utf8(&self.body).unwrap();
        (self.status.as_u16(), text)
    }
}

/// The path of an action.
pub(crate) fn path(info: &ActionInfo) -> String {
    let (id, fingerprint) = (base64url(info.id), base64url(info.fingerprint));
    format!("/rpc/{id}.{fingerprint}/{}", info.name)
}

/// A call as a page of the same origin makes it.
pub(crate) fn post(info: &ActionInfo, body: &[u8]) -> Request<Full<bytes::Bytes>> {
    Request::post(path(info))
        .header(header::HOST, "localhost:3000")
        .header(header::CONTENT_TYPE, "application/postcard")
        .header(header::CONTENT_LENGTH, body.len())
        .header("sec-fetch-site", "same-origin")
        .body(Full::from(body.to_vec()))
        .unwrap()
}

/// A call in JSON.
pub(crate) fn post_json(info: &ActionInfo, body: &str) -> Request<Full<bytes::Bytes>> {
    with(
        post(info, body.as_bytes()),
        "content-type",
        "application/json",
    )
}

/// A query as a page of the same origin makes it.
pub(crate) fn get(info: &ActionInfo, query: &str) -> Request<Body> {
    Request::get(path(info) + query)
        .header(header::HOST, "localhost:3000")
        .header("sec-fetch-site", "same-origin")
        .body(Body::empty())
        .unwrap()
}

/// Sets a header of `request`.
pub(crate) fn with<B>(mut request: Request<B>, name: &'static str, value: &str) -> Request<B> {
    request.headers_mut().insert(name, value.parse().unwrap());
    request
}

/// Removes a header of `request`.
pub(crate) fn without<B>(mut request: Request<B>, name: &'static str) -> Request<B> {
    request.headers_mut().remove(name);
    request
}

/// Polls once, without anyone to be woken.
pub(crate) fn poll<F: Future + Unpin>(future: &mut F) -> std::task::Poll<F::Output> {
    Pin::new(future).poll(&mut Context::from_waker(Waker::noop()))
}

/// Calls a service with every default.
pub(crate) fn call<B>(request: Request<B>) -> Got
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<tramline::BoxError>,
{
    call_on(&actions::service(), request)
}

/// Calls `service`, polling until there is an answer: nothing here waits for anything real.
pub(crate) fn call_on<B>(service: &Service, request: Request<B>) -> Got
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<tramline::BoxError>,
{
    let mut future = service.clone().call(request);
    for _ in 0..100 {
        if let std::task::Poll::Ready(Ok(response)) = poll(&mut future) {
            let (head, body) = response.into_parts();
            let mut body = body.collect();
            let std::task::Poll::Ready(body) = poll(&mut body) else {
                panic!("the body is not there");
            };
            return Got {
                status: head.status,
                headers: head.headers,
                body: body.unwrap().to_bytes().to_vec(),
            };
        }
    }
    panic!("no answer");
}
