//! Reading a value, and telling what was asked for where it is not that.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use super::Tracked;
use super::access::Elements;
use super::expected::{What, between, known, words};
use crate::rest::decode::fault::Fault;

/// `deserialize_x`, and what that asks for.
macro_rules! deserialize {
    ($($deserialize:ident($($argument:ident: $ty:ty),*) |$visitor:ident| $what:expr;)*) => {$(
        fn $deserialize<V: Visitor<'de>>(
            self,
            $($argument: $ty,)*
            $visitor: V,
        ) -> Result<V::Value, Fault> {
            let what = $what;
            let track = self.track;
            let visitor = self.with($visitor);
            self.inner.$deserialize($($argument,)* visitor).map_err(|error| {
                track.found(error).expecting(&track.place.borrow(), || what)
            })
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tracked<'_, D> {
    type Error = Fault;

    deserialize! {
        deserialize_any() |visitor| What::Anything;
        deserialize_ignored_any() |visitor| What::Anything;
        deserialize_identifier() |visitor| What::Anything;
        deserialize_bool() |visitor| known("true or false");
        deserialize_u8() |visitor| between(u8::MIN, u8::MAX);
        deserialize_u16() |visitor| between(u16::MIN, u16::MAX);
        deserialize_u32() |visitor| between(u32::MIN, u32::MAX);
        deserialize_u64() |visitor| between(u64::MIN, u64::MAX);
        deserialize_u128() |visitor| between(u128::MIN, u128::MAX);
        deserialize_i8() |visitor| between(i8::MIN, i8::MAX);
        deserialize_i16() |visitor| between(i16::MIN, i16::MAX);
        deserialize_i32() |visitor| between(i32::MIN, i32::MAX);
        deserialize_i64() |visitor| between(i64::MIN, i64::MAX);
        deserialize_i128() |visitor| between(i128::MIN, i128::MAX);
        deserialize_f32() |visitor| known("a number");
        deserialize_f64() |visitor| known("a number");
        deserialize_char() |visitor| known("a single character");
        deserialize_str() |visitor| What::Text("a string", words(&visitor));
        deserialize_string() |visitor| What::Text("a string", words(&visitor));
        deserialize_bytes() |visitor| What::Anything;
        deserialize_byte_buf() |visitor| What::Anything;
        deserialize_option() |visitor| What::Anything;
        deserialize_unit() |visitor| known("null");
        deserialize_unit_struct(name: &'static str) |visitor| known("null");
        deserialize_newtype_struct(name: &'static str) |visitor| What::Anything;
        deserialize_seq() |visitor| known("a list");
        deserialize_tuple(len: usize) |visitor| What::Known(format!("a list of {len}"));
        deserialize_tuple_struct(name: &'static str, len: usize)
            |visitor| What::Known(format!("a list of {len}"));
        deserialize_map() |visitor| known("an object");
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
            |visitor| What::Text("the name of a variant, or an object of one member by that name", None);
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let track = self.track;
        let visitor = self.with(Object(visitor));
        let value = self.inner.deserialize_struct(name, fields, visitor);
        value.map_err(|error| {
            let fault = track.found(error);
            fault.expecting(&track.place.borrow(), || known("an object"))
        })
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Tracked<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let deserializer = self.with(deserializer);
        let value = self.inner.deserialize(deserializer);
        value.map_err(|fault| self.track.keep(fault))
    }
}

/// `visit_x` of values that have no parts.
macro_rules! visit {
    ($($visit:ident($ty:ty))*) => {$(
        fn $visit<E: Error>(self, value: $ty) -> Result<V::Value, E> {
            self.inner.$visit(value).map_err(|fault: Fault| self.track.keep(fault))
        }
    )*};
}

/// `visit_x` of values that have parts.
macro_rules! visit_parts {
    ($($visit:ident($access:ident))*) => {$(
        fn $visit<A: $access<'de>>(self, parts: A) -> Result<V::Value, A::Error> {
            let parts = self.with(parts);
            self.inner.$visit(parts).map_err(|fault| self.track.keep(fault))
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Tracked<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visit! {
        visit_bool(bool)
        visit_u8(u8) visit_u16(u16) visit_u32(u32) visit_u64(u64) visit_u128(u128)
        visit_i8(i8) visit_i16(i16) visit_i32(i32) visit_i64(i64) visit_i128(i128)
        visit_f32(f32) visit_f64(f64)
        visit_char(char) visit_str(&str) visit_borrowed_str(&'de str) visit_string(String)
        visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        let value = self.inner.visit_none();
        value.map_err(|fault: Fault| self.track.keep(fault))
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        let value = self.inner.visit_unit();
        value.map_err(|fault: Fault| self.track.keep(fault))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        let elements = Elements::new(self.with(elements));
        let value = self.inner.visit_seq(elements);
        value.map_err(|fault| self.track.keep(fault))
    }

    visit_parts! {
        visit_some(Deserializer)
        visit_newtype_struct(Deserializer)
        visit_map(MapAccess)
        visit_enum(EnumAccess)
    }
}

/// Visits an object, and nothing else that could stand for a struct.
struct Object<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Object<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(members)
    }
}
