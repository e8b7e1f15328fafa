//! The error that says nothing to the caller.

use std::error::Error;
use std::fmt;

use super::{ActionError, Codes, ErrorEncoding};
use crate::call::Failure;

/// Any failure that is nobody's business but the operator's.
///
/// The caller gets status 500, the code `internal` and a request id; the cause, with all its
/// sources, goes to the log beside the same id. Every error type converts with `?`.
///
/// ```
/// use tramline::Internal;
///
/// fn read(path: &str) -> Result<String, Internal> {
///     Ok(std::fs::read_to_string(path)?)
/// }
///
/// assert!(read("/does/not/exist").is_err());
/// ```
pub struct Internal(Box<dyn Error + Send + Sync>);

impl Internal {
    /// A failure described in words, for the log.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for Internal {
    fn from(cause: E) -> Self {
        Self(Box::new(cause))
    }
}

impl ActionError for Internal {
    const CODES: Codes = &[];

    fn into_failure(self, _: ErrorEncoding) -> Failure {
        Failure::internal(self.0.as_ref())
    }
}

// Like any error that converts from every other, this one cannot implement `Error` itself.
impl fmt::Debug for Internal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Internal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
