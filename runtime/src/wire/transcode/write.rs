//! From JSON to postcard's format.

use super::{base64, number, unnamed};
use crate::wire::budget::{Budget, Limits};
use crate::wire::decoder::only_char;
use crate::wire::distinct::Distinct;
use crate::wire::error::{Reason, Result};
use crate::wire::json::tree::{Member, Tree};
use crate::wire::shape::Shape;
use crate::wire::text;
use crate::wire::writer::Writer;

/// Writes what trees say.
pub(super) struct Transcriber {
    pub(super) writer: Writer,
    /// For what does not stand in the JSON. What does was paid for when the tree was made.
    pub(super) budget: Budget,
}

impl Transcriber {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            writer: Writer::default(),
            budget: Budget::new(limits),
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.writer.into_bytes()
    }

    /// Goes as deep as the tree does.
    pub(super) fn value(&mut self, shape: &'static Shape, tree: &Tree<'_>) -> Result<()> {
        let writer = &mut self.writer;
        match (unnamed(shape)?, tree) {
            (Shape::Bool, Tree::Bool(value)) => writer.byte((*value).into()),
            (Shape::U8, _) => writer.byte(number::small(tree)?),
            (Shape::U16, _) => writer.varint(number::small::<u16>(tree)?.into()),
            (Shape::U32, _) => writer.varint(number::small::<u32>(tree)?.into()),
            (Shape::U64, _) => writer.varint(number::large(tree)?),
            (Shape::U128, _) => writer.wide_varint(number::large(tree)?),
            (Shape::I8, _) => writer.byte(number::small::<i8>(tree)?.cast_unsigned()),
            (Shape::I16, _) => writer.signed(number::small::<i16>(tree)?.into()),
            (Shape::I32, _) => writer.signed(number::small::<i32>(tree)?.into()),
            (Shape::I64, _) => writer.signed(number::large(tree)?),
            (Shape::I128, _) => writer.wide_signed(number::large(tree)?),
            (Shape::F32, _) => writer.raw(&number::single(tree)?.to_le_bytes()),
            (Shape::F64, _) => writer.raw(&number::float(tree)?.to_le_bytes()),
            (Shape::Char, Tree::String(text)) => {
                only_char(text)?;
                writer.prefixed(text.as_bytes());
            }
            (Shape::String, Tree::String(text)) => writer.prefixed(text.as_bytes()),
            (Shape::Text(kind), Tree::String(text)) => text::write(*kind, text, writer)?,
            (Shape::Bytes, Tree::String(text)) => {
                writer.prefixed(&base64::decode(text).ok_or(Reason::Base64)?);
            }
            (Shape::FixedBytes(length), Tree::String(text)) => {
                let bytes = base64::decode(text).ok_or(Reason::Base64)?;
                check_length(bytes.len(), *length)?;
                writer.raw(&bytes);
            }
            (Shape::Unit, Tree::Null) => {}
            (Shape::Option(_), Tree::Null) => writer.byte(0),
            (Shape::Option(inner), _) => {
                writer.byte(1);
                self.some(inner, tree)?;
            }
            (Shape::List(element), Tree::List(list)) => {
                writer.length(list.len());
                self.each(element, list)?;
            }
            (Shape::Set(element), Tree::List(list)) => self.set(element, list)?,
            (Shape::Array(element, length), Tree::List(list)) => {
                check_length(list.len(), *length)?;
                self.each(element, list)?;
            }
            (Shape::Tuple(shapes), Tree::List(list)) => {
                check_length(list.len(), shapes.len())?;
                for (shape, tree) in shapes.iter().zip(list) {
                    self.value(shape, tree)?;
                }
            }
            (Shape::Map(key, value), _) => self.map(key, value, tree)?,
            (Shape::Struct(shape), Tree::Object(members)) => self.fields(shape, members, None)?,
            (Shape::Enum(shape), _) => self.variant(shape, tree)?,
            _ => return Err(Reason::Value.into()),
        }
        Ok(())
    }

    /// What may itself be `null` stands in brackets.
    fn some(&mut self, inner: &'static Shape, tree: &Tree<'_>) -> Result<()> {
        match (inner.is_nullable(), tree) {
            (false, _) => self.value(inner, tree),
            (true, Tree::List(list)) => {
                check_length(list.len(), 1)?;
                self.each(inner, list)
            }
            (true, _) => Err(Reason::Value.into()),
        }
    }

    fn each(&mut self, element: &'static Shape, list: &[Tree<'_>]) -> Result<()> {
        list.iter().try_for_each(|tree| self.value(element, tree))
    }

    fn set(&mut self, element: &'static Shape, list: &[Tree<'_>]) -> Result<()> {
        self.writer.length(list.len());
        let mut places = self.places(list.len())?;
        for tree in list {
            let place = self.place(element, tree)?;
            places.push(place);
        }
        self.distinct(&places)
    }

    fn map(&mut self, key: &'static Shape, value: &'static Shape, tree: &Tree<'_>) -> Result<()> {
        match (unnamed(key)?, tree) {
            // Names of an object are distinct.
            (Shape::String, Tree::Object(members)) => self.named(value, members),
            (Shape::String, _) => Err(Reason::Value.into()),
            (key, Tree::List(entries)) => self.entries(key, value, entries),
            _ => Err(Reason::Value.into()),
        }
    }

    fn named(&mut self, value: &'static Shape, members: &[Member<'_>]) -> Result<()> {
        self.writer.length(members.len());
        for (name, tree) in members {
            self.writer.prefixed(name.as_bytes());
            self.value(value, tree)?;
        }
        Ok(())
    }

    fn entries(
        &mut self,
        key: &'static Shape,
        value: &'static Shape,
        entries: &[Tree<'_>],
    ) -> Result<()> {
        self.writer.length(entries.len());
        let mut places = self.places(entries.len())?;
        for entry in entries {
            let Tree::List(pair) = entry else {
                return Err(Reason::Value.into());
            };
            let [key_tree, value_tree] = pair.as_slice() else {
                return Err(Reason::Value.into());
            };
            let place = self.place(key, key_tree)?;
            places.push(place);
            self.value(value, value_tree)?;
        }
        self.distinct(&places)
    }

    /// Room for where so many keys begin and end in the output.
    fn places(&mut self, count: usize) -> Result<Vec<(usize, usize)>> {
        self.budget
            .charge_product(count, 4 * size_of::<usize>() + Distinct::BYTES_PER_KEY)?;
        Ok(Vec::with_capacity(count))
    }

    /// Writes a key, and says where.
    fn place(&mut self, key: &'static Shape, tree: &Tree<'_>) -> Result<(usize, usize)> {
        let start = self.writer.written().len();
        self.value(key, tree)?;
        Ok((start, self.writer.written().len()))
    }

    fn distinct(&self, places: &[(usize, usize)]) -> Result<()> {
        let mut keys = Distinct::default();
        for (start, end) in places {
            keys.push(&self.writer.written()[*start..*end]);
        }
        keys.finish()
    }
}

fn check_length(length: usize, expected: usize) -> Result<()> {
    match length == expected {
        true => Ok(()),
        false => Err(Reason::Length.into()),
    }
}
