//! Structs, tuples and arrays: their elements one after the other, uncounted.

use serde::de::{DeserializeSeed, SeqAccess};

use super::decoder::Decoder;
use super::error::{DecodeError, Result};

/// The elements still to come, at most: where fields have aliases, serde announces those too.
pub(super) struct Tuple<'a, 'de> {
    decoder: &'a mut Decoder<'de>,
    remaining: usize,
}

impl<'a, 'de> Tuple<'a, 'de> {
    #[inline]
    pub(super) const fn new(decoder: &'a mut Decoder<'de>, length: usize) -> Self {
        Self {
            decoder,
            remaining: length,
        }
    }
}

impl<'de> SeqAccess<'de> for Tuple<'_, 'de> {
    type Error = DecodeError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some(remaining) = self.remaining.checked_sub(1) else {
            return Ok(None);
        };
        self.remaining = remaining;
        seed.deserialize(&mut *self.decoder).map(Some)
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.remaining)
    }
}
