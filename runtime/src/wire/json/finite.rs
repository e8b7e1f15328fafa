//! A serializer that refuses what JSON has no number for, where serde_json writes `null`.

use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::fmt::Display;

/// Something of serde's in which every number is finite.
pub(super) struct Finite<T>(pub(super) T);

#[cold]
fn not_finite<E: Error>() -> E {
    E::custom("a number is infinite or NaN, which JSON has no number for")
}

impl<T: Serialize + ?Sized> Serialize for Finite<&T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Finite(serializer))
    }
}

/// `serialize_x` that passes on what it is given.
macro_rules! scalars {
    ($($serialize:ident($($argument:ident: $ty:ty),*))*) => {$(
        fn $serialize(self, $($argument: $ty),*) -> Result<S::Ok, S::Error> {
            self.0.$serialize($($argument),*)
        }
    )*};
}

/// `serialize_x` of what has a value in it.
macro_rules! values {
    ($($serialize:ident($($argument:ident: $ty:ty),*))*) => {$(
        fn $serialize<T: Serialize + ?Sized>(
            self,
            $($argument: $ty,)*
            value: &T,
        ) -> Result<S::Ok, S::Error> {
            self.0.$serialize($($argument,)* &Finite(value))
        }
    )*};
}

/// `serialize_x` of what has parts.
macro_rules! compounds {
    ($($serialize:ident($($argument:ident: $ty:ty),*) -> $compound:ident;)*) => {$(
        fn $serialize(self, $($argument: $ty),*) -> Result<Self::$compound, S::Error> {
            self.0.$serialize($($argument),*).map(Finite)
        }
    )*};
}

impl<S: Serializer> Serializer for Finite<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Finite<S::SerializeSeq>;
    type SerializeTuple = Finite<S::SerializeTuple>;
    type SerializeTupleStruct = Finite<S::SerializeTupleStruct>;
    type SerializeTupleVariant = Finite<S::SerializeTupleVariant>;
    type SerializeMap = Finite<S::SerializeMap>;
    type SerializeStruct = Finite<S::SerializeStruct>;
    type SerializeStructVariant = Finite<S::SerializeStructVariant>;

    scalars! {
        serialize_bool(value: bool)
        serialize_u8(value: u8) serialize_u16(value: u16) serialize_u32(value: u32)
        serialize_u64(value: u64) serialize_u128(value: u128)
        serialize_i8(value: i8) serialize_i16(value: i16) serialize_i32(value: i32)
        serialize_i64(value: i64) serialize_i128(value: i128)
        serialize_char(value: char) serialize_str(value: &str) serialize_bytes(value: &[u8])
        serialize_none() serialize_unit() serialize_unit_struct(name: &'static str)
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str)
    }

    fn serialize_f32(self, value: f32) -> Result<S::Ok, S::Error> {
        match value.is_finite() {
            true => self.0.serialize_f32(value),
            false => Err(not_finite()),
        }
    }

    fn serialize_f64(self, value: f64) -> Result<S::Ok, S::Error> {
        match value.is_finite() {
            true => self.0.serialize_f64(value),
            false => Err(not_finite()),
        }
    }

    values! {
        serialize_some()
        serialize_newtype_struct(name: &'static str)
        serialize_newtype_variant(name: &'static str, index: u32, variant: &'static str)
    }

    compounds! {
        serialize_seq(count: Option<usize>) -> SerializeSeq;
        serialize_map(count: Option<usize>) -> SerializeMap;
        serialize_tuple(count: usize) -> SerializeTuple;
        serialize_tuple_struct(name: &'static str, count: usize) -> SerializeTupleStruct;
        serialize_struct(name: &'static str, count: usize) -> SerializeStruct;
        serialize_tuple_variant(
            name: &'static str, index: u32, variant: &'static str, count: usize
        ) -> SerializeTupleVariant;
        serialize_struct_variant(
            name: &'static str, index: u32, variant: &'static str, count: usize
        ) -> SerializeStructVariant;
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.0.collect_str(value)
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// One trait after the other, with the methods that take a part.
macro_rules! parts {
    ($($compound:ident {
        $($serialize:ident($($key:ident)?)),* $(; $skip:ident)?
    })*) => {$(
        impl<C: $compound> $compound for Finite<C> {
            type Ok = C::Ok;
            type Error = C::Error;

            $(
                fn $serialize<T: Serialize + ?Sized>(
                    &mut self,
                    $($key: &'static str,)?
                    value: &T,
                ) -> Result<(), C::Error> {
                    self.0.$serialize($($key,)? &Finite(value))
                }
            )*

            $(
                fn $skip(&mut self, key: &'static str) -> Result<(), C::Error> {
                    self.0.$skip(key)
                }
            )?

            fn end(self) -> Result<C::Ok, C::Error> {
                self.0.end()
            }
        }
    )*};
}

parts! {
    SerializeSeq { serialize_element() }
    SerializeTuple { serialize_element() }
    SerializeTupleStruct { serialize_field() }
    SerializeTupleVariant { serialize_field() }
    SerializeMap { serialize_key(), serialize_value() }
    SerializeStruct { serialize_field(key); skip_field }
    SerializeStructVariant { serialize_field(key); skip_field }
}
