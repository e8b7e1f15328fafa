//! What a declared error is told as.

use crate::action::Encoding;

/// What a declared error becomes for its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorEncoding {
    /// Its code, then its fields, as postcard.
    Postcard,
    /// An object of both, as plain JSON.
    Json,
    /// Part of a problem document (RFC 9457), for callers who know nothing of this crate.
    Problem,
}

impl From<Encoding> for ErrorEncoding {
    fn from(encoding: Encoding) -> Self {
        match encoding {
            Encoding::Postcard => Self::Postcard,
            Encoding::Json => Self::Json,
        }
    }
}
