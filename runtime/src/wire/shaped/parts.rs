//! Structs, tuples and arrays, in order.

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::Shaped;
use crate::wire::decoder::Decoder;
use crate::wire::error::{DecodeError, Reason, Result};
use crate::wire::shape::{Field, Presence, Shape};

/// The shapes of the parts of one value.
#[derive(Clone, Copy)]
pub(super) enum Parts {
    Tuple(&'static [Shape]),
    Fields(&'static [Field]),
    Repeated(&'static Shape, usize),
}

impl Parts {
    #[inline]
    pub(super) const fn tuple(shapes: &'static [Shape]) -> Self {
        Self::Tuple(shapes)
    }

    #[inline]
    pub(super) const fn fields(fields: &'static [Field]) -> Self {
        Self::Fields(fields)
    }

    #[inline]
    pub(super) const fn repeated(shape: &'static Shape, count: usize) -> Self {
        Self::Repeated(shape, count)
    }

    /// Lets `visitor` read the parts, all of them.
    #[inline]
    pub(super) fn visit<'de, V: Visitor<'de>>(
        self,
        decoder: &mut Decoder<'de>,
        visitor: V,
    ) -> Result<V::Value> {
        let mut reading = Reading {
            parts: self,
            decoder,
        };
        let value = visitor.visit_seq(&mut reading)?;
        match reading.parts.len() {
            0 => Ok(value),
            _ => Err(Reason::Leftover.into()),
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Tuple(shapes) => shapes.len(),
            Self::Fields(fields) => fields.len(),
            Self::Repeated(_, count) => *count,
        }
    }

    /// The shape of the next part, and whether a byte before it says that it is there; nothing after
    /// the last.
    #[inline]
    fn next(&mut self) -> Option<(&'static Shape, bool)> {
        match self {
            Self::Tuple(shapes) => {
                let shapes: &'static [Shape] = shapes;
                let (first, rest) = shapes.split_first()?;
                *self = Self::Tuple(rest);
                Some((first, false))
            }
            Self::Fields(fields) => {
                let fields: &'static [Field] = fields;
                let (first, rest) = fields.split_first()?;
                *self = Self::Fields(rest);
                // A struct that can lack a field is read as a map; here the parameters of a
                // function are.
                Some((&first.shape, first.presence == Presence::Flagged))
            }
            Self::Repeated(shape, count) => {
                let shape: &'static Shape = shape;
                *count = count.checked_sub(1)?;
                Some((shape, false))
            }
        }
    }
}

/// The parts still to come.
struct Reading<'a, 'de> {
    parts: Parts,
    decoder: &'a mut Decoder<'de>,
}

impl<'de> SeqAccess<'de> for Reading<'_, 'de> {
    type Error = DecodeError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some((shape, flagged)) = self.parts.next() else {
            return Ok(None);
        };
        let part = Shaped {
            flagged,
            ..Shaped::new(self.decoder, shape)
        };
        seed.deserialize(part).map(Some)
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.parts.len())
    }
}
