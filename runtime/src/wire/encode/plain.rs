//! Lists of bytes and floats, which lie in memory as they travel.
//!
//! serde hands over one element after the other. Where the type of an element is known by its name,
//! a serializer that does nothing but return the element makes the loop one that the compiler turns
//! into a copy.

use std::marker::PhantomData;

use serde::ser::{Impossible, Serialize, Serializer};

use super::error::EncodeError;
use crate::wire::writer::Writer;

/// A type whose elements travel as so many bytes each.
pub(super) trait Plain<const N: usize>: Sized {
    /// The bytes of `element`, which is a reference to a `Self`.
    fn bytes<E: Serialize>(element: E) -> Result<[u8; N], EncodeError>;
}

/// Writes `elements`, which are references to `T`, after their number.
#[inline]
pub(super) fn write<T, const N: usize, I>(
    writer: &mut Writer,
    count: usize,
    elements: I,
) -> Result<(), EncodeError>
where
    T: Plain<N>,
    I: Iterator<Item: Serialize>,
{
    writer.length(count);
    writer.reserve(count.saturating_mul(N));
    let mut outcome = Ok(());
    let bytes = elements.map(|element| {
        T::bytes(element).unwrap_or_else(|error| {
            outcome = Err(error);
            [0; N]
        })
    });
    writer.each(bytes);
    outcome
}

/// Returns what it is given, if that is a `T`.
struct Returned<T>(PhantomData<T>);

#[cold]
fn other_type() -> EncodeError {
    EncodeError::new("an element is not of the type that its name says")
}

/// Refuses everything but one `serialize_x`.
macro_rules! returned {
    ($($ty:ident: $serialize:ident, [$($other:ident($other_ty:ty))*];)*) => {$(
        impl Plain<{ size_of::<$ty>() }> for $ty {
            #[inline]
            fn bytes<E: Serialize>(element: E) -> Result<[u8; size_of::<$ty>()], EncodeError> {
                element.serialize(Returned::<$ty>(PhantomData)).map($ty::to_le_bytes)
            }
        }

        impl Serializer for Returned<$ty> {
            type Ok = $ty;
            type Error = EncodeError;
            type SerializeSeq = Impossible<$ty, EncodeError>;
            type SerializeTuple = Impossible<$ty, EncodeError>;
            type SerializeTupleStruct = Impossible<$ty, EncodeError>;
            type SerializeTupleVariant = Impossible<$ty, EncodeError>;
            type SerializeMap = Impossible<$ty, EncodeError>;
            type SerializeStruct = Impossible<$ty, EncodeError>;
            type SerializeStructVariant = Impossible<$ty, EncodeError>;

            #[inline]
            fn $serialize(self, value: $ty) -> Result<$ty, EncodeError> {
                Ok(value)
            }

            $(
                fn $other(self, _: $other_ty) -> Result<$ty, EncodeError> {
                    Err(other_type())
                }
            )*

            fn serialize_none(self) -> Result<$ty, EncodeError> {
                Err(other_type())
            }

            fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<$ty, EncodeError> {
                Err(other_type())
            }

            fn serialize_unit(self) -> Result<$ty, EncodeError> {
                Err(other_type())
            }

            fn serialize_unit_variant(
                self,
                _: &'static str,
                _: u32,
                _: &'static str,
            ) -> Result<$ty, EncodeError> {
                Err(other_type())
            }

            fn serialize_newtype_struct<T: Serialize + ?Sized>(
                self,
                _: &'static str,
                _: &T,
            ) -> Result<$ty, EncodeError> {
                Err(other_type())
            }

            fn serialize_newtype_variant<T: Serialize + ?Sized>(
                self,
                _: &'static str,
                _: u32,
                _: &'static str,
                _: &T,
            ) -> Result<$ty, EncodeError> {
                Err(other_type())
            }

            fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, EncodeError> {
                Err(other_type())
            }

            fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, EncodeError> {
                Err(other_type())
            }

            fn serialize_tuple_struct(
                self,
                _: &'static str,
                _: usize,
            ) -> Result<Self::SerializeTupleStruct, EncodeError> {
                Err(other_type())
            }

            fn serialize_tuple_variant(
                self,
                _: &'static str,
                _: u32,
                _: &'static str,
                _: usize,
            ) -> Result<Self::SerializeTupleVariant, EncodeError> {
                Err(other_type())
            }

            fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, EncodeError> {
                Err(other_type())
            }

            fn serialize_struct(
                self,
                _: &'static str,
                _: usize,
            ) -> Result<Self::SerializeStruct, EncodeError> {
                Err(other_type())
            }

            fn serialize_struct_variant(
                self,
                _: &'static str,
                _: u32,
                _: &'static str,
                _: usize,
            ) -> Result<Self::SerializeStructVariant, EncodeError> {
                Err(other_type())
            }
        }
    )*};
}

returned! {
    u8: serialize_u8, [
        serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32)
        serialize_i64(i64) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_str(&str)
        serialize_bytes(&[u8]) serialize_unit_struct(&'static str)
    ];
    f32: serialize_f32, [
        serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32)
        serialize_i64(i64) serialize_u8(u8) serialize_u16(u16) serialize_u32(u32)
        serialize_u64(u64) serialize_f64(f64) serialize_char(char) serialize_str(&str)
        serialize_bytes(&[u8]) serialize_unit_struct(&'static str)
    ];
    f64: serialize_f64, [
        serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32)
        serialize_i64(i64) serialize_u8(u8) serialize_u16(u16) serialize_u32(u32)
        serialize_u64(u64) serialize_f32(f32) serialize_char(char) serialize_str(&str)
        serialize_bytes(&[u8]) serialize_unit_struct(&'static str)
    ];
}
