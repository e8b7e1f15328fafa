//! Encoding, which is postcard's.

use std::fmt;

use postcard::ser_flavors::{Flavor, Size};
use postcard::serialize_with_flavor;
use serde::Serialize;

/// A value that its own `Serialize` failed to encode.
pub(crate) struct EncodeError(postcard::Error);

/// Encodes `value`.
///
/// # Errors
///
/// What the value's `Serialize` refuses, and what postcard cannot carry, such as a sequence that
/// does not know its length.
pub(crate) fn encode<T>(value: &T) -> Result<Vec<u8>, EncodeError>
where
    T: Serialize + ?Sized,
{
    let size = serialize_with_flavor(value, Size::default()).map_err(EncodeError)?;
    let buffer = Buffer(Vec::with_capacity(size));
    serialize_with_flavor(value, buffer).map_err(EncodeError)
}

/// A buffer of the size that a first pass has counted: one allocation, which becomes `Bytes`
/// as it is.
struct Buffer(Vec<u8>);

impl Flavor for Buffer {
    type Output = Vec<u8>;

    #[inline]
    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.0.push(byte);
        Ok(())
    }

    #[inline]
    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<Vec<u8>> {
        Ok(self.0)
    }
}

impl std::error::Error for EncodeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value cannot be encoded")
    }
}

impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EncodeError").field(&self.0).finish()
    }
}
