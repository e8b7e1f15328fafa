//! From what a function returned to an outcome, where its action speaks plain JSON.

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
    Ok(Answer::new(wire::json::encode(&value)?))
}

/// The outcome of `-> Result<T, E>`.
///
/// # Errors
///
/// The function's own, and when the value does not encode.
pub fn result<T: Serialize, E: ActionError>(result: Result<T, E>) -> Outcome {
    match result {
        Ok(ok) => value(ok),
        Err(error) => Err(error.into_failure(ErrorEncoding::Json)),
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
        Err(error) => Err(error.into_failure(ErrorEncoding::Json)),
    }
}
