//! How a call ended.

use std::error::Error;
use std::fmt::Write as _;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::Invalid;
use super::payload::{Data, Payload, Plain};
use crate::error::ErrorEncoding;
use crate::refusal::Refusal;
use crate::wire::{self, DecodeError, EncodeError};

/// What generated code returns.
pub type Outcome = Result<Answer, Failure>;

/// A result, encoded.
#[derive(Debug)]
pub struct Answer {
    pub(crate) body: Bytes,
    /// What a `Reply` adds; boxed, because few do.
    pub(crate) headers: Option<Box<HeaderMap>>,
}

/// A call without a result.
#[derive(Debug)]
pub struct Failure(pub(crate) Kind);

/// Why there is no result.
#[derive(Debug)]
pub(crate) enum Kind {
    /// The runtime refused.
    Refused(Refusal),
    /// The function or an extractor refused with a declared error.
    Declared {
        status: StatusCode,
        code: &'static str,
        /// What it displays as.
        detail: &'static str,
        /// All that the caller is told; in a problem document, the data alone.
        body: Bytes,
    },
    /// The input can be read, but is not what the function takes.
    Invalid(Vec<Invalid>),
    /// Something broke; the text is for the log.
    Internal(Box<str>),
}

impl Answer {
    /// A result without headers of its own.
    pub(super) fn new(body: Vec<u8>) -> Self {
        Self {
            body: body.into(),
            headers: None,
        }
    }

    /// The same with what a `Reply` adds.
    pub(super) fn with(self, headers: Option<Box<HeaderMap>>) -> Self {
        Self { headers, ..self }
    }
}

/// The failure of an error variant that reaches the client: its code, then its fields in order, of
/// which `names` are the names, if they have any; `detail` is for people.
pub fn declared<P: Payload>(
    encoding: ErrorEncoding,
    code: &'static str,
    status: u16,
    detail: &'static str,
    names: &'static [&'static str],
    fields: &P,
) -> Failure {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let body = match encoding {
        ErrorEncoding::Postcard => wire::encode(&(code, fields)),
        ErrorEncoding::Json => wire::json::encode(&Plain {
            code,
            names,
            fields,
        }),
        ErrorEncoding::Problem if P::COUNT == 0 => Ok(Vec::new()),
        ErrorEncoding::Problem => wire::json::encode(&Data(names, fields)),
    };
    match body {
        Ok(body) => Failure(Kind::Declared {
            status,
            code,
            detail,
            body: body.into(),
        }),
        Err(cause) => cause.into(),
    }
}

/// The failure of an `#[error(internal)]` variant.
pub fn internal(cause: &dyn Error) -> Failure {
    Failure::internal(cause)
}

impl Failure {
    /// A failure whose cause, with all its sources, only the log sees.
    pub(crate) fn internal(cause: &dyn Error) -> Self {
        let mut text = cause.to_string();
        let mut source = cause.source();
        while let Some(cause) = source {
            // Writing to a string does not fail.
            let _ = write!(text, ": {cause}");
            source = cause.source();
        }
        Self::text(text)
    }

    /// A failure of the input, for all these reasons.
    pub(crate) fn invalid(reasons: Vec<Invalid>) -> Self {
        Self(Kind::Invalid(reasons))
    }

    /// An internal failure described for the log.
    pub(crate) fn text(text: String) -> Self {
        Self(Kind::Internal(text.into()))
    }

    /// Logs a failure that happened while another one was being answered.
    pub(crate) fn log_unanswered(&self, action: &'static str) {
        let cause = match &self.0 {
            Kind::Refused(refusal) => refusal.code(),
            Kind::Declared { code, .. } => code,
            Kind::Invalid(_) => Refusal::InvalidInput.code(),
            Kind::Internal(cause) => cause,
        };
        tracing::error!(action, cause, "undoing a failed call failed as well");
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self(Kind::Refused(refusal))
    }
}

impl From<DecodeError> for Failure {
    fn from(error: DecodeError) -> Self {
        tracing::debug!(reason = %error, "the input does not decode");
        Refusal::from_decoding(error.code()).into()
    }
}

impl From<EncodeError> for Failure {
    fn from(error: EncodeError) -> Self {
        Self::internal(&error)
    }
}
