//! Structs, tuples and arrays, in order.

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::{Shaped, is_present};
use crate::wire::decoder::Decoder;
use crate::wire::error::{DecodeError, Reason, Result};
use crate::wire::shape::{Field, Shape};

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

    /// The shape of the next part; nothing after the last.
    #[inline]
    fn next(&mut self, decoder: &mut Decoder<'_>) -> Result<Option<&'static Shape>> {
        match self {
            Self::Tuple(shapes) => {
                let shapes: &'static [Shape] = shapes;
                let Some((first, rest)) = shapes.split_first() else {
                    return Ok(None);
                };
                *self = Self::Tuple(rest);
                Ok(Some(first))
            }
            Self::Fields(fields) => {
                let fields: &'static [Field] = fields;
                let Some((first, rest)) = fields.split_first() else {
                    return Ok(None);
                };
                *self = Self::Fields(rest);
                // Only a map can lack a field.
                match is_present(first, decoder)? {
                    true => Ok(Some(&first.shape)),
                    false => Err(Reason::Value.into()),
                }
            }
            Self::Repeated(shape, count) => {
                let shape: &'static Shape = shape;
                let Some(rest) = count.checked_sub(1) else {
                    return Ok(None);
                };
                *count = rest;
                Ok(Some(shape))
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
        match self.parts.next(self.decoder)? {
            Some(shape) => seed.deserialize(Shaped::new(self.decoder, shape)).map(Some),
            None => Ok(None),
        }
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.parts.len())
    }
}
