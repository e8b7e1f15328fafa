//! From what a function returned to an outcome, where it was called by REST.

use serde::Serialize;

use super::{Answer, Outcome};
use crate::error::{ActionError, ErrorEncoding};
use crate::success::IntoReply;
use crate::wire;

/// The outcome of `-> T`.
///
/// # Errors
///
/// When the value does not encode.
pub fn value<T: Serialize>(value: T) -> Outcome {
    let text = wire::json::encode(&value)?;
    // What says nothing needs no body.
    let is_unit = size_of::<T>() == 0 && text == b"null";
    Ok(Answer::new(if is_unit { Vec::new() } else { text }))
}

/// The outcome of `-> Result<T, E>`.
///
/// # Errors
///
/// The function's own, and when the value does not encode.
pub fn result<T: Serialize, E: ActionError>(result: Result<T, E>) -> Outcome {
    match result {
        Ok(ok) => value(ok),
        Err(error) => Err(error.into_failure(ErrorEncoding::Problem)),
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
        Err(error) => Err(error.into_failure(ErrorEncoding::Problem)),
    }
}
