//! One span per call, with the names of OpenTelemetry's conventions for RPC servers.
//!
//! `rpc.status_code` is `ok` or the code that the caller got; any but `ok` is the `error.type` too.
//! `tramline.encoding` is `postcard`, `lossless_json`, or `json` where that is all the action speaks.
//! `tramline.skew` is there where the caller was generated from another version of the action:
//! `tolerable` and `intolerable` are earlier ones, `later` is one that the lock does not know, and
//! `unknown` is any where no lock knows the action.
//! `otel.name`, `otel.kind` and `otel.status_code` are what tracing-opentelemetry reads.

use http::Response;
use tracing::{Span, field};

use super::respond::Coded;
use crate::action::{ActionInfo, Version};
use crate::body::Body;
use crate::origin::Authority;
use crate::read::Format;

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
    if response.status().is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
}
