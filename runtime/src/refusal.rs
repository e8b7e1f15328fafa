//! Every way in which the runtime itself refuses, in one table.
//!
//! A refusal says nothing of the request that met it: values sent by a caller are never echoed.

use http::StatusCode;

/// Why a request got no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Refusal {
    BadHost,
    HostNotAllowed,
    UriTooLong,
    UnknownAction,
    ActionRetired,
    DuplicateHeader,
    MethodNotAllowed,
    VersionSkew,
    StaleClient,
    StaleServer,
    ServerRebuilding,
    CrossOriginRead,
    CsrfCrossOrigin,
    CsrfNullOrigin,
    CsrfOriginMismatch,
    CsrfMissingMetadata,
    UnsupportedMediaType,
    BodyTooLarge,
    ReadTimeout,
    TruncatedBody,
    Malformed,
    UnknownRoute,
    NotAcceptable,
    InvalidInput,
    PreconditionFailed,
    PreconditionRequired,
    DecodeBudget,
    TooDeep,
    /// By an extractor that knows no declared errors, with a 4xx status of its own.
    #[cfg_attr(
        not(any(feature = "axum", test)),
        expect(
            dead_code,
            reason = "only extractors written for axum refuse like this"
        )
    )]
    Refused(StatusCode),
    #[cfg_attr(
        not(any(feature = "webhooks", test)),
        expect(dead_code, reason = "only webhooks are signed")
    )]
    SignatureMissing,
    #[cfg_attr(
        not(any(feature = "webhooks", test)),
        expect(dead_code, reason = "only webhooks are signed")
    )]
    SignatureInvalid,
    #[cfg_attr(
        not(any(feature = "webhooks", test)),
        expect(dead_code, reason = "only webhooks are signed")
    )]
    SignatureExpired,
    #[cfg_attr(
        not(any(feature = "webhooks", test)),
        expect(dead_code, reason = "only webhooks are delivered")
    )]
    DeliveryInProgress,
    Internal,
}

/// One row of the table.
struct Text {
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: &'static str,
}

const fn text(
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: &'static str,
) -> Text {
    Text {
        status,
        code,
        title,
        detail,
    }
}

impl Refusal {
    const fn text(self) -> Text {
        match self {
            Self::BadHost => text(
                StatusCode::BAD_REQUEST,
                "bad_host",
                "The host is unclear",
                "The Host header is missing, repeated, malformed, or differs from the authority.",
            ),
            Self::HostNotAllowed => text(
                StatusCode::FORBIDDEN,
                "host_not_allowed",
                "The host is not served here",
                "Beyond localhost, a host has to be named by `allowed_hosts` or `public_origin`.",
            ),
            Self::UriTooLong => text(
                StatusCode::URI_TOO_LONG,
                "uri_too_long",
                "The URI is too long",
                "Longer inputs go into the body of a POST.",
            ),
            Self::UnknownAction => text(
                StatusCode::NOT_FOUND,
                "unknown_action",
                "Unknown action",
                "No action of this server has this path.",
            ),
            Self::ActionRetired => text(
                StatusCode::GONE,
                "action_retired",
                "The action was retired",
                "This server had this action once and no longer has. Nothing has run. Load the page anew.",
            ),
            Self::DuplicateHeader => text(
                StatusCode::BAD_REQUEST,
                "duplicate_header",
                "A header is repeated",
                "A header that decides about the request stands in it more than once.",
            ),
            Self::MethodNotAllowed => text(
                StatusCode::METHOD_NOT_ALLOWED,
                "method_not_allowed",
                "Method not allowed",
                "The Allow header lists the methods of this action.",
            ),
            Self::VersionSkew => text(
                StatusCode::CONFLICT,
                "version_skew",
                "Client and server differ",
                "This client was generated for an earlier version of the action. Nothing has run. \
                 Repeat the call at the same path, as lossless JSON.",
            ),
            Self::StaleClient => text(
                StatusCode::CONFLICT,
                "stale_client",
                "The client is outdated",
                "This client was generated for a version of the action that this server cannot \
                 serve. Nothing has run. Load the page anew.",
            ),
            Self::StaleServer => text(
                StatusCode::CONFLICT,
                "stale_server",
                "The server is outdated",
                "This client was generated for a version of the action that this server does not \
                 know yet. Nothing has run. Repeat the call when the deploy is through.",
            ),
            Self::ServerRebuilding => text(
                StatusCode::SERVICE_UNAVAILABLE,
                "server_rebuilding",
                "The server is being rebuilt",
                "The code was generated anew since this debug build was compiled. Nothing has \
                 run. Repeat the call when the new server has started.",
            ),
            Self::CrossOriginRead => text(
                StatusCode::FORBIDDEN,
                "cross_origin_read",
                "Read from another origin",
                "Only pages of this origin and of trusted origins may read this.",
            ),
            Self::CsrfCrossOrigin => text(
                StatusCode::FORBIDDEN,
                "csrf_cross_origin",
                "Call from another origin",
                "The browser says that another site made this call.",
            ),
            Self::CsrfNullOrigin => text(
                StatusCode::FORBIDDEN,
                "csrf_null_origin",
                "Call from an opaque origin",
                "The origin of this call is `null`.",
            ),
            Self::CsrfOriginMismatch => text(
                StatusCode::FORBIDDEN,
                "csrf_origin_mismatch",
                "Call from another origin",
                "The origin of this call is neither this one nor trusted.",
            ),
            Self::CsrfMissingMetadata => text(
                StatusCode::FORBIDDEN,
                "csrf_missing_metadata",
                "Call of unknown origin",
                "A call with a cookie must carry Sec-Fetch-Site or Origin.",
            ),
            Self::UnsupportedMediaType => text(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "Unsupported media type",
                "An input is `application/json`, or `application/postcard` where the action speaks it, \
                 without a content coding.",
            ),
            Self::BodyTooLarge => text(
                StatusCode::PAYLOAD_TOO_LARGE,
                "body_too_large",
                "The input is too large",
                "The input is larger than this action takes.",
            ),
            Self::ReadTimeout => text(
                StatusCode::REQUEST_TIMEOUT,
                "read_timeout",
                "The input came too slowly",
                "The input did not arrive in time.",
            ),
            Self::TruncatedBody => text(
                StatusCode::BAD_REQUEST,
                "truncated_body",
                "The input was cut short",
                "Fewer bytes arrived than were announced.",
            ),
            Self::Malformed => text(
                StatusCode::BAD_REQUEST,
                "malformed",
                "The input is malformed",
                "The input is not what this action takes.",
            ),
            Self::UnknownRoute => text(
                StatusCode::NOT_FOUND,
                "unknown_route",
                "Not found",
                "There is nothing at this path.",
            ),
            Self::NotAcceptable => text(
                StatusCode::NOT_ACCEPTABLE,
                "not_acceptable",
                "Not acceptable",
                "What is answered is `application/json`, which the Accept header does not allow.",
            ),
            Self::InvalidInput => text(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid_input",
                "The input is invalid",
                "The input can be read, but is not what is taken here.",
            ),
            Self::PreconditionFailed => text(
                StatusCode::PRECONDITION_FAILED,
                "precondition_failed",
                "The condition is not met",
                "What the request depends on has changed since, or cannot be depended on here. \
                 Nothing was changed.",
            ),
            Self::PreconditionRequired => text(
                StatusCode::PRECONDITION_REQUIRED,
                "precondition_required",
                "A condition is required",
                "Say by If-Match what the change is made to: the ETag of what was read.",
            ),
            Self::DecodeBudget => text(
                StatusCode::BAD_REQUEST,
                "decode_budget",
                "The input unfolds too far",
                "Decoding the input would take too much memory.",
            ),
            Self::TooDeep => text(
                StatusCode::BAD_REQUEST,
                "too_deep",
                "The input is nested too deeply",
                "The input is nested too deeply to be decoded.",
            ),
            Self::Refused(status) => text(
                status,
                "refused",
                "Refused",
                "The action does not answer this request.",
            ),
            Self::SignatureMissing => text(
                StatusCode::BAD_REQUEST,
                "signature_missing",
                "The signature is missing",
                "A header is missing by which a delivery is told from a forgery, or from others.",
            ),
            Self::SignatureInvalid => text(
                StatusCode::UNAUTHORIZED,
                "signature_invalid",
                "The signature is wrong",
                "Body and headers are not what any of the known keys has signed.",
            ),
            Self::SignatureExpired => text(
                StatusCode::UNAUTHORIZED,
                "signature_expired",
                "The signature is too old",
                "It was made too long ago, or too far in the future. Sign each attempt anew.",
            ),
            Self::DeliveryInProgress => text(
                StatusCode::SERVICE_UNAVAILABLE,
                "delivery_in_progress",
                "The delivery is being worked on",
                "An earlier attempt to deliver this has not ended yet. Try again.",
            ),
            Self::Internal => text(
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "Internal Server Error",
                "Something went wrong. The request id finds the cause in the server's log.",
            ),
        }
    }

    pub(crate) const fn status(self) -> StatusCode {
        self.text().status
    }

    pub(crate) const fn code(self) -> &'static str {
        self.text().code
    }

    pub(crate) const fn detail(self) -> &'static str {
        self.text().detail
    }

    /// The refusal of an input that does not decode, by the decoder's code.
    pub(crate) fn from_decoding(code: &str) -> Self {
        match code {
            "decode_budget" => Self::DecodeBudget,
            "too_deep" => Self::TooDeep,
            _ => Self::Malformed,
        }
    }

    /// The problem document (RFC 9457).
    pub(crate) fn document(self, request_id: &str) -> String {
        let Text {
            status,
            code,
            title,
            detail,
        } = self.text();
        // The texts are ours and hold nothing that JSON would have to escape.
        format!(
            r#"{{"title":"{title}","status":{},"code":"{code}","detail":"{detail}","request_id":"{request_id}"}}"#,
            status.as_u16(),
        )
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use tramline_syntax::codes;

    use super::Refusal;

    #[rustfmt::skip]
    const ALL: &[(Refusal, u16, &str)] = &[
        (Refusal::BadHost, 400, "bad_host"),
        (Refusal::HostNotAllowed, 403, "host_not_allowed"),
        (Refusal::UriTooLong, 414, "uri_too_long"),
        (Refusal::UnknownAction, 404, "unknown_action"),
        (Refusal::ActionRetired, 410, "action_retired"),
        (Refusal::DuplicateHeader, 400, "duplicate_header"),
        (Refusal::MethodNotAllowed, 405, "method_not_allowed"),
        (Refusal::VersionSkew, 409, "version_skew"),
        (Refusal::StaleClient, 409, "stale_client"),
        (Refusal::StaleServer, 409, "stale_server"),
        (Refusal::ServerRebuilding, 503, "server_rebuilding"),
        (Refusal::CrossOriginRead, 403, "cross_origin_read"),
        (Refusal::CsrfCrossOrigin, 403, "csrf_cross_origin"),
        (Refusal::CsrfNullOrigin, 403, "csrf_null_origin"),
        (Refusal::CsrfOriginMismatch, 403, "csrf_origin_mismatch"),
        (Refusal::CsrfMissingMetadata, 403, "csrf_missing_metadata"),
        (Refusal::UnsupportedMediaType, 415, "unsupported_media_type"),
        (Refusal::BodyTooLarge, 413, "body_too_large"),
        (Refusal::ReadTimeout, 408, "read_timeout"),
        (Refusal::TruncatedBody, 400, "truncated_body"),
        (Refusal::Malformed, 400, "malformed"),
        (Refusal::UnknownRoute, 404, "unknown_route"),
        (Refusal::NotAcceptable, 406, "not_acceptable"),
        (Refusal::InvalidInput, 422, "invalid_input"),
        (Refusal::PreconditionFailed, 412, "precondition_failed"),
        (Refusal::PreconditionRequired, 428, "precondition_required"),
        (Refusal::DecodeBudget, 400, "decode_budget"),
        (Refusal::TooDeep, 400, "too_deep"),
        (Refusal::Refused(StatusCode::UNAUTHORIZED), 401, "refused"),
        (Refusal::SignatureMissing, 400, "signature_missing"),
        (Refusal::SignatureInvalid, 401, "signature_invalid"),
        (Refusal::SignatureExpired, 401, "signature_expired"),
        (Refusal::DeliveryInProgress, 503, "delivery_in_progress"),
        (Refusal::Internal, 500, "internal"),
    ];

    #[test]
    fn every_refusal_has_a_status_and_a_reserved_code() {
        for (refusal, status, code) in ALL {
            assert_eq!(
                (refusal.status().as_u16(), refusal.code()),
                (*status, *code)
            );
        }
        let mut answered: Vec<_> = ALL.iter().map(|(.., code)| *code).collect();
        answered.sort_unstable();
        assert_eq!(answered, codes::SERVER);
    }

    #[test]
    fn a_problem_document_is_made_of_constants() {
        for (refusal, status, code) in ALL {
            let document = refusal.document("0f");
            let plain =
                |text: &str| !text.contains(['"', '\\']) && !text.contains(char::is_control);
            let text = refusal.text();
            assert!(plain(text.title) && plain(text.detail), "{document}");
            let expected = format!(
                r#"{{"title":"{}","status":{status},"code":"{code}","detail":"{}","request_id":"0f"}}"#,
                text.title, text.detail,
            );
            assert_eq!(document, expected);
        }
    }

    #[test]
    fn every_refusal_is_documented() {
        let document = include_str!("../../SECURITY.md");
        for (refusal, status, code) in ALL {
            let status = match refusal {
                Refusal::Refused(_) => "4xx".to_owned(),
                _ => status.to_string(),
            };
            assert!(
                document.contains(&format!("| {status} | `{code}` |")),
                "{status} {code}"
            );
        }
    }
}
