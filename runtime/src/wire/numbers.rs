//! Lists of numbers and flags, which are most of what large inputs consist of.
//!
//! A list in general counts what is paid for and remembers what must not repeat. Where the name of
//! the type that is being made says that neither matters, the elements come from a reader that the
//! compiler can keep in registers. What that type is made from need not be what it holds: a visitor
//! that asks for other elements than expected gets them, at the usual pace.

use std::any::type_name;

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::decoder::Decoder;
use super::error::{DecodeError, Reason, Result};

/// How the elements of a list travel.
#[derive(Clone, Copy, PartialEq, Eq)]
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
    number(name.strip_prefix("alloc::vec::Vec<")?.strip_suffix('>')?)
}

#[inline]
fn number(name: &str) -> Option<Element> {
    Some(match name {
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
    let input = decoder.reader.rest();
    let numbers = match element {
        Element::Fixed(size) => {
            let length = decoder.budget.charge_product(count, size)?;
            input.get(..length)
        }
        Element::Varint(size) => {
            decoder.budget.charge_product(count, size)?;
            Some(input)
        }
    };
    let mut list = List {
        numbers: Decoder::of_paid(numbers.unwrap_or_default()),
        is_short: numbers.is_none(),
        element,
        remaining: count,
        others: None,
        decoder,
    };
    let value = visitor.visit_seq(&mut list)?;
    list.finish(value)
}

/// What is left of a list.
struct List<'a, 'de> {
    /// As long as they are what was expected.
    numbers: Decoder<'de>,
    /// Whether there are too few bytes for them.
    is_short: bool,
    element: Element,
    /// How many are left of what takes a varying number of bytes; of the others, how many there are.
    remaining: usize,
    /// How many are left, once something else was asked for.
    others: Option<usize>,
    decoder: &'a mut Decoder<'de>,
}

impl<'de> List<'_, 'de> {
    /// How many bytes are read, and how many elements are left.
    #[inline]
    fn progress(&self) -> (usize, usize) {
        let bytes = self.numbers.reader.remaining();
        match self.element {
            Element::Fixed(_) if self.is_short => (0, self.remaining),
            Element::Fixed(size) => (self.remaining * size - bytes, bytes / size),
            Element::Varint(_) => (self.decoder.reader.remaining() - bytes, self.remaining),
        }
    }

    #[inline]
    fn finish<T>(self, value: T) -> Result<T> {
        if let Some(others) = self.others {
            return all_read(others, value);
        }
        if self.is_short {
            return Err(Reason::End.into());
        }
        let (read, remaining) = self.progress();
        self.decoder.reader.bytes(read)?;
        all_read(remaining, value)
    }

    /// An element that is none of the numbers expected.
    #[cold]
    #[inline(never)]
    fn other<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.others.is_none() {
            let (read, count) = self.progress();
            self.decoder.reader.bytes(read)?;
            self.decoder.budget.charge_elements::<T::Value>(count)?;
            self.others = Some(count);
            // Whoever returns to numbers finds none.
            self.numbers = Decoder::of_paid(&[]);
            self.remaining = 0;
        }
        let Some(left) = self.others.and_then(|others| others.checked_sub(1)) else {
            return Ok(None);
        };
        self.others = Some(left);
        seed.deserialize(&mut *self.decoder).map(Some)
    }
}

#[inline]
fn all_read<T>(remaining: usize, value: T) -> Result<T> {
    match remaining {
        0 => Ok(value),
        _ => Err(Reason::Leftover.into()),
    }
}

impl<'de> SeqAccess<'de> for List<'_, 'de> {
    type Error = DecodeError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if number(type_name::<T::Value>()) != Some(self.element) {
            return self.other(seed);
        }
        match self.element {
            Element::Fixed(size) => {
                if self.numbers.reader.remaining() < size {
                    return Ok(None);
                }
            }
            Element::Varint(_) => {
                let Some(remaining) = self.remaining.checked_sub(1) else {
                    return Ok(None);
                };
                self.remaining = remaining;
            }
        }
        seed.deserialize(&mut self.numbers).map(Some)
    }

    /// An element takes a byte at least: a larger count is no promise.
    #[inline]
    fn size_hint(&self) -> Option<usize> {
        match self.element {
            Element::Fixed(size) => Some(self.numbers.reader.remaining() / size),
            Element::Varint(_) => {
                let remaining = self.numbers.reader.remaining();
                (self.remaining <= remaining).then_some(self.remaining)
            }
        }
    }
}
