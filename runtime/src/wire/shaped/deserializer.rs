//! What a type asks for by name is read as the plain decoder reads it.

use serde::de::{Deserializer, Visitor};

use super::members::Members;
use super::parts::Parts;
use super::{Shaped, external, variants};
use crate::wire::error::{DecodeError, Reason, Result};
use crate::wire::map::Entries;
use crate::wire::numbers;
use crate::wire::sequence::Sequence;
use crate::wire::shape::{Presence, Shape, Struct, Tagging};

/// `deserialize_x` of values that have no parts.
macro_rules! plain {
    ($($deserialize:ident)*) => {$(
        #[inline]
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.decoder.$deserialize(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Shaped<'_, 'de> {
    type Error = DecodeError;

    #[inline]
    fn is_human_readable(&self) -> bool {
        false
    }

    plain! {
        deserialize_bool
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string
        deserialize_bytes deserialize_byte_buf
        deserialize_unit
    }

    #[inline]
    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.decoder.deserialize_unit_struct(name, visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let inner = if self.flagged {
            self.shape
        } else if let Shape::Option(inner) = self.shape()? {
            inner
        } else {
            return Err(Reason::Shape.into());
        };
        let some = self.decoder.reader.flag(Reason::Option)?;
        self.decoder.nested(|decoder| {
            if some {
                visitor.visit_some(Shaped::new(decoder, inner))
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
        let shape = self.shape;
        self.decoder
            .deeper(|decoder| visitor.visit_newtype_struct(Shaped::new(decoder, shape)))
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let shape = self.shape()?;
        let (element, is_set) = match shape {
            // An element of what is a list of numbers does not ask what it is.
            Shape::Bytes | Shape::List(_) if numbers::element::<V::Value>().is_some() => {
                return self.decoder.deserialize_seq(visitor);
            }
            Shape::Bytes => (&Shape::U8, false),
            Shape::List(element) => (*element, false),
            Shape::Set(element) => (*element, true),
            _ => return Err(Reason::Shape.into()),
        };
        let count = self.decoder.reader.length()?;
        self.decoder
            .deeper(|decoder| Sequence::visit_along(decoder, count, element, is_set, visitor))
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        let parts = match self.shape()? {
            Shape::FixedBytes(_) | Shape::Text(_) | Shape::Unit => {
                return self.decoder.deserialize_tuple(len, visitor);
            }
            Shape::Array(element, length) => Parts::repeated(element, *length),
            Shape::Tuple(shapes) => Parts::tuple(shapes),
            Shape::Struct(shape) => Parts::fields(shape.fields),
            _ => return Err(Reason::Shape.into()),
        };
        if size_of::<V::Value>() == 0 {
            self.decoder.budget.charge_elements::<()>(len)?;
        }
        self.decoder.nested(|decoder| parts.visit(decoder, visitor))
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
        match self.shape()? {
            Shape::Struct(shape) if has_flags(shape) => self
                .decoder
                .nested(|decoder| Members::of(shape).visit(decoder, visitor)),
            Shape::Enum(shape) => match shape.tagging {
                Tagging::Adjacent { tag, content } => self.decoder.nested(|decoder| {
                    variants::adjacent(decoder, shape, tag, content)?.visit(decoder, visitor)
                }),
                Tagging::External | Tagging::Internal { .. } => Err(Reason::Shape.into()),
            },
            _ => self.deserialize_tuple(fields.len(), visitor),
        }
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let Shape::Map(key, value) = self.shape()? else {
            return Err(Reason::Shape.into());
        };
        let count = self.decoder.reader.length()?;
        self.decoder
            .deeper(|decoder| Entries::visit(decoder, count, (*key, *value), visitor))
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.shape()? {
            Shape::Text(_) => self.decoder.deserialize_enum(name, variants, visitor),
            Shape::Enum(shape) if shape.tagging == Tagging::External => self
                .decoder
                .nested(|decoder| external::visit(decoder, shape, visitor)),
            _ => Err(Reason::Shape.into()),
        }
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.any(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.any(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(Reason::Shape.into())
    }
}

/// Whether a byte tells of some fields if they are there: then names are needed.
#[inline]
pub(super) fn has_flags(shape: &Struct) -> bool {
    let is_flagged = |field: &super::Field| field.presence == Presence::Flagged;
    shape.fields.iter().any(is_flagged)
}
