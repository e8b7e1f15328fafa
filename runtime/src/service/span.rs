//! One span per call, with the names of OpenTelemetry's conventions for RPC servers, or, where the
//! call came by REST, for HTTP servers.
//!
//! `rpc.status_code` is `ok` or the code that the caller got; any but `ok` is the `error.type` too.
//! `tramline.encoding` is `postcard`, `lossless_json`, or `json` where that is all the action speaks.
//! `tramline.skew` is there where the caller was generated from another version of the action:
//! `tolerable` and `intolerable` are earlier ones, `later` is one that the lock does not know, and
//! `unknown` is any where no lock knows the action.
//! `otel.name`, `otel.kind` and `otel.status_code` are what tracing-opentelemetry reads.

use http::request::Parts;
use http::{Method, Response};
use tracing::{Span, field};

use super::respond::Coded;
use crate::action::{ActionInfo, Version};
use crate::body::Body;
use crate::origin::{self, Authority};
use crate::read::Format;
use crate::rest::Lead;

/// The span of a call of `info`, or of a request that is for no action.
pub(super) fn open(info: Option<&'static ActionInfo>, host: Option<Authority<'_>>) -> Span {
    let method = info.map_or("_OTHER", |info| info.name);
    tracing::info_span!(
        target: "tramline",
        "call",
        "otel.name" = info.map_or("tramline", |info| info.name),
        "otel.kind" = "server",
        "otel.status_code" = field::Empty,
        "rpc.system.name" = "tramline",
        "rpc.method" = method,
        "rpc.status_code" = field::Empty,
        "error.type" = field::Empty,
        "tramline.encoding" = field::Empty,
        "tramline.skew" = field::Empty,
        "server.address" = host.map(|host| host.name()),
        "server.port" = host.and_then(|host| host.port),
    )
}

/// The span of a request for a route of REST, or for nothing.
pub(super) fn open_rest(lead: Option<&Lead>, head: &Parts) -> Span {
    let host = origin::host_of(head);
    let method = match head.method {
        Method::GET | Method::HEAD | Method::POST | Method::PUT => head.method.as_str(),
        Method::PATCH | Method::DELETE | Method::OPTIONS => head.method.as_str(),
        _ => "_OTHER",
    };
    let name = match lead {
        Some(lead) => format!("{method} {}", lead.pattern),
        None => method.to_owned(),
    };
    tracing::info_span!(
        target: "tramline",
        "call",
        "otel.name" = name,
        "otel.kind" = "server",
        "otel.status_code" = field::Empty,
        "http.request.method" = method,
        "http.route" = lead.map(|lead| lead.pattern.as_str()),
        "http.response.status_code" = field::Empty,
        "error.type" = field::Empty,
        "tramline.action" = lead.map(|lead| lead.entry.info.name),
        "server.address" = host.map(|host| host.name()),
        "server.port" = host.and_then(|host| host.port),
    )
}

/// Records what is known of the caller's version, where it is not the present one.
pub(super) fn skewed(span: &Span, version: Version) {
    if let Some(name) = version.name() {
        span.record("tramline.skew", name);
    }
}

/// Records what the values of the call travel as.
pub(super) fn negotiated(span: &Span, format: Format) {
    span.record("tramline.encoding", format.name());
}

/// Records how the call ended.
pub(super) fn close(span: &Span, response: &Response<Body>) {
    if span.is_disabled() {
        return;
    }
    match response.extensions().get::<Coded>() {
        Some(Coded(code)) => {
            span.record("rpc.status_code", code);
            span.record("error.type", code);
        }
        None => {
            span.record("rpc.status_code", "ok");
        }
    }
    span.record("http.response.status_code", response.status().as_u16());
    if response.status().is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
}
