//! Enums: names to indices.

use super::fields::member;
use super::unnamed;
use super::write::Transcriber;
use crate::wire::error::{Reason, Result};
use crate::wire::json::tree::{Member, Tree};
use crate::wire::shape::{Enum, Shape, Tagging, Variant};

impl Transcriber {
    pub(super) fn variant(&mut self, shape: &'static Enum, tree: &Tree<'_>) -> Result<()> {
        match (shape.tagging, tree) {
            (Tagging::External, _) => self.external(shape, tree),
            (Tagging::Internal { tag }, Tree::Object(members)) => {
                self.internal(shape, tag, members)
            }
            (Tagging::Adjacent { tag, content }, Tree::Object(members)) => {
                self.adjacent(shape, tag, content, members)
            }
            _ => Err(Reason::Value.into()),
        }
    }

    /// A name, or an object of one member: the name and what the variant holds.
    fn external(&mut self, shape: &'static Enum, tree: &Tree<'_>) -> Result<()> {
        let (name, held) = match tree {
            Tree::String(name) => (name, None),
            Tree::Object(members) => match members.as_slice() {
                [(name, held)] => (name, Some(held)),
                _ => return Err(Reason::Value.into()),
            },
            _ => return Err(Reason::Value.into()),
        };
        let variant = find(shape, name)?;
        self.writer.varint(variant.index.into());
        match (&variant.payload, held) {
            (Some(payload), Some(held)) => self.value(payload, held),
            (None, None) => Ok(()),
            // It stands in for one that is unknown, whatever that holds.
            (None, Some(_)) if variant.other => Ok(()),
            _ => Err(Reason::Value.into()),
        }
    }

    /// An object of the tag and the fields.
    fn internal(
        &mut self,
        shape: &'static Enum,
        tag: &'static str,
        members: &[Member<'_>],
    ) -> Result<()> {
        let variant = tagged(shape, tag, members)?;
        self.writer.prefixed(variant.name.as_bytes());
        let Some(payload) = &variant.payload else {
            return Ok(());
        };
        match unnamed(payload)? {
            Shape::Struct(fields) => self.fields(fields, members, Some(tag)),
            _ => Err(Reason::Shape.into()),
        }
    }

    /// An object of the tag and the content.
    fn adjacent(
        &mut self,
        shape: &'static Enum,
        tag: &'static str,
        content: &'static str,
        members: &[Member<'_>],
    ) -> Result<()> {
        let variant = tagged(shape, tag, members)?;
        self.writer.varint(variant.index.into());
        match (&variant.payload, member(members, content)) {
            (Some(payload), Some(held)) => self.value(payload, held),
            // serde reads an `Option` that is left out as nothing, here as in structs.
            (Some(Shape::Option(_)), None) => {
                self.writer.byte(0);
                Ok(())
            }
            (Some(_), None) => Err(Reason::Missing.into()),
            (None, None | Some(Tree::Null)) => Ok(()),
            (None, Some(_)) if variant.other => Ok(()),
            (None, Some(_)) => Err(Reason::Value.into()),
        }
    }
}

fn tagged(shape: &'static Enum, tag: &str, members: &[Member<'_>]) -> Result<&'static Variant> {
    match member(members, tag) {
        Some(Tree::String(name)) => find(shape, name),
        Some(_) => Err(Reason::Value.into()),
        None => Err(Reason::Missing.into()),
    }
}

/// The variant of that name or alias, or the one that stands in for it.
fn find(shape: &'static Enum, name: &str) -> Result<&'static Variant> {
    let is_called = |variant: &&Variant| variant.name == name || variant.aliases.contains(&name);
    let variant = shape.variants.iter().find(is_called);
    variant
        .or_else(|| shape.other())
        .ok_or_else(|| Reason::Value.into())
}
