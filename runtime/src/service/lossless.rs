//! Outcomes as lossless JSON.
//!
//! What a function returned has been encoded as postcard, as for every other caller, and what was
//! lent to it has ended. Only then are its bytes, by their shape, made into JSON.

use crate::action::Wire;
use crate::call::{Answer, Failure, FailureKind, Outcome};
use crate::wire::shape::Shape;
use crate::wire::transcode;

/// The same outcome with JSON in place of postcard.
pub(super) fn outcome(outcome: Outcome, wire: &'static Wire) -> Outcome {
    match outcome {
        Ok(Answer { body, headers }) => {
            let body = json(&body, wire.result)?.into();
            Ok(Answer { body, headers })
        }
        Err(Failure(FailureKind::Declared {
            status,
            code,
            detail,
            body,
        })) => {
            let body = declared(code, &body, wire)?.into();
            Err(Failure(FailureKind::Declared {
                status,
                code,
                detail,
                body,
            }))
        }
        Err(failure) => Err(failure),
    }
}

/// `{"code": …, "data": …}` of a declared error, whose postcard is the code and then the payload.
fn declared(code: &str, postcard: &[u8], wire: &'static Wire) -> Result<Vec<u8>, Failure> {
    // Codes are made of lower-case letters, digits and `_`.
    let mut object = format!(r#"{{"code":"{code}""#).into_bytes();
    let payload = postcard.get(encoded_length(code)..).unwrap_or_default();
    match wire.errors.iter().find(|(known, _)| *known == code) {
        Some((_, shape)) => {
            object.extend_from_slice(br#","data":"#);
            object.extend(json(payload, shape)?);
        }
        None if payload.is_empty() => {}
        None => return Err(Failure::text(format!("the error `{code}` has no shape"))),
    }
    object.push(b'}');
    Ok(object)
}

/// How many bytes `text` is on postcard.
fn encoded_length(text: &str) -> usize {
    let bits = usize::BITS - text.len().leading_zeros();
    text.len() + bits.div_ceil(7).max(1) as usize
}

/// A result that its own shape does not describe is a mistake of ours, not of the caller's.
fn json(postcard: &[u8], shape: &'static Shape) -> Result<Vec<u8>, Failure> {
    transcode::to_json(postcard, shape).map_err(|error| Failure::internal(&error))
}
