//! From an outcome to a response.

use std::any::Any;
use std::sync::LazyLock;

use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};

use super::problem::{Extra, Problem};
use super::{lossless, request_id};
use crate::action::{ActionInfo, Kind, Wire};
use crate::body::Body;
use crate::call::{Answer, Failure, FailureKind, Invalid, Outcome};
use crate::read::Format;
use crate::refusal::Refusal;

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
pub(super) const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");
const PROBLEM_TYPE: HeaderValue = HeaderValue::from_static("application/problem+json");

/// The code that a response carries, for the span around the call.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coded(pub(super) &'static str);

/// What has to be known of a call to answer it.
#[derive(Clone, Copy)]
pub(super) struct Route {
    pub(super) info: &'static ActionInfo,
    pub(super) wire: &'static Wire,
    pub(super) format: Format,
}

/// The response to a call that ran.
pub(super) fn outcome(outcome: Outcome, route: Route) -> Response<Body> {
    let outcome = match route.format {
        Format::LosslessJson => lossless::outcome(outcome, route.wire),
        Format::Postcard | Format::Json => outcome,
    };
    match outcome {
        Ok(answer) => success(answer, route.format),
        Err(Failure(FailureKind::Declared {
            status, code, body, ..
        })) => {
            let mut response = response(status, body.into(), HeaderMap::with_capacity(3));
            response
                .headers_mut()
                .insert(CONTENT_TYPE, content_type(route.format));
            response.extensions_mut().insert(Coded(code));
            response
        }
        Err(Failure(FailureKind::Refused(refusal))) => refuse(refusal, Some(route.info)),
        Err(Failure(FailureKind::Invalid(errors))) => invalid(&errors),
        Err(Failure(FailureKind::Internal(cause))) => internal(&cause),
    }
}

/// The response to input that can be read, but is not what the function takes.
pub(super) fn invalid(errors: &[Invalid]) -> Response<Body> {
    let refusal = Refusal::InvalidInput;
    let request_id = request_id::next();
    tracing::debug!(code = refusal.code(), request_id, "refused");
    let problem = Problem {
        status: refusal.status(),
        code: refusal.code(),
        detail: refusal.detail(),
        request_id: &request_id,
        extra: Extra::Errors(errors),
    };
    document(
        problem.document(),
        problem.status,
        refusal.code(),
        &request_id,
    )
}

fn success(answer: Answer, format: Format) -> Response<Body> {
    let is_empty = answer.body.is_empty();
    let Some(headers) = answer.headers else {
        if is_empty {
            return response(StatusCode::NO_CONTENT, Body::empty(), HeaderMap::new());
        }
        let mut response = Response::new(answer.body.into());
        *response.headers_mut() = usual_headers();
        if format != Format::Postcard {
            let content_type = content_type(format);
            response.headers_mut().insert(CONTENT_TYPE, content_type);
        }
        return response;
    };
    let mut headers = *headers;
    headers.remove(CONTENT_TYPE);
    if is_empty {
        return response(StatusCode::NO_CONTENT, Body::empty(), headers);
    }
    headers.insert(CONTENT_TYPE, content_type(format));
    response(StatusCode::OK, answer.body.into(), headers)
}

/// The response with this JSON, or with nothing.
pub(super) fn json(status: StatusCode, body: Bytes, mut headers: HeaderMap) -> Response<Body> {
    headers.remove(CONTENT_TYPE);
    if !body.is_empty() {
        headers.insert(CONTENT_TYPE, content_type(Format::Json));
    }
    response(status, body.into(), headers)
}

fn content_type(format: Format) -> HeaderValue {
    HeaderValue::from_static(format.content_type())
}

/// The headers of a result to which no `Reply` adds any. Copying a map takes a third of the work of
/// filling one.
fn usual_headers() -> HeaderMap {
    static HEADERS: LazyLock<HeaderMap> = LazyLock::new(|| {
        HeaderMap::from_iter([
            (CONTENT_TYPE, content_type(Format::Postcard)),
            (CACHE_CONTROL, NO_STORE),
            (X_CONTENT_TYPE_OPTIONS, NOSNIFF),
        ])
    });
    HEADERS.clone()
}

/// The response to a request that the runtime refuses, for `info` where it got that far.
pub(super) fn refuse(refusal: Refusal, info: Option<&'static ActionInfo>) -> Response<Body> {
    let request_id = request_id::next();
    tracing::debug!(code = refusal.code(), request_id, "refused");
    let mut response = problem(refusal, &request_id);
    let headers = response.headers_mut();
    match (refusal, info) {
        (Refusal::MethodNotAllowed, Some(info)) => {
            headers.insert(ALLOW, HeaderValue::from_static(methods(info.kind)));
        }
        (Refusal::ServerRebuilding, _) => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        (Refusal::DeliveryInProgress, _) => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        _ => {}
    }
    response
}

/// The response to a call that broke, whose cause only the log sees.
pub(super) fn internal(cause: &str) -> Response<Body> {
    let request_id = request_id::next();
    tracing::error!(cause, request_id, "internal error");
    problem(Refusal::Internal, &request_id)
}

/// The response to a call that panicked.
pub(super) fn panicked(payload: &(dyn Any + Send)) -> Response<Body> {
    let message = payload
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    internal(&format!("panic: {}", message.unwrap_or("of another kind")))
}

/// What a route of this kind answers, for `Allow`.
pub(super) const fn methods(kind: Kind) -> &'static str {
    match kind {
        Kind::Action => "POST",
        Kind::Query => "GET, HEAD, POST",
    }
}

fn problem(refusal: Refusal, request_id: &str) -> Response<Body> {
    let text = refusal.document(request_id);
    document(text, refusal.status(), refusal.code(), request_id)
}

/// A response with a problem document.
pub(super) fn document(
    text: String,
    status: StatusCode,
    code: &'static str,
    request_id: &str,
) -> Response<Body> {
    let mut response = response(status, text.into(), HeaderMap::with_capacity(5));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, PROBLEM_TYPE);
    if let Ok(request_id) = HeaderValue::try_from(request_id) {
        headers.insert(X_REQUEST_ID, request_id);
    }
    response.extensions_mut().insert(Coded(code));
    response
}

/// A response with what all of them have.
pub(super) fn response(status: StatusCode, body: Body, headers: HeaderMap) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    let headers = response.headers_mut();
    headers.entry(CACHE_CONTROL).or_insert(NO_STORE);
    headers.insert(X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    response
}
