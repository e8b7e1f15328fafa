//! Answers to types that ask what there is: those that JSON would give.
//!
//! Whoever asks may keep what it is given in serde's buffer, and make from it later what the shape
//! describes: both are paid for.

use serde::de::{Deserializer as _, Visitor};

use super::members::Members;
use super::parts::Parts;
use super::{Shaped, variants};
use crate::wire::decoder::{Decoder, only_char};
use crate::wire::error::{Reason, Result};
use crate::wire::map::Entries;
use crate::wire::sequence::Sequence;
use crate::wire::shape::{Enum, Shape, Tagging};
use crate::wire::text;

/// What a value takes in serde's buffer, beside its parts.
const BUFFERED: usize = 32;

impl<'de> Shaped<'_, 'de> {
    pub(super) fn any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let shape = self.shape()?;
        let decoder = &mut *self.decoder;
        match shape {
            Shape::Bool => decoder.deserialize_bool(visitor),
            Shape::U8 => decoder.deserialize_u8(visitor),
            Shape::U16 => decoder.deserialize_u16(visitor),
            Shape::U32 => decoder.deserialize_u32(visitor),
            Shape::U64 => decoder.deserialize_u64(visitor),
            Shape::U128 => decoder.deserialize_u128(visitor),
            Shape::I8 => decoder.deserialize_i8(visitor),
            Shape::I16 => decoder.deserialize_i16(visitor),
            Shape::I32 => decoder.deserialize_i32(visitor),
            Shape::I64 => decoder.deserialize_i64(visitor),
            Shape::I128 => decoder.deserialize_i128(visitor),
            Shape::F32 => decoder.deserialize_f32(visitor),
            Shape::F64 => decoder.deserialize_f64(visitor),
            Shape::String => decoder.deserialize_str(visitor),
            Shape::Char => {
                let text = decoder.str()?;
                only_char(text)?;
                visitor.visit_borrowed_str(text)
            }
            Shape::Text(kind) => visitor.visit_string(text::read(*kind, &mut decoder.reader)?),
            Shape::Unit => visitor.visit_unit(),
            Shape::Option(inner) => self.option(inner, visitor),
            Shape::Bytes => self.list(&Shape::U8, false, visitor),
            Shape::List(element) => self.list(element, false, visitor),
            Shape::Set(element) => self.list(element, true, visitor),
            Shape::Map(key, value) => self.map(key, value, visitor),
            Shape::FixedBytes(length) => self.parts(Parts::repeated(&Shape::U8, *length), visitor),
            Shape::Array(element, length) => self.parts(Parts::repeated(element, *length), visitor),
            Shape::Tuple(shapes) => self.parts(Parts::tuple(shapes), visitor),
            Shape::Struct(shape) => {
                self.nested(|decoder| Members::of(shape).buffered().visit(decoder, visitor))
            }
            Shape::Enum(shape) => self.nested(|decoder| variant(decoder, shape, visitor)),
            Shape::Named(_) => Err(Reason::Depth.into()),
        }
    }

    fn option<V: Visitor<'de>>(self, inner: &'static Shape, visitor: V) -> Result<V::Value> {
        let some = self.decoder.reader.flag(Reason::Option)?;
        self.nested(|decoder| match (some, inner.is_nullable()) {
            (false, _) => visitor.visit_unit(),
            (true, false) => Shaped::new(decoder, inner).any(visitor),
            // JSON could not tell this from nothing; serde's buffer can.
            (true, true) => visitor.visit_some(Shaped::new(decoder, inner)),
        })
    }

    fn list<V: Visitor<'de>>(
        self,
        element: &'static Shape,
        is_set: bool,
        visitor: V,
    ) -> Result<V::Value> {
        let count = self.decoder.reader.length()?;
        let size = self.decoder.sizes.of(element);
        self.decoder.budget.charge_product(count, size)?;
        self.decoder
            .deeper(|decoder| Sequence::visit_along(decoder, count, element, is_set, visitor))
    }

    fn map<V: Visitor<'de>>(
        self,
        key: &'static Shape,
        value: &'static Shape,
        visitor: V,
    ) -> Result<V::Value> {
        let count = self.decoder.reader.length()?;
        let size = self.decoder.sizes.of(key) + self.decoder.sizes.of(value);
        self.decoder.budget.charge_entries(count, size)?;
        self.decoder
            .deeper(|decoder| Entries::visit(decoder, count, (key, value), visitor))
    }

    fn parts<V: Visitor<'de>>(self, parts: Parts, visitor: V) -> Result<V::Value> {
        self.nested(|decoder| {
            decoder.budget.charge_product(parts.len(), BUFFERED)?;
            parts.visit(decoder, visitor)
        })
    }
}

/// A name, or a map that tells the variant in the way of its enum.
fn variant<'de, V: Visitor<'de>>(
    decoder: &mut Decoder<'de>,
    shape: &'static Enum,
    visitor: V,
) -> Result<V::Value> {
    let members = match shape.tagging {
        Tagging::Internal { tag } => variants::internal(decoder, shape, tag)?,
        Tagging::Adjacent { tag, content } => variants::adjacent(decoder, shape, tag, content)?,
        Tagging::External => {
            let variant = variants::by_index(decoder, shape)?;
            match &variant.payload {
                Some(payload) => Members::default().before(variant.name, payload),
                None => return visitor.visit_borrowed_str(variant.name),
            }
        }
    };
    members.buffered().visit(decoder, visitor)
}
