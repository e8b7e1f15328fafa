//! The `Deserializer`.

use serde::de::{Deserializer, Visitor};

use super::along::Plainly;
use super::budget::{Budget, Limits};
use super::error::{DecodeError, Reason, Result};
use super::map::Entries;
use super::reader::{Reader, Signed};
use super::sequence::Sequence;
use super::shaped::Sizes;
use super::tuple::Tuple;
use super::variant::Variant;

/// Reads values from the front of its input.
#[derive(Debug)]
pub(super) struct Decoder<'de> {
    pub(super) reader: Reader<'de>,
    pub(super) budget: Budget,
    pub(super) sizes: Sizes,
}

impl<'de> Decoder<'de> {
    /// Pays for all strings and bytes in advance: together they are no longer than the input.
    pub(super) fn new(input: &'de [u8], limits: Limits) -> Result<Self> {
        let mut budget = Budget::new(limits);
        budget.charge(input.len())?;
        let (reader, sizes) = (Reader::new(input), Sizes::default());
        Ok(Self {
            reader,
            budget,
            sizes,
        })
    }

    /// Reads from `input` values that are paid for and hold no others: numbers.
    #[inline]
    pub(super) fn of_paid(input: &'de [u8]) -> Self {
        Self {
            reader: Reader::new(input),
            budget: Budget::EMPTY,
            sizes: Sizes::default(),
        }
    }

    /// Asserts that nothing is left.
    pub(super) fn finish(&self) -> Result<()> {
        match self.reader.remaining() {
            0 => Ok(()),
            _ => Err(Reason::Trailing.into()),
        }
    }

    /// Makes a `T` one level down.
    #[inline]
    pub(super) fn deeper<T>(&mut self, make: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let levels = self.budget.enter::<T>()?;
        let value = make(self)?;
        self.budget.leave(levels);
        Ok(value)
    }

    /// Makes a `T`, which may stand in a box of its own, one level down.
    #[inline]
    pub(super) fn nested<T>(&mut self, make: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.budget.charge_value::<T>()?;
        self.deeper(make)
    }

    #[inline]
    fn signed<T: Signed>(&mut self) -> Result<T> {
        self.reader.varint().map(T::from_zigzag)
    }

    #[inline]
    pub(super) fn bytes(&mut self) -> Result<&'de [u8]> {
        let length = self.reader.length()?;
        self.reader.bytes(length)
    }

    #[inline]
    pub(super) fn str(&mut self) -> Result<&'de str> {
        let bytes = self.bytes()?;
        str::from_utf8(bytes).map_err(|_| Reason::Utf8.into())
    }

    fn char(&mut self) -> Result<char> {
        only_char(self.str()?)
    }
}

/// The character that `text` consists of.
pub(super) fn only_char(text: &str) -> Result<char> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(char), None) => Ok(char),
        _ => Err(Reason::Char.into()),
    }
}

/// `deserialize_x` answering `visit_x` with what an expression reads.
macro_rules! scalars {
    ($($deserialize:ident $visit:ident($decoder:ident) => $read:expr;)*) => {$(
        #[inline]
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            let $decoder = self;
            visitor.$visit($read?)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Decoder<'de> {
    type Error = DecodeError;

    #[inline]
    fn is_human_readable(&self) -> bool {
        false
    }

    scalars! {
        deserialize_bool visit_bool(decoder) => decoder.reader.flag(Reason::Bool);
        deserialize_u8 visit_u8(decoder) => decoder.reader.byte();
        deserialize_u16 visit_u16(decoder) => decoder.reader.varint();
        deserialize_u32 visit_u32(decoder) => decoder.reader.varint();
        deserialize_u64 visit_u64(decoder) => decoder.reader.varint();
        deserialize_u128 visit_u128(decoder) => decoder.reader.varint();
        deserialize_i8 visit_i8(decoder) => decoder.reader.byte().map(u8::cast_signed);
        deserialize_i16 visit_i16(decoder) => decoder.signed();
        deserialize_i32 visit_i32(decoder) => decoder.signed();
        deserialize_i64 visit_i64(decoder) => decoder.signed();
        deserialize_i128 visit_i128(decoder) => decoder.signed();
        deserialize_f32 visit_f32(decoder) => decoder.reader.array().map(f32::from_le_bytes);
        deserialize_f64 visit_f64(decoder) => decoder.reader.array().map(f64::from_le_bytes);
        deserialize_char visit_char(decoder) => decoder.char();
        deserialize_str visit_borrowed_str(decoder) => decoder.str();
        deserialize_string visit_borrowed_str(decoder) => decoder.str();
        deserialize_bytes visit_borrowed_bytes(decoder) => decoder.bytes();
        deserialize_byte_buf visit_borrowed_bytes(decoder) => decoder.bytes();
    }

    #[inline]
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    #[inline]
    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_unit()
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let some = self.reader.flag(Reason::Option)?;
        self.nested(|decoder| {
            if some {
                visitor.visit_some(decoder)
            } else {
                visitor.visit_none()
            }
        })
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        // As large as what it holds, which pays for itself.
        self.deeper(|decoder| visitor.visit_newtype_struct(decoder))
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let count = self.reader.length()?;
        self.deeper(|decoder| Sequence::visit(decoder, count, visitor))
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        if size_of::<V::Value>() == 0 {
            self.budget.charge_elements::<()>(len)?;
        }
        self.nested(|decoder| visitor.visit_seq(Tuple::new(decoder, len)))
    }

    #[inline]
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_tuple(len, visitor)
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_tuple(fields.len(), visitor)
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let count = self.reader.length()?;
        self.deeper(|decoder| Entries::visit(decoder, count, (Plainly, Plainly), visitor))
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.nested(|decoder| visitor.visit_enum(Variant::of(decoder)))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(Reason::NotSelfDescribing.into())
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(Reason::NotSelfDescribing.into())
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(Reason::NotSelfDescribing.into())
    }
}
