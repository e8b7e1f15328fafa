//! The error codes that tramline itself answers with, which no error type may declare.

/// Every reserved code, sorted.
///
/// The first group comes from the server, as the `code` of a problem document; the second is
/// raised by the client without an answer.
pub const RESERVED: &[&str] = &[
    // From the server.
    "action_retired",
    "bad_host",
    "body_too_large",
    "cross_origin_read",
    "csrf_cross_origin",
    "csrf_missing_metadata",
    "csrf_null_origin",
    "csrf_origin_mismatch",
    "decode_budget",
    "duplicate_header",
    "host_not_allowed",
    "internal",
    "invalid_input",
    "malformed",
    "method_not_allowed",
    "not_found",
    "read_timeout",
    "stale_client",
    "stale_server",
    "too_deep",
    "truncated_body",
    "unavailable",
    "unknown_action",
    "unsupported_media_type",
    "uri_too_long",
    "version_skew",
    // From the client.
    "aborted",
    "bad_response",
    "network",
    "timeout",
];

/// Whether `code` belongs to tramline.
pub fn is_reserved(code: &str) -> bool {
    RESERVED.contains(&code)
}
