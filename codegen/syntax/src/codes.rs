//! The error codes that tramline itself answers with, which no error type may declare.

/// What a server answers with, as the `code` of a problem document; sorted.
pub const SERVER: &[&str] = &[
    "action_retired",
    "bad_host",
    "body_too_large",
    "cross_origin_read",
    "csrf_cross_origin",
    "csrf_missing_metadata",
    "csrf_null_origin",
    "csrf_origin_mismatch",
    "decode_budget",
    "delivery_in_progress",
    "duplicate_header",
    "host_not_allowed",
    "internal",
    "invalid_input",
    "malformed",
    "method_not_allowed",
    "not_acceptable",
    "precondition_failed",
    "precondition_required",
    "read_timeout",
    "refused",
    "server_rebuilding",
    "signature_expired",
    "signature_invalid",
    "signature_missing",
    "stale_client",
    "stale_server",
    "too_deep",
    "truncated_body",
    "unknown_action",
    "unknown_route",
    "unsupported_media_type",
    "uri_too_long",
    "version_skew",
];

/// What clients say besides: of an answer that makes no sense, or of none; sorted.
pub const CLIENT: &[&str] = &[
    "aborted",
    "bad_response",
    "network",
    "timeout",
    "unavailable",
];

/// Whether `code` belongs to tramline.
///
/// ```
/// assert!(tramline_syntax::codes::is_reserved("version_skew"));
/// assert!(!tramline_syntax::codes::is_reserved("name_taken"));
/// ```
pub fn is_reserved(code: &str) -> bool {
    SERVER.contains(&code) || CLIENT.contains(&code)
}
