//! The `Serializer`.

use std::any::type_name;
use std::fmt::{Display, Write as _};

use serde::ser::{Serialize, SerializeSeq as _, Serializer};

use super::compound::Compound;
use super::error::EncodeError;
use super::plain;
use crate::wire::writer::Writer;

type Result<T = (), E = EncodeError> = std::result::Result<T, E>;

/// Writes values to the end of its output.
pub(super) struct Encoder<'a>(pub(super) &'a mut Writer);

impl<'a> Encoder<'a> {
    #[inline]
    fn counted(self, count: Option<usize>) -> Result<Compound<'a>> {
        let count = count.ok_or_else(unknown_length)?;
        self.0.length(count);
        Ok(Compound(self.0))
    }

    #[inline]
    fn variant(self, index: u32) -> Compound<'a> {
        self.0.varint(index.into());
        Compound(self.0)
    }
}

#[cold]
fn unknown_length() -> EncodeError {
    EncodeError::new("a sequence or map does not know its length")
}

/// `serialize_x` writing with one method of the writer.
macro_rules! scalars {
    ($($serialize:ident($value:ident: $ty:ty) => $write:ident($form:expr);)*) => {$(
        #[inline]
        fn $serialize(self, $value: $ty) -> Result {
            self.0.$write($form);
            Ok(())
        }
    )*};
}

impl<'a> Serializer for Encoder<'a> {
    type Ok = ();
    type Error = EncodeError;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    #[inline]
    fn is_human_readable(&self) -> bool {
        false
    }

    scalars! {
        serialize_bool(value: bool) => byte(value.into());
        serialize_u8(value: u8) => byte(value);
        serialize_u16(value: u16) => varint(value.into());
        serialize_u32(value: u32) => varint(value.into());
        serialize_u64(value: u64) => varint(value);
        serialize_u128(value: u128) => wide_varint(value);
        serialize_i8(value: i8) => byte(value.cast_unsigned());
        serialize_i16(value: i16) => signed(value.into());
        serialize_i32(value: i32) => signed(value.into());
        serialize_i64(value: i64) => signed(value);
        serialize_i128(value: i128) => wide_signed(value);
        serialize_f32(value: f32) => raw(&value.to_le_bytes());
        serialize_f64(value: f64) => raw(&value.to_le_bytes());
        serialize_char(value: char) => prefixed(value.encode_utf8(&mut [0; 4]).as_bytes());
        serialize_str(value: &str) => prefixed(value.as_bytes());
        serialize_bytes(value: &[u8]) => prefixed(value);
    }

    #[inline]
    fn serialize_none(self) -> Result {
        self.0.byte(0);
        Ok(())
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result {
        self.0.byte(1);
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Result {
        Ok(())
    }

    #[inline]
    fn serialize_unit_struct(self, _name: &'static str) -> Result {
        Ok(())
    }

    #[inline]
    fn serialize_unit_variant(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
    ) -> Result {
        self.variant(index);
        Ok(())
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result {
        value.serialize(self)
    }

    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result {
        let Compound(writer) = self.variant(index);
        value.serialize(Encoder(writer))
    }

    #[inline]
    fn serialize_seq(self, count: Option<usize>) -> Result<Compound<'a>> {
        self.counted(count)
    }

    #[inline]
    fn serialize_tuple(self, _len: usize) -> Result<Compound<'a>> {
        Ok(Compound(self.0))
    }

    #[inline]
    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Compound<'a>> {
        Ok(Compound(self.0))
    }

    #[inline]
    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'a>> {
        Ok(self.variant(index))
    }

    #[inline]
    fn serialize_map(self, count: Option<usize>) -> Result<Compound<'a>> {
        self.counted(count)
    }

    #[inline]
    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Compound<'a>> {
        Ok(Compound(self.0))
    }

    #[inline]
    fn serialize_struct_variant(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'a>> {
        Ok(self.variant(index))
    }

    #[inline]
    fn collect_seq<I>(self, elements: I) -> Result
    where
        I: IntoIterator,
        I::Item: Serialize,
    {
        let elements = elements.into_iter();
        let count = match elements.size_hint() {
            (low, Some(high)) if low == high => low,
            _ => return Err(unknown_length()),
        };
        match type_name::<I::Item>() {
            "&u8" => plain::write::<u8, _, _>(self.0, count, elements),
            "&f32" => plain::write::<f32, _, _>(self.0, count, elements),
            "&f64" => plain::write::<f64, _, _>(self.0, count, elements),
            _ => {
                let mut sequence = self.serialize_seq(Some(count))?;
                for element in elements {
                    sequence.serialize_element(&element)?;
                }
                sequence.end()
            }
        }
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result {
        let start = self.0.written().len();
        write!(self.0, "{value}").map_err(|_| EncodeError::new("a text cannot be formatted"))?;
        self.0.prefix_since(start);
        Ok(())
    }
}
