//! The names of members and variants, remembered as they are read.

use std::fmt::{self, Display};

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, Visitor};

use super::{Track, Tracked};
use crate::rest::decode::fault::Fault;

/// Something of serde's by which a name is read.
pub(super) struct Key<'t, T> {
    inner: T,
    track: &'t Track,
}

impl<'t, T> Key<'t, T> {
    pub(super) fn new(inner: T, track: &'t Track) -> Self {
        Self { inner, track }
    }

    fn remember(&self, name: impl Display) {
        self.track.key.replace(Some(name.to_string()));
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Key<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let Self { inner, track } = self;
        let value = inner.deserialize(Key::new(deserializer, track));
        value.map_err(|fault| track.keep(fault))
    }
}

/// `deserialize_x` with a visitor that remembers.
macro_rules! deserialize {
    ($($deserialize:ident($($argument:ident: $ty:ty),*))*) => {$(
        fn $deserialize<V: Visitor<'de>>(
            self,
            $($argument: $ty,)*
            visitor: V,
        ) -> Result<V::Value, Fault> {
            let Self { inner, track } = self;
            let value = inner.$deserialize($($argument,)* Key::new(visitor, track));
            value.map_err(|error| track.found(error))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Key<'_, D> {
    type Error = Fault;

    deserialize! {
        deserialize_any() deserialize_ignored_any() deserialize_identifier()
        deserialize_bool()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
        deserialize_f32() deserialize_f64()
        deserialize_char() deserialize_str() deserialize_string()
        deserialize_bytes() deserialize_byte_buf()
        deserialize_option() deserialize_unit()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq() deserialize_map()
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// `visit_x` of what may be a name.
macro_rules! visit {
    ($($visit:ident($ty:ty))*) => {$(
        fn $visit<E: Error>(self, name: $ty) -> Result<V::Value, E> {
            self.remember(&name);
            self.inner.$visit(name).map_err(|fault: Fault| self.track.keep(fault))
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Key<'_, V> {
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
    }

    fn visit_some<D: Deserializer<'de>>(self, name: D) -> Result<V::Value, D::Error> {
        let Self { inner, track } = self;
        let value = inner.visit_some(Key::new(name, track));
        value.map_err(|fault| track.keep(fault))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, name: D) -> Result<V::Value, D::Error> {
        let Self { inner, track } = self;
        let value = inner.visit_newtype_struct(Key::new(name, track));
        value.map_err(|fault| track.keep(fault))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, name: A) -> Result<V::Value, A::Error> {
        let Self { inner, track } = self;
        let value = inner.visit_enum(Key::new(name, track));
        value.map_err(|fault| track.keep(fault))
    }
}

/// A name that is the variant of an enum.
impl<'t, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Key<'t, A> {
    type Error = Fault;
    type Variant = Tracked<'t, A::Variant>;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Self::Variant), Fault> {
        Tracked::new(self.inner, self.track).variant_seed(seed)
    }
}
