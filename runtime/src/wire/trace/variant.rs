//! A variant of an externally tagged enum, as visitors take it.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, VariantAccess, Visitor,
};

use super::describe::{describe, structure_of, tuple};
use super::error::{Result, Stop};
use super::names::Names;
use super::reader::Reader;
use super::session::Session;
use crate::wire::shape::{Shape, Variant};

pub(super) struct VariantReader<'a> {
    pub(super) session: &'a mut Session,
    pub(super) variant: &'static Variant,
}

impl VariantReader<'_> {
    /// Reads what the variant holds, which serde describes so.
    fn payload<T>(self, serde: String, read: impl FnOnce(Reader<'_>) -> Result<T>) -> Result<T> {
        let step = format!("::{}", self.variant.name);
        self.session
            .within(step, |session| match &self.variant.payload {
                Some(payload) => read(Reader::new(session, payload)),
                None => Err(session.note("a variant that holds nothing", serde)),
            })
    }
}

impl EnumAccess<'static> for VariantReader<'_> {
    type Error = Stop;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'static>>(self, seed: T) -> Result<(T::Value, Self)> {
        let index = self.variant.index;
        let number: U32Deserializer<Stop> = index.into_deserializer();
        match seed.deserialize(number) {
            Ok(variant) => Ok((variant, self)),
            Err(_) => {
                let read = format!("{:?} with the number {index}", self.variant.name);
                Err(self.session.note(read, "no variant of this number"))
            }
        }
    }
}

impl VariantAccess<'static> for VariantReader<'_> {
    type Error = Stop;

    fn unit_variant(self) -> Result<()> {
        let Some(payload) = &self.variant.payload else {
            return Ok(());
        };
        let step = format!("::{}", self.variant.name);
        self.session.within(step, |session| {
            Err(session.note(describe(payload), "a variant that holds nothing"))
        })
    }

    fn newtype_variant_seed<T: DeserializeSeed<'static>>(self, seed: T) -> Result<T::Value> {
        self.payload("a value".to_owned(), |reader| seed.deserialize(reader))
    }

    fn tuple_variant<V: Visitor<'static>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.payload(tuple(len), |reader| reader.deserialize_tuple(len, visitor))
    }

    fn struct_variant<V: Visitor<'static>>(self, names: Names, visitor: V) -> Result<V::Value> {
        self.payload(structure_of(names), |reader| match reader.shape {
            Shape::Struct(_) => reader.deserialize_struct("", names, visitor),
            _ => reader.disagrees(structure_of(names)),
        })
    }
}
