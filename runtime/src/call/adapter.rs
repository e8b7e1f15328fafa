//! Stands in for what `wire` does not offer yet.

use serde::Serialize;
use serde::de::{DeserializeSeed, Error as _};

use super::Failure;
use crate::wire::{DecodeError, Limits};

pub(super) fn decode_json_seed<'de, S: DeserializeSeed<'de>>(
    bytes: &'de [u8],
    seed: S,
    _: Limits,
) -> Result<S::Value, DecodeError> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = seed.deserialize(&mut deserializer);
    let ended = value.and_then(|value| deserializer.end().map(|()| value));
    ended.map_err(DecodeError::custom)
}

pub(super) fn encode_json<T: Serialize>(value: &T) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(value).map_err(|error| Failure::internal(&error))
}
