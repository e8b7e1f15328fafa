//! What the recorder hands to visitors of types with parts.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::graph::Key;
use super::recorder::Recorder;
use super::shape::{Fields, Names, Shape};
use crate::wire::error::{DecodeError, Reason, Result};

/// A row of elements.
pub(super) struct Elements<'a, 'b> {
    recorder: &'a mut Recorder<'b>,
    length: usize,
    pub(super) shapes: Vec<Shape>,
}

impl<'a, 'b> Elements<'a, 'b> {
    pub(super) fn new(recorder: &'a mut Recorder<'b>, length: usize) -> Self {
        let shapes = Vec::new();
        Self {
            recorder,
            length,
            shapes,
        }
    }
}

impl SeqAccess<'static> for Elements<'_, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'static>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>> {
        if self.shapes.len() == self.length {
            return Ok(None);
        }
        let mut shape = Shape::Unknown;
        let element = seed.deserialize(self.recorder.part(&mut shape)?)?;
        self.shapes.push(shape);
        Ok(Some(element))
    }
}

/// A map of one entry, or of none.
pub(super) struct Entries<'a, 'b> {
    recorder: &'a mut Recorder<'b>,
    remaining: usize,
    pub(super) key: Shape,
    pub(super) value: Shape,
}

impl<'a, 'b> Entries<'a, 'b> {
    pub(super) fn none(recorder: &'a mut Recorder<'b>) -> Self {
        Self {
            recorder,
            remaining: 0,
            key: Shape::Unknown,
            value: Shape::Unknown,
        }
    }

    pub(super) fn one(recorder: &'a mut Recorder<'b>) -> Self {
        Self {
            remaining: 1,
            ..Self::none(recorder)
        }
    }
}

impl MapAccess<'static> for Entries<'_, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'static>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(remaining) = self.remaining.checked_sub(1) else {
            return Ok(None);
        };
        self.remaining = remaining;
        seed.deserialize(self.recorder.part(&mut self.key)?)
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'static>>(&mut self, seed: V) -> Result<V::Value> {
        seed.deserialize(self.recorder.part(&mut self.value)?)
    }
}

/// One variant of an enum.
pub(super) struct Variant<'a, 'b> {
    recorder: &'a mut Recorder<'b>,
    key: Key,
    index: usize,
}

impl<'a, 'b> Variant<'a, 'b> {
    pub(super) fn new(recorder: &'a mut Recorder<'b>, key: Key, index: usize) -> Self {
        Self {
            recorder,
            key,
            index,
        }
    }

    fn record(&mut self, fields: Fields) {
        self.recorder
            .graph
            .record_variant(self.key, self.index, fields);
    }
}

impl EnumAccess<'static> for Variant<'_, '_> {
    type Error = DecodeError;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'static>>(self, seed: T) -> Result<(T::Value, Self)> {
        let index = u32::try_from(self.index).map_err(|_| Reason::Range)?;
        let index: U32Deserializer<DecodeError> = index.into_deserializer();
        match seed.deserialize(index) {
            Ok(variant) => Ok((variant, self)),
            Err(error) => {
                self.recorder.graph.dismiss_variant(self.key, self.index);
                Err(error)
            }
        }
    }
}

impl VariantAccess<'static> for Variant<'_, '_> {
    type Error = DecodeError;

    fn unit_variant(mut self) -> Result<()> {
        self.record(Fields::Unit);
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'static>>(mut self, seed: T) -> Result<T::Value> {
        let mut inner = Shape::Unknown;
        let value = seed.deserialize(self.recorder.part(&mut inner)?)?;
        self.record(Fields::Newtype(inner));
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'static>>(mut self, len: usize, visitor: V) -> Result<V::Value> {
        let (value, shapes) = self.recorder.row(len, visitor)?;
        self.record(Fields::Tuple(shapes));
        Ok(value)
    }

    fn struct_variant<V: Visitor<'static>>(mut self, names: Names, visitor: V) -> Result<V::Value> {
        let (value, shapes) = self.recorder.row(names.len(), visitor)?;
        self.record(Fields::Named(names, shapes));
        Ok(value)
    }
}
