//! The bytes of a call: postcard's format, written and read by code of our own.
//!
//! postcard's own decoder trusts its input: recursion overflows the stack, elements of no size
//! never end, and a small body unfolds a thousandfold in memory. The decoder here accepts what
//! postcard encodes and nothing else, within [`Limits`]. It knows nothing of HTTP, of actions or of
//! the types it decodes.

mod along;
mod budget;
mod decoder;
mod distinct;
mod encode;
mod error;
mod fields;
pub(crate) mod json;
mod map;
mod numbers;
mod reader;
mod sequence;
pub mod shape;
mod shaped;
mod text;
mod trace;
pub(crate) mod transcode;
mod tuple;
mod variant;
mod writer;

#[cfg(test)]
mod tests;

use serde::Deserialize;

pub(crate) use self::budget::Limits;
pub(crate) use self::encode::{EncodeError, encode};
pub(crate) use self::error::DecodeError;
pub use self::fields::Fields;
use self::shape::Shape;
use self::shaped::Shaped;
pub use self::trace::{Sources, assert_reads, assert_reads_and_writes};

/// Decodes all of `bytes`.
///
/// # Errors
///
/// Whatever postcard would not have encoded for a `T`, and whatever exceeds the limits.
pub(crate) fn decode<'de, T>(bytes: &'de [u8], limits: Limits) -> Result<T, DecodeError>
where
    T: Deserialize<'de>,
{
    let mut decoder = decoder::Decoder::new(bytes, limits)?;
    let value = T::deserialize(&mut decoder)?;
    decoder.finish()?;
    Ok(value)
}

/// Decodes all of `bytes`, which have that shape: for types that cannot be read without names.
///
/// # Errors
///
/// As [`decode`], and where the type and the shape contradict each other.
pub(crate) fn decode_shaped<'de, T>(
    bytes: &'de [u8],
    shape: &'static Shape,
    limits: Limits,
) -> Result<T, DecodeError>
where
    T: Deserialize<'de>,
{
    let mut decoder = decoder::Decoder::new(bytes, limits)?;
    let value = T::deserialize(Shaped::new(&mut decoder, shape))?;
    decoder.finish()?;
    Ok(value)
}
