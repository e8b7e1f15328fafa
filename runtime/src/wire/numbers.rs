//! Lists of numbers and flags, which are most of what large inputs consist of.
//!
//! A list in general counts what is paid for and remembers what must not repeat. Where the name of
//! the type that is being made says that neither matters, the elements come from a reader that the
//! compiler can keep in registers.

use std::any::type_name;

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::decoder::Decoder;
use super::error::{DecodeError, Reason, Result};

/// How the elements of a list travel.
#[derive(Clone, Copy)]
pub(super) enum Element {
    /// As so many bytes each.
    Fixed(usize),
    /// As varints; in memory they take so many bytes each.
    Varint(usize),
}

/// What a `V` is a list of, if it is one of numbers, of the standard library.
///
/// Should a compiler come to spell the names otherwise, lists of numbers are lists like all others.
#[inline]
pub(super) fn element<V>() -> Option<Element> {
    let name = type_name::<V>();
    let element = name.strip_prefix("alloc::vec::Vec<")?.strip_suffix('>')?;
    Some(match element {
        "u8" | "i8" | "bool" => Element::Fixed(1),
        "f32" => Element::Fixed(4),
        "f64" => Element::Fixed(8),
        "u16" | "i16" => Element::Varint(2),
        "u32" | "i32" => Element::Varint(4),
        "u64" | "i64" => Element::Varint(8),
        _ => return None,
    })
}

/// Lets `visitor` read `count` elements, all of them.
#[inline]
pub(super) fn visit<'de, V: Visitor<'de>>(
    decoder: &mut Decoder<'de>,
    element: Element,
    count: usize,
    visitor: V,
) -> Result<V::Value> {
    match element {
        Element::Fixed(size) => {
            let bytes = decoder.budget.charge_product(count, size)?;
            let bytes = decoder.reader.bytes(bytes)?;
            let decoder = Decoder::of_paid(bytes);
            let mut numbers = Fixed { decoder, size };
            let value = visitor.visit_seq(&mut numbers)?;
            all_read(numbers.decoder.reader.remaining(), value)
        }
        Element::Varint(size) => {
            decoder.budget.charge_product(count, size)?;
            let mut numbers = Varints {
                decoder: Decoder::of_paid(decoder.reader.rest()),
                remaining: count,
            };
            let value = visitor.visit_seq(&mut numbers)?;
            decoder.reader = numbers.decoder.reader;
            all_read(numbers.remaining, value)
        }
    }
}

#[inline]
fn all_read<T>(remaining: usize, value: T) -> Result<T> {
    match remaining {
        0 => Ok(value),
        _ => Err(Reason::Leftover.into()),
    }
}

/// What is left of a list whose bytes are cut out.
struct Fixed<'de> {
    decoder: Decoder<'de>,
    size: usize,
}

impl<'de> SeqAccess<'de> for Fixed<'de> {
    type Error = DecodeError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.decoder.reader.remaining() < self.size {
            return Ok(None);
        }
        seed.deserialize(&mut self.decoder).map(Some)
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.decoder.reader.remaining() / self.size)
    }
}

/// What is left of a list that ends somewhere.
struct Varints<'de> {
    decoder: Decoder<'de>,
    remaining: usize,
}

impl<'de> SeqAccess<'de> for Varints<'de> {
    type Error = DecodeError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some(remaining) = self.remaining.checked_sub(1) else {
            return Ok(None);
        };
        self.remaining = remaining;
        seed.deserialize(&mut self.decoder).map(Some)
    }

    /// An element takes a byte at least: a larger count is no promise.
    #[inline]
    fn size_hint(&self) -> Option<usize> {
        (self.remaining <= self.decoder.reader.remaining()).then_some(self.remaining)
    }
}
