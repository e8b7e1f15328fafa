//! Plain JSON: what serde_json reads and writes, for actions whose types postcard cannot carry.
//!
//! Before a type sees it, the text is looked through once: it is JSON, nested at most 128 levels
//! deep, and no object has two members of one name. While it is decoded, what is made is paid for
//! as by the binary decoder, by the sizes of the types.
//!
//! One thing is not seen. For untagged and internally tagged enums and for flattened fields, serde
//! keeps values in a buffer and makes others from them. The buffer is paid for, 32 bytes a value,
//! and nested half as deep as other values; what is made from it is not paid for. It is made of
//! values that stand in the text, where each takes two bytes at least, so there are at most half as
//! many of them as the text has bytes. An untagged enum that contains itself would copy the buffer at
//! every level and try its variants at each, without a bound: the build step refuses such inputs.

mod access;
mod bounded;
mod finite;
mod ledger;
mod names;
mod scan;
pub(super) mod text;
pub(super) mod tree;

use std::marker::PhantomData;

use serde::de::DeserializeSeed;
use serde::ser::Error as _;
use serde::{Deserialize, Serialize};

use self::bounded::Bounded;
use self::finite::Finite;
use self::ledger::Ledger;
use super::budget::Limits;
use super::encode::EncodeError;
use super::error::{DecodeError, Reason};

/// Decodes all of `text`.
///
/// # Errors
///
/// What the type's `Deserialize` refuses, a name that comes twice in one object, and whatever
/// exceeds the limits.
pub(crate) fn decode<'de, T>(text: &'de [u8], limits: Limits) -> Result<T, DecodeError>
where
    T: Deserialize<'de>,
{
    decode_seed(text, PhantomData, limits)
}

/// The same with a seed.
///
/// # Errors
///
/// As [`decode`].
pub(crate) fn decode_seed<'de, S>(
    text: &'de [u8],
    seed: S,
    limits: Limits,
) -> Result<S::Value, DecodeError>
where
    S: DeserializeSeed<'de>,
{
    look_through(text, limits)?;
    decode_known(text, seed, limits).map_err(|unread| match unread {
        Unread::BeyondLimits(error) => error,
        Unread::Mismatch => Reason::Value.into(),
    })
}

/// Asserts that `text` is JSON, nested at most so deep, and that no object has two members of one
/// name.
///
/// # Errors
///
/// Where it is not.
pub(crate) fn look_through(text: &[u8], limits: Limits) -> Result<(), DecodeError> {
    scan::scan(text, limits)
}

/// Why a text that is JSON was not read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unread {
    /// It would have cost too much.
    BeyondLimits(DecodeError),
    /// It is not what the type takes.
    Mismatch,
}

/// Decodes all of `text`, which was looked through.
///
/// # Errors
///
/// What the type's `Deserialize` refuses, and whatever exceeds the limits.
pub(crate) fn decode_known<'de, S>(
    text: &'de [u8],
    seed: S,
    limits: Limits,
) -> Result<S::Value, Unread>
where
    S: DeserializeSeed<'de>,
{
    let ledger = Ledger::new(limits);
    // Strings are together no longer than the text.
    ledger.charge(text.len()).map_err(Unread::BeyondLimits)?;
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    // The text is known not to be nested too deeply.
    deserializer.disable_recursion_limit();
    seed.deserialize(Bounded::new(&mut deserializer, &ledger))
        .map_err(|_| match ledger.refused() {
            Some(error) => Unread::BeyondLimits(error),
            None => Unread::Mismatch,
        })
}

/// Encodes `value`.
///
/// # Errors
///
/// What the value's `Serialize` refuses, a map whose keys are no text, and a number that is
/// infinite or NaN.
pub(crate) fn encode<T>(value: &T) -> Result<Vec<u8>, EncodeError>
where
    T: Serialize + ?Sized,
{
    let mut text = Vec::with_capacity(128);
    let mut serializer = serde_json::Serializer::new(&mut text);
    match value.serialize(Finite(&mut serializer)) {
        Ok(()) => Ok(text),
        Err(error) => Err(EncodeError::custom(error)),
    }
}
