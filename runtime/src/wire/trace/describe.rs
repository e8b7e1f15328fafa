//! Shapes in few words, as a message shows them.

use super::error::list;
use crate::wire::shape::{Shape, Tagging, Variant};

/// What a shape is, without what is inside of its fields.
pub(super) fn describe(shape: &Shape) -> String {
    match shape {
        Shape::Bool => "bool".to_owned(),
        Shape::U8 => "u8".to_owned(),
        Shape::U16 => "u16".to_owned(),
        Shape::U32 => "u32".to_owned(),
        Shape::U64 => "u64".to_owned(),
        Shape::U128 => "u128".to_owned(),
        Shape::I8 => "i8".to_owned(),
        Shape::I16 => "i16".to_owned(),
        Shape::I32 => "i32".to_owned(),
        Shape::I64 => "i64".to_owned(),
        Shape::I128 => "i128".to_owned(),
        Shape::F32 => "f32".to_owned(),
        Shape::F64 => "f64".to_owned(),
        Shape::Char => "char".to_owned(),
        Shape::String => "a string".to_owned(),
        Shape::Bytes => "bytes".to_owned(),
        Shape::FixedBytes(length) => format!("an array of {length} bytes"),
        Shape::Unit => "a unit".to_owned(),
        Shape::Option(_) => "an option".to_owned(),
        Shape::List(_) | Shape::Set(_) => "a list".to_owned(),
        Shape::Map(..) => "a map".to_owned(),
        Shape::Array(_, length) => tuple(*length),
        Shape::Tuple(parts) => tuple(parts.len()),
        Shape::Struct(it) => {
            let names: Vec<&str> = it.fields.iter().map(|field| field.name).collect();
            structure_of(&names)
        }
        Shape::Enum(it) => format!("{} with {}", tagging(it.tagging), variants(it.variants)),
        Shape::Text(text) => format!("the bytes of {text:?}"),
        Shape::Named(inner) => describe(inner),
    }
}

/// A row of unnamed values.
pub(super) fn tuple(length: usize) -> String {
    format!("a tuple of {length}")
}

/// Named values.
pub(super) fn structure_of(names: &[&str]) -> String {
    format!("a struct with {}", list(names))
}

fn variants(variants: &[Variant]) -> String {
    let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
    list(&names)
}

fn tagging(tagging: Tagging) -> String {
    match tagging {
        Tagging::External => "an enum".to_owned(),
        Tagging::Internal { tag } => format!("an enum tagged {tag:?}"),
        Tagging::Adjacent { tag, content } => format!("an enum tagged {tag:?} beside {content:?}"),
    }
}
