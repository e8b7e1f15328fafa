//! Which variant it is, and what it holds as members.

use super::members::Members;
use crate::wire::decoder::Decoder;
use crate::wire::error::{Reason, Result};
use crate::wire::shape::{Enum, Shape, Variant};

/// The variant whose index is next; one that stands in for those that do not exist.
pub(super) fn by_index(
    decoder: &mut Decoder<'_>,
    shape: &'static Enum,
) -> Result<&'static Variant> {
    let index = decoder.reader.varint()?;
    shape.by_index(index).ok_or_else(|| Reason::Value.into())
}

/// Adjacently tagged: the index, then the content. A unit variant has none.
pub(super) fn adjacent<'de>(
    decoder: &mut Decoder<'de>,
    shape: &'static Enum,
    tag: &'static str,
    content: &'static str,
) -> Result<Members<'de>> {
    let variant = by_index(decoder, shape)?;
    let members = Members::default().behind(tag, variant.name);
    Ok(match &variant.payload {
        Some(payload) => members.before(content, payload),
        None => members,
    })
}

/// Internally tagged: the name, then the fields of what is a struct or nothing.
pub(super) fn internal<'de>(
    decoder: &mut Decoder<'de>,
    shape: &'static Enum,
    tag: &'static str,
) -> Result<Members<'de>> {
    let name = decoder.str()?;
    let variant = shape.by_name(name).ok_or(Reason::Value)?;
    let members = match &variant.payload {
        None => Members::default(),
        Some(payload) => match payload.unnamed().ok_or(Reason::Depth)? {
            Shape::Struct(fields) => Members::of(fields),
            _ => return Err(Reason::Shape.into()),
        },
    };
    Ok(members.behind(tag, variant.name))
}
