//! What readers and writers ask of a shape.

use super::{Enum, Shape, Variant};

impl Shape {
    /// The shape behind names; nothing where there are only names, as in `struct A(Box<A>)`.
    pub(crate) fn unnamed(&'static self) -> Option<&'static Self> {
        let mut shape = self;
        for _ in 0..NAMES {
            match shape {
                Self::Named(inner) => shape = inner,
                _ => return Some(shape),
            }
        }
        None
    }

    /// Whether a value may be `null` in JSON.
    pub(in crate::wire) fn is_nullable(&'static self) -> bool {
        matches!(self.unnamed(), Some(Self::Unit | Self::Option(_)))
    }
}

/// How many names may stand one behind the other: newtypes of newtypes.
const NAMES: usize = 128;

impl Enum {
    /// The variant with that number on postcard, or the one that stands in for it.
    pub(in crate::wire) fn by_index(&self, index: u32) -> Option<&Variant> {
        let expected = usize::try_from(index).ok();
        let expected = expected.and_then(|index| self.variants.get(index));
        expected
            .filter(|variant| variant.index == index)
            .or_else(|| self.variants.iter().find(|variant| variant.index == index))
            .or_else(|| self.other())
    }

    /// The variant that serde writes with that name, or the one that stands in for it.
    pub(in crate::wire) fn by_name(&self, name: &str) -> Option<&Variant> {
        let mut variants = self.variants.iter();
        variants
            .find(|variant| variant.name == name)
            .or_else(|| self.other())
    }

    /// The variant that stands in for unknown ones.
    pub(in crate::wire) fn other(&self) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.other)
    }
}
