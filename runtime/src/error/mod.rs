//! What a function may refuse with, and how that reaches the client.
//!
//! An error type owns its encoding: the code as a string, then the fields of the variant. It
//! knows nothing of the request it answers.

mod as_error;
mod codes;
mod encoding;
mod internal;

pub use as_error::AsError;
pub(crate) use codes::same_errors;
pub use codes::{Code, Codes};
pub use encoding::ErrorEncoding;
pub use internal::Internal;

#[cfg(test)]
mod tests;

use crate::call::Failure;

/// An error that callers are told about, variant by variant.
///
/// Derive it; the derive also writes `Display`, `std::error::Error` and a `From` for every
/// `#[from]`. Each variant has a `code` (the variant's name in snake case unless
/// `code = "…"` says otherwise) and a status (400 unless `status = …` says otherwise), and carries
/// its fields to the client, where they are part of a closed union.
///
/// ```
/// use tramline::ActionError;
///
/// #[derive(Debug, ActionError)]
/// enum SignError {
///     /// The name is taken.
///     #[error(status = 409)]
///     NameTaken { name: String },
///     /// Stays off the wire: the client sees `internal` and a request id, the log the cause.
///     #[error(internal)]
///     Io(#[from] std::io::Error),
/// }
///
/// let error = SignError::NameTaken { name: "ada".into() };
/// assert_eq!(error.to_string(), "The name is taken.");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of an action",
    label = "does not implement `tramline::ActionError`",
    note = "write `#[derive(tramline::ActionError)]` on it, with `#[error(internal)]` for what callers must not see"
)]
pub trait ActionError: Sized {
    /// Every code that can reach a client.
    #[doc(hidden)]
    const CODES: Codes;

    /// What to answer, told as that.
    #[doc(hidden)]
    fn into_failure(self, encoding: ErrorEncoding) -> Failure;
}

impl ActionError for std::convert::Infallible {
    const CODES: Codes = &[];

    fn into_failure(self, _: ErrorEncoding) -> Failure {
        match self {}
    }
}
