//! Structs, tuples and arrays: their elements one after the other, uncounted.

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::decoder::Decoder;
use super::error::{DecodeError, Reason, Result};

/// The elements still to come.
pub(super) struct Tuple<'a, 'de> {
    decoder: &'a mut Decoder<'de>,
    remaining: usize,
}

impl<'a, 'de> Tuple<'a, 'de> {
    /// Lets `visitor` read `length` elements, all of them.
    #[inline]
    pub(super) fn visit<V: Visitor<'de>>(
        decoder: &'a mut Decoder<'de>,
        length: usize,
        visitor: V,
    ) -> Result<V::Value> {
        let mut tuple = Tuple {
            decoder,
            remaining: length,
        };
        let value = visitor.visit_seq(&mut tuple)?;
        match tuple.remaining {
            0 => Ok(value),
            _ => Err(Reason::Leftover.into()),
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
