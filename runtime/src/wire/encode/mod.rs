//! Encoding: postcard's format, byte for byte, in one pass.
//!
//! Two things differ from postcard's own serializer. A field that its type skips is written as the
//! one byte 0, which is the form of `None` and of everything empty, so that the layout stays what
//! it is. And bytes in a row, which serde hands over one by one, are moved at once.

mod compound;
mod error;
mod plain;
mod serializer;

use std::cell::Cell;

use serde::Serialize;

pub(crate) use self::error::EncodeError;
use self::serializer::Encoder;
use super::writer::Writer;

/// What a thread keeps for the next value.
const KEPT: usize = 64 << 10;

thread_local! {
    /// Where values are written before their length is known.
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Encodes `value`: one allocation, of the size that it takes.
///
/// # Errors
///
/// What the value's `Serialize` refuses, and a sequence or map that does not know its length.
pub(crate) fn encode<T>(value: &T) -> Result<Vec<u8>, EncodeError>
where
    T: Serialize + ?Sized,
{
    // A `Serialize` that encodes something itself meanwhile finds an empty scratch.
    let mut scratch = SCRATCH.take();
    scratch.clear();
    let mut writer = Writer::new(scratch);
    value.serialize(Encoder(&mut writer))?;
    let mut bytes = writer.into_bytes();
    if bytes.capacity() > KEPT {
        bytes.shrink_to_fit();
        return Ok(bytes);
    }
    let encoded = bytes.as_slice().to_vec();
    SCRATCH.set(bytes);
    Ok(encoded)
}
