//! How large a value probably is, by its shape.

use std::collections::BTreeMap;
use std::ptr;

use crate::wire::shape::{Shape, Variant};

/// The sizes of the types that have been asked for.
///
/// They are those of ordinary Rust types with the shape, rounded up. What a type holds beside what
/// travels is not in them.
#[derive(Debug, Default)]
pub(in crate::wire) struct Sizes {
    /// By the address of the shape behind a name.
    named: BTreeMap<usize, usize>,
}

/// A vector, a string, a box with a length: three words, and one to spare.
const HANDLE: usize = 32;

/// A map or set, with what a hash table keeps beside it.
const TABLE: usize = 48;

/// The largest alignment.
const ALIGNMENT: usize = 16;

impl Sizes {
    /// The size in bytes, at least 1.
    pub(super) fn of(&mut self, shape: &'static Shape) -> usize {
        self.sum(shape).max(1)
    }

    fn sum(&mut self, shape: &'static Shape) -> usize {
        match shape {
            Shape::Unit => 0,
            Shape::Bool | Shape::U8 | Shape::I8 => 1,
            Shape::U16 | Shape::I16 => 2,
            Shape::U32 | Shape::I32 | Shape::F32 | Shape::Char => 4,
            Shape::U64 | Shape::I64 | Shape::F64 => 8,
            Shape::U128 | Shape::I128 => 16,
            Shape::String | Shape::Bytes | Shape::List(_) | Shape::Text(_) => HANDLE,
            Shape::Set(_) | Shape::Map(..) => TABLE,
            Shape::FixedBytes(length) => *length,
            Shape::Option(inner) => {
                let size = self.sum(inner);
                size.saturating_add(size.clamp(1, ALIGNMENT))
            }
            Shape::Array(element, length) => self.sum(element).saturating_mul(*length),
            Shape::Tuple(shapes) => self.row(shapes.iter()),
            Shape::Struct(shape) => self.row(shape.fields.iter().map(|field| &field.shape)),
            Shape::Enum(shape) => self.largest(shape.variants).saturating_add(ALIGNMENT),
            Shape::Named(inner) => self.named(inner),
        }
    }

    fn row(&mut self, shapes: impl Iterator<Item = &'static Shape>) -> usize {
        let sum = shapes.fold(0, |sum: usize, shape| sum.saturating_add(self.sum(shape)));
        match sum {
            0..8 => sum,
            _ => sum.saturating_add(ALIGNMENT) / ALIGNMENT * ALIGNMENT,
        }
    }

    fn largest(&mut self, variants: &'static [Variant]) -> usize {
        let payloads = variants
            .iter()
            .filter_map(|variant| variant.payload.as_ref());
        payloads.map(|payload| self.sum(payload)).max().unwrap_or(0)
    }

    /// A type that contains itself does so in a box, at the place where it is met again.
    fn named(&mut self, shape: &'static Shape) -> usize {
        let address = ptr::from_ref(shape).addr();
        if let Some(size) = self.named.get(&address) {
            return *size;
        }
        self.named.insert(address, size_of::<Box<()>>());
        let size = self.sum(shape);
        self.named.insert(address, size);
        size
    }
}
