//! Externally tagged enums: the variant's index, then what it holds.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, VariantAccess, Visitor,
};

use super::Shaped;
use crate::wire::decoder::Decoder;
use crate::wire::error::{DecodeError, Reason, Result};
use crate::wire::shape::{Enum, Shape};

/// Lets `visitor` read a variant.
pub(super) fn visit<'de, V: Visitor<'de>>(
    decoder: &mut Decoder<'de>,
    shape: &'static Enum,
    visitor: V,
) -> Result<V::Value> {
    let index: u32 = decoder.reader.varint()?;
    // Whether the index is one is for the type to say.
    let variant = shape.by_index(index);
    let payload = variant.and_then(|variant| variant.payload.as_ref());
    visitor.visit_enum(Payload {
        decoder,
        index,
        payload,
    })
}

/// What a variant holds.
struct Payload<'a, 'de> {
    decoder: &'a mut Decoder<'de>,
    index: u32,
    payload: Option<&'static Shape>,
}

impl<'a, 'de> Payload<'a, 'de> {
    fn shaped(self) -> Result<Shaped<'a, 'de>> {
        let shape = self.payload.ok_or(Reason::Shape)?;
        Ok(Shaped::new(self.decoder, shape))
    }
}

impl<'de> EnumAccess<'de> for Payload<'_, 'de> {
    type Error = DecodeError;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self)> {
        let index: U32Deserializer<DecodeError> = self.index.into_deserializer();
        Ok((seed.deserialize(index)?, self))
    }
}

impl<'de> VariantAccess<'de> for Payload<'_, 'de> {
    type Error = DecodeError;

    fn unit_variant(self) -> Result<()> {
        match self.payload {
            None => Ok(()),
            Some(_) => Err(Reason::Shape.into()),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(self.shaped()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.shaped()?.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.shaped()?.deserialize_struct("", fields, visitor)
    }
}
