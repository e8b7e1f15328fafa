//! A deserializer that pays for what its visitors make.

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Visitor};

use super::access::{Elements, Entries, Variant};
use super::ledger::Ledger;
use crate::wire::budget::Budget;

/// Something of serde's that keeps a ledger.
pub(super) struct Bounded<'b, T> {
    pub(super) inner: T,
    pub(super) ledger: &'b Ledger,
}

impl<'b, T> Bounded<'b, T> {
    pub(super) const fn new(inner: T, ledger: &'b Ledger) -> Self {
        Self { inner, ledger }
    }

    /// The same with something else.
    const fn with<U>(&self, inner: U) -> Bounded<'b, U> {
        Bounded::new(inner, self.ledger)
    }
}

/// `deserialize_x` with a visitor that keeps the ledger.
macro_rules! deserialize {
    ($($deserialize:ident($($argument:ident: $ty:ty),*))*) => {$(
        #[inline]
        fn $deserialize<V: Visitor<'de>>(
            self,
            $($argument: $ty,)*
            visitor: V,
        ) -> Result<V::Value, D::Error> {
            let visitor = self.with(visitor);
            self.inner.$deserialize($($argument,)* visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Bounded<'_, D> {
    type Error = D::Error;

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
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    /// serde_json would take a list of a struct's fields as well, which nobody writes.
    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_map(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Bounded<'_, S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let deserializer = self.with(deserializer);
        self.inner.deserialize(deserializer)
    }
}

/// `visit_x` of values that have no parts.
macro_rules! visit {
    ($($visit:ident($ty:ty))*) => {$(
        #[inline]
        fn $visit<E: serde::de::Error>(self, value: $ty) -> Result<V::Value, E> {
            self.inner.$visit(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Bounded<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
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

    #[inline]
    fn visit_none<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.ledger.pay(Budget::charge_value::<V::Value>)?;
        self.inner.visit_none()
    }

    #[inline]
    fn visit_unit<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let (ledger, deserializer) = (self.ledger, self.with(deserializer));
        ledger.pay(Budget::charge_value::<V::Value>)?;
        ledger.deeper::<V::Value, _, _>(|| self.inner.visit_some(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<V::Value, D::Error> {
        let (ledger, deserializer) = (self.ledger, self.with(deserializer));
        ledger.deeper::<V::Value, _, _>(|| self.inner.visit_newtype_struct(deserializer))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        let ledger = self.ledger;
        let elements = Elements::new::<V::Value>(self.with(elements));
        ledger.pay(Budget::charge_value::<V::Value>)?;
        ledger.deeper::<V::Value, _, _>(|| self.inner.visit_seq(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        let ledger = self.ledger;
        let entries = Entries::new(self.with(entries));
        ledger.pay(Budget::charge_value::<V::Value>)?;
        ledger.deeper::<V::Value, _, _>(|| self.inner.visit_map(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        let ledger = self.ledger;
        let variant = Variant(self.with(variant));
        ledger.pay(Budget::charge_value::<V::Value>)?;
        ledger.deeper::<V::Value, _, _>(|| self.inner.visit_enum(variant))
    }
}
