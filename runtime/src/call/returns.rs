//! From what a function returned to an outcome. Which of these applies, the build step has read
//! off the signature, and rustc checks.

use serde::Serialize;

use super::{Answer, Outcome};
use crate::error::{ActionError, Codes, ErrorEncoding};
use crate::success::IntoReply;
use crate::wire;

/// A written `Result<…>`, which knows the codes of its error.
pub trait Returns {
    /// Every code of the error type.
    const CODES: Codes;
}

impl<T, E: ActionError> Returns for Result<T, E> {
    const CODES: Codes = E::CODES;
}

/// The outcome of `-> T`.
///
/// # Errors
///
/// When the value does not encode.
pub fn value<T: Serialize>(value: T) -> Outcome {
    Ok(Answer::new(wire::encode(&value)?))
}

/// The outcome of `-> Result<T, E>`.
///
/// # Errors
///
/// The function's own, and when the value does not encode.
pub fn result<T: Serialize, E: ActionError>(result: Result<T, E>) -> Outcome {
    match result {
        Ok(ok) => value(ok),
        Err(error) => Err(error.into_failure(ErrorEncoding::Postcard)),
    }
}

/// The outcome of `-> Reply<T>` and its kin.
///
/// # Errors
///
/// When the value does not encode.
pub fn reply<R: IntoReply<Value: Serialize>>(reply: R) -> Outcome {
    let (ok, headers) = reply.into_reply().into_parts();
    Ok(value(ok)?.with(headers))
}

/// The outcome of `-> Result<Reply<T>, E>` and its kin.
///
/// # Errors
///
/// The function's own, and when the value does not encode.
pub fn result_reply<R: IntoReply<Value: Serialize>, E: ActionError>(
    result: Result<R, E>,
) -> Outcome {
    match result {
        Ok(ok) => reply(ok),
        Err(error) => Err(error.into_failure(ErrorEncoding::Postcard)),
    }
}
