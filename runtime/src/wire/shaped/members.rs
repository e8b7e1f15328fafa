//! Structs as maps from names to values.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, Visitor};

use super::{Shaped, is_present};
use crate::wire::decoder::Decoder;
use crate::wire::error::{DecodeError, Reason, Result};
use crate::wire::shape::{Field, Shape, Struct};

/// The members of one value, in the order of the wire.
#[derive(Default)]
pub(super) struct Members<'de> {
    /// The one that tells the variant, and its name.
    variant: Option<(&'static str, &'de str)>,
    /// The one that holds all that the variant holds.
    content: Option<(&'static str, &'static Shape)>,
    fields: &'static [Field],
    /// Whether the visitor is taken to keep what it is given in a buffer.
    is_buffered: bool,
}

impl<'de> Members<'de> {
    /// Those of a struct.
    pub(super) fn of(shape: &Struct) -> Self {
        Self {
            fields: shape.fields,
            ..Self::default()
        }
    }

    /// The same behind a first one that tells the variant.
    pub(super) fn behind(self, tag: &'static str, variant: &'de str) -> Self {
        Self {
            variant: Some((tag, variant)),
            ..self
        }
    }

    /// The same before a last one that holds what the variant holds.
    pub(super) fn before(self, content: &'static str, shape: &'static Shape) -> Self {
        Self {
            content: Some((content, shape)),
            ..self
        }
    }

    /// The same for whoever asked what there is.
    pub(super) fn buffered(self) -> Self {
        Self {
            is_buffered: true,
            ..self
        }
    }

    /// Lets `visitor` read the members, all of them.
    pub(super) fn visit<V: Visitor<'de>>(
        self,
        decoder: &mut Decoder<'de>,
        visitor: V,
    ) -> Result<V::Value> {
        let mut reading = Reading {
            members: self,
            value: None,
            decoder,
        };
        let value = visitor.visit_map(&mut reading)?;
        match reading.next()? {
            None => Ok(value),
            Some(_) => Err(Reason::Leftover.into()),
        }
    }

    fn len(&self) -> usize {
        let others = usize::from(self.variant.is_some()) + usize::from(self.content.is_some());
        self.fields.len() + others
    }
}

/// What belongs to a name.
#[derive(Clone, Copy)]
enum Value<'de> {
    Variant(&'de str),
    Field(&'static Shape),
}

/// The members still to come.
struct Reading<'a, 'de> {
    members: Members<'de>,
    /// Of the name that was last given.
    value: Option<Value<'de>>,
    decoder: &'a mut Decoder<'de>,
}

impl<'de> Reading<'_, 'de> {
    /// The next name and what belongs to it, stepping over what was left out.
    fn next(&mut self) -> Result<Option<(&'static str, Value<'de>)>> {
        if let Some((tag, variant)) = self.members.variant.take() {
            return Ok(Some((tag, Value::Variant(variant))));
        }
        if let Some((content, shape)) = self.members.content.take() {
            return Ok(Some((content, Value::Field(shape))));
        }
        while let Some((field, rest)) = self.members.fields.split_first() {
            self.members.fields = rest;
            if is_present(field, self.decoder)? {
                return Ok(Some((field.name, Value::Field(&field.shape))));
            }
        }
        Ok(None)
    }
}

impl<'de> MapAccess<'de> for Reading<'_, 'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some((name, value)) = self.next()? else {
            return Ok(None);
        };
        self.value = Some(value);
        if self.members.is_buffered {
            self.decoder.budget.charge_value::<K::Value>()?;
        }
        seed.deserialize(BorrowedStrDeserializer::new(name))
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        if self.members.is_buffered {
            self.decoder.budget.charge_value::<V::Value>()?;
        }
        match self.value.take() {
            Some(Value::Variant(name)) => seed.deserialize(BorrowedStrDeserializer::new(name)),
            Some(Value::Field(shape)) => seed.deserialize(Shaped::new(self.decoder, shape)),
            None => Err(Reason::Shape.into()),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.members.len())
    }
}
