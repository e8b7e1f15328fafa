//! Lists and sets: a count, then that many elements.

use std::any::type_name;
use std::mem;

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::along::{Along, Plainly};
use super::decoder::Decoder;
use super::distinct::Distinct;
use super::error::{DecodeError, Reason, Result};
use super::numbers;

/// The elements still to come.
pub(super) struct Sequence<'a, 'de, A> {
    along: A,
    decoder: &'a mut Decoder<'de>,
    /// How many are not paid for: all, then none.
    unpaid: usize,
    /// How many are paid for.
    paid: usize,
    is_set: bool,
    elements: Distinct<'de>,
}

impl<'a, 'de> Sequence<'a, 'de, Plainly> {
    /// Lets `visitor` read `count` elements, all of them.
    #[inline]
    pub(super) fn visit<V: Visitor<'de>>(
        decoder: &'a mut Decoder<'de>,
        count: usize,
        visitor: V,
    ) -> Result<V::Value> {
        if let Some(element) = numbers::element::<V::Value>() {
            return numbers::visit(decoder, element, count, visitor);
        }
        let is_set = is_set::<V::Value>();
        Sequence::visit_along(decoder, count, Plainly, is_set, visitor)
    }
}

impl<'a, 'de, A: Along> Sequence<'a, 'de, A> {
    /// Lets `visitor` read `count` elements along `along`, all of them, no two of a set equal.
    #[inline]
    pub(super) fn visit_along<V: Visitor<'de>>(
        decoder: &'a mut Decoder<'de>,
        count: usize,
        along: A,
        is_set: bool,
        visitor: V,
    ) -> Result<V::Value> {
        let mut sequence = Sequence {
            along,
            decoder,
            unpaid: count,
            paid: 0,
            is_set,
            elements: Distinct::default(),
        };
        let value = visitor.visit_seq(&mut sequence)?;
        sequence.finish()?;
        Ok(value)
    }

    #[inline]
    fn finish(self) -> Result<()> {
        match self.remaining() {
            0 => self.elements.finish(),
            _ => Err(Reason::Leftover.into()),
        }
    }

    #[inline]
    fn remaining(&self) -> usize {
        self.unpaid + self.paid
    }

    /// Pays for all elements at once, before the first of them.
    #[inline]
    fn pay<T>(&mut self) -> Result<()> {
        self.paid = mem::take(&mut self.unpaid);
        match self.is_set {
            true => self.decoder.budget.charge_keys::<T>(self.paid),
            false => self.decoder.budget.charge_elements::<T>(self.paid),
        }
    }
}

impl<'de, A: Along> SeqAccess<'de> for Sequence<'_, 'de, A> {
    type Error = DecodeError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.paid == 0 {
            if self.unpaid == 0 {
                return Ok(None);
            }
            self.pay::<T::Value>()?;
        }
        self.paid -= 1;
        if self.is_set {
            let start = self.decoder.reader.clone();
            let element = seed.deserialize(self.along.reading(self.decoder))?;
            self.elements.push(self.decoder.reader.since(&start));
            return Ok(Some(element));
        }
        seed.deserialize(self.along.reading(self.decoder)).map(Some)
    }

    /// An element takes a byte at least, or no memory: a larger count is no promise.
    #[inline]
    fn size_hint(&self) -> Option<usize> {
        let remaining = self.remaining();
        (remaining <= self.decoder.reader.remaining()).then_some(remaining)
    }
}

/// Whether serde is about to collect the elements into a set of the standard library, the one
/// place where it would drop duplicates in silence.
///
/// The name of the type it makes is all a deserializer is shown of it. Should a compiler come to
/// spell the name otherwise, duplicates are dropped again, and a test fails.
#[inline]
pub(super) fn is_set<T>() -> bool {
    let name = type_name::<T>();
    name.starts_with("alloc::collections::btree::set::BTreeSet<")
        || name.starts_with("std::collections::hash::set::HashSet<")
}
