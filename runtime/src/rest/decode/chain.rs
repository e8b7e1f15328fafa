//! An object of the parameters that are given, then of the members of the body, which is one.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Visitor,
};

use super::given::{Given, Value};

/// The object.
pub(super) struct Chain<'de, D> {
    given: Given<'de>,
    body: D,
}

impl<'de, D> Chain<'de, D> {
    pub(super) fn new(given: Given<'de>, body: D) -> Self {
        Self { given, body }
    }
}

/// What becomes of a member of the body that has the name of a parameter.
#[derive(Clone, Copy)]
enum Taken {
    /// Who takes a member of any name shall not take this one for another.
    Skipped,
    /// Who knows its members is shown one that it does not know, and may refuse it.
    Unknown,
}

/// A name that no field has: what a path or a query says is not for the body to say.
pub(super) const UNKNOWN: &str = "\0";

impl<'de, D: Deserializer<'de>> Chain<'de, D> {
    fn visit<V: Visitor<'de>>(self, taken: Taken, visitor: V) -> Result<V::Value, D::Error> {
        let Self { given, body } = self;
        body.deserialize_map(Chained {
            given,
            taken,
            visitor,
        })
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Chain<'de, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.visit(Taken::Skipped, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.visit(Taken::Unknown, visitor)
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
        self.visit(
            Taken::Skipped,
            Choice {
                name,
                variants,
                visitor,
            },
        )
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// Visits the body's members after the parameters.
struct Chained<'de, V> {
    given: Given<'de>,
    taken: Taken,
    visitor: V,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Chained<'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, body: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(All {
            given: self.given,
            value: None,
            taken: self.taken,
            body,
        })
    }
}

/// Visits an object as the enum that it is.
struct Choice<V> {
    name: &'static str,
    variants: &'static [&'static str],
    visitor: V,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Choice<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        MapAccessDeserializer::new(members).deserialize_enum(self.name, self.variants, self.visitor)
    }
}

/// The parameters and the members.
struct All<'de, A> {
    given: Given<'de>,
    value: Option<Value<'de>>,
    taken: Taken,
    body: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for All<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        if let Some((parameter, value)) = self.given.next() {
            self.value = Some(value);
            let name = BorrowedStrDeserializer::new(parameter.name);
            return seed.deserialize(name).map(Some);
        }
        while let Some(name) = self.body.next_key_seed(Name)? {
            match (self.given.takes(&name), self.taken) {
                (false, _) => {
                    return match name {
                        Cow::Borrowed(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
                        Cow::Owned(name) => seed.deserialize(name.into_deserializer()),
                    }
                    .map(Some);
                }
                (true, Taken::Unknown) => {
                    return seed
                        .deserialize(BorrowedStrDeserializer::new(UNKNOWN))
                        .map(Some);
                }
                (true, Taken::Skipped) => drop(self.body.next_value::<IgnoredAny>()?),
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => value.read(seed),
            None => self.body.next_value_seed(seed),
        }
    }
}

/// Reads a member's name.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(name.into())
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(name.to_owned().into())
    }
}
