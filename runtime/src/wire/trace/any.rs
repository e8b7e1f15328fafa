//! What serde reads without saying what it expects: tagged enums and what is inside of them. It is
//! answered as JSON would, since that is what serde prepares for.

use serde::de::Visitor;

use super::elements::{Elements, Pairs, Parts};
use super::error::{Result, Stop};
use super::leaf::{CHARACTERS, TEXTS, numbers};
use super::members::{Entry, Member, Members, members, tagged};
use super::reader::{BYTE, Reader};
use super::text;
use crate::wire::shape::{Enum, Shape, Tagging, Variant};

impl Reader<'_> {
    pub(super) fn any<V: Visitor<'static>>(mut self, visitor: V) -> Result<V::Value> {
        if !self.may_ask {
            return self.disagrees("something that it has to look at first");
        }
        match self.shape {
            Shape::Bool => visitor.visit_bool(true),
            Shape::U8 => visitor.visit_u8(self.made_up(numbers!(u8))?),
            Shape::U16 => visitor.visit_u16(self.made_up(numbers!(u16))?),
            Shape::U32 => visitor.visit_u32(self.made_up(numbers!(u32))?),
            Shape::U64 => visitor.visit_u64(self.made_up(numbers!(u64))?),
            Shape::U128 => visitor.visit_u128(self.made_up(numbers!(u128))?),
            Shape::I8 => visitor.visit_i8(self.made_up(numbers!(i8))?),
            Shape::I16 => visitor.visit_i16(self.made_up(numbers!(i16))?),
            Shape::I32 => visitor.visit_i32(self.made_up(numbers!(i32))?),
            Shape::I64 => visitor.visit_i64(self.made_up(numbers!(i64))?),
            Shape::I128 => visitor.visit_i128(self.made_up(numbers!(i128))?),
            Shape::F32 => visitor.visit_f32(self.made_up(numbers!(f32))?),
            Shape::F64 => visitor.visit_f64(self.made_up(numbers!(f64))?),
            Shape::Char => visitor.visit_char(self.made_up(CHARACTERS)?),
            Shape::String => visitor.visit_borrowed_str(self.made_up(TEXTS)?),
            Shape::Text(text) => visitor.visit_borrowed_str(text::example(*text)),
            Shape::Unit => visitor.visit_unit(),
            Shape::Named(inner) => Reader::new(self.session, inner).any(visitor),
            Shape::Option(content) => self.any_option(content, visitor),
            Shape::Map(key, value) => {
                let opens = self.session.choices.opens(value);
                visitor.visit_map(Pairs::new(self.session, key, value, opens))
            }
            Shape::Struct(body) => {
                let omitted = self.session.choices.omission(body);
                visitor.visit_map(Members::new(self.session, members(body, omitted)))
            }
            Shape::Enum(body) => self.any_enum(body, visitor),
            Shape::Bytes
            | Shape::FixedBytes(_)
            | Shape::List(_)
            | Shape::Set(_)
            | Shape::Array(..)
            | Shape::Tuple(_) => self.any_row(visitor),
        }
    }

    fn any_row<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value> {
        let parts = match self.shape {
            Shape::List(element) | Shape::Set(element) => {
                Parts::List(element, usize::from(self.session.choices.opens(element)))
            }
            Shape::Array(element, length) => Parts::Same(element, *length),
            Shape::FixedBytes(length) => Parts::Same(&BYTE, *length),
            Shape::Tuple(parts) => Parts::Each(parts),
            _ => Parts::List(&BYTE, 1),
        };
        visitor.visit_seq(Elements::new(self.session, parts))
    }

    fn any_option<V: Visitor<'static>>(
        self,
        content: &'static Shape,
        visitor: V,
    ) -> Result<V::Value> {
        if !self.session.choices.opens(content) {
            return visitor.visit_unit();
        }
        self.session.within(String::new(), |session| {
            Reader::new(session, content).any(visitor)
        })
    }

    fn any_enum<V: Visitor<'static>>(
        mut self,
        body: &'static Enum,
        visitor: V,
    ) -> Result<V::Value> {
        let index = self.session.choices.choose(body).ok_or(Stop::Refused)?;
        let variant = &body.variants[index];
        let members = match (body.tagging, &variant.payload) {
            (Tagging::External, None) => return visitor.visit_borrowed_str(variant.name),
            (Tagging::External, Some(payload)) => vec![(variant.name, Entry::Shape(payload))],
            (Tagging::Adjacent { tag, content }, payload) => {
                let content = payload.as_ref().map(|it| (content, Entry::Shape(it)));
                [(tag, Entry::Tag(body, index))]
                    .into_iter()
                    .chain(content)
                    .collect()
            }
            (Tagging::Internal { tag }, _) => self.internal(tag, variant),
        };
        let buffers = usize::from(matches!(body.tagging, Tagging::Internal { .. }));
        self.session.buffers += buffers;
        let value = tagged(self.session, body, index, members, visitor)?;
        self.session.buffers -= buffers;
        Ok(value)
    }

    /// The tag, and beside it the fields of the struct that the variant is.
    fn internal(&mut self, tag: &'static str, variant: &'static Variant) -> Vec<Member> {
        let mut all = vec![(tag, Entry::Name(variant.name))];
        if let Some(payload) = &variant.payload
            && let Shape::Struct(body) = self.session.enter(payload)
        {
            let omitted = self.session.choices.omission(body);
            all.extend(members(body, omitted));
        }
        all
    }
}

/// Whether serde reads such a value without saying what it expects, outside of any buffer.
pub(super) fn may_be_asked_for(shape: &Shape) -> bool {
    match shape {
        Shape::Enum(body) => matches!(body.tagging, Tagging::Internal { .. }),
        Shape::Struct(_)
        | Shape::List(_)
        | Shape::Set(_)
        | Shape::Map(..)
        | Shape::Array(..)
        | Shape::Tuple(_)
        | Shape::Option(_) => false,
        _ => true,
    }
}
