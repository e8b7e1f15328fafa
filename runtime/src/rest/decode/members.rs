//! An object of the parameters that are given, and of one member more at most.

use std::marker::PhantomData;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};

use super::given::{Given, Value};

/// The object.
pub(super) struct Members<'de, D> {
    given: Given<'de>,
    /// Whose key is out, and whose value is not.
    value: Option<Value<'de>>,
    /// What follows the parameters.
    member: Option<(&'static str, D)>,
}

impl<'de, D> Members<'de, D> {
    pub(super) fn new(given: Given<'de>, member: Option<(&'static str, D)>) -> Self {
        Self {
            given,
            value: None,
            member,
        }
    }
}

impl<'de, D: Deserializer<'de>> MapAccess<'de> for Members<'de, D> {
    type Error = D::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, D::Error> {
        let name = match self.given.next() {
            Some((parameter, value)) => {
                self.value = Some(value);
                parameter.name
            }
            None => match &self.member {
                Some((name, _)) => name,
                None => return Ok(None),
            },
        };
        seed.deserialize(BorrowedStrDeserializer::new(name))
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, D::Error> {
        match (self.value.take(), self.member.take()) {
            (Some(value), member) => {
                self.member = member;
                value.read(seed)
            }
            (None, Some((_, body))) => seed.deserialize(body),
            (None, None) => Err(D::Error::custom("a value without a name")),
        }
    }
}

impl<'de> Value<'de> {
    /// Reads it by a seed.
    pub(super) fn read<V: DeserializeSeed<'de>, E: Error>(self, seed: V) -> Result<V::Value, E> {
        match self {
            Self::Single(value) => seed.deserialize(value.into_deserializer()),
            Self::Several(values) => seed.deserialize(values.into_deserializer()),
        }
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Members<'de, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        visitor.visit_map(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        MapAccessDeserializer::new(self).deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// The body of a request that has none.
pub(super) struct Nothing<E>(PhantomData<E>);

impl<E> Nothing<E> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, E: Error> Deserializer<'de> for Nothing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::custom("there is no body"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}
