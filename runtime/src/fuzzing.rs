//! What fuzz targets call: everything that reads bytes of a stranger, within the usual limits.
//!
//! Nothing here is for people: it changes without notice.

use std::fmt::Debug;

use serde::{Deserialize, Serialize};

use crate::wire::shape::Shape;
use crate::wire::{self, Limits, json, transcode};

/// Encodes as an answer is encoded.
///
/// # Errors
///
/// What the value's `Serialize` refuses.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, impl Debug + use<T>> {
    wire::encode(value)
}

/// Decodes as an input is decoded.
///
/// # Errors
///
/// When the bytes are not a `T`, or cost too much.
pub fn decode<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, impl Debug + use<'de, T>> {
    wire::decode(bytes, Limits::DEFAULT)
}

/// The same for types that cannot be read without names.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_shaped<'de, T: Deserialize<'de>>(
    bytes: &'de [u8],
    shape: &'static Shape,
) -> Result<T, impl Debug + use<'de, T>> {
    wire::decode_shaped(bytes, shape, Limits::DEFAULT)
}

/// Lossless JSON to postcard.
///
/// # Errors
///
/// When the text is not JSON of that shape, or costs too much.
pub fn to_postcard(json: &[u8], shape: &'static Shape) -> Result<Vec<u8>, impl Debug + use<>> {
    transcode::to_postcard(json, shape, Limits::DEFAULT)
}

/// Postcard to lossless JSON.
///
/// # Errors
///
/// When the bytes are not of that shape.
pub fn to_json(postcard: &[u8], shape: &'static Shape) -> Result<Vec<u8>, impl Debug + use<>> {
    transcode::to_json(postcard, shape)
}

/// Decodes plain JSON as an input is decoded.
///
/// # Errors
///
/// When the text is not a `T` in JSON, or costs too much.
pub fn decode_json<'de, T: Deserialize<'de>>(
    text: &'de [u8],
) -> Result<T, impl Debug + use<'de, T>> {
    json::decode(text, Limits::DEFAULT)
}

/// Encodes plain JSON as an answer is encoded.
///
/// # Errors
///
/// What the value's `Serialize` refuses, and what JSON has no number for.
pub fn encode_json<T: Serialize>(value: &T) -> Result<Vec<u8>, impl Debug + use<T>> {
    json::encode(value)
}
