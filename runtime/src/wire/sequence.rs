//! Lists and sets: a count, then that many elements.

use std::any::type_name;

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::decoder::Decoder;
use super::distinct::Distinct;
use super::error::{DecodeError, Reason, Result};

/// The elements still to come.
pub(super) struct Sequence<'a, 'de> {
    decoder: &'a mut Decoder<'de>,
    remaining: usize,
    paid: bool,
    set: Option<Distinct<'de>>,
}

impl<'a, 'de> Sequence<'a, 'de> {
    /// Lets `visitor` read `count` elements, all of them.
    #[inline]
    pub(super) fn visit<V: Visitor<'de>>(
        decoder: &'a mut Decoder<'de>,
        count: usize,
        visitor: V,
    ) -> Result<V::Value> {
        let mut sequence = Sequence {
            decoder,
            remaining: count,
            paid: false,
            set: is_set::<V::Value>().then(Distinct::default),
        };
        let value = visitor.visit_seq(&mut sequence)?;
        sequence.finish()?;
        Ok(value)
    }

    #[inline]
    fn finish(self) -> Result<()> {
        if self.remaining != 0 {
            return Err(Reason::Leftover.into());
        }
        self.set.map_or(Ok(()), Distinct::finish)
    }

    /// Pays for all elements at once, before the first of them.
    #[inline]
    fn pay<T>(&mut self) -> Result<()> {
        self.paid = true;
        let budget = &mut self.decoder.budget;
        match self.set {
            Some(_) => budget.charge_keys::<T>(self.remaining),
            None => budget.charge_elements::<T>(self.remaining),
        }
    }
}

impl<'de> SeqAccess<'de> for Sequence<'_, 'de> {
    type Error = DecodeError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.remaining == 0 {
            return Ok(None);
        }
        if !self.paid {
            self.pay::<T::Value>()?;
        }
        self.remaining -= 1;
        let start = self.decoder.reader;
        let element = seed.deserialize(&mut *self.decoder)?;
        if let Some(set) = &mut self.set {
            set.push(self.decoder.reader.since(start));
        }
        Ok(Some(element))
    }

    /// An element takes a byte at least, or no memory: a larger count is no promise.
    #[inline]
    fn size_hint(&self) -> Option<usize> {
        (self.remaining <= self.decoder.reader.remaining()).then_some(self.remaining)
    }
}

/// Whether serde is about to collect the elements into a set of the standard library, the one
/// place where it would drop duplicates in silence.
///
/// The name of the type it makes is all a deserializer is shown of it. Should a compiler come to
/// spell the name otherwise, duplicates are dropped again, and a test fails.
#[inline]
fn is_set<T>() -> bool {
    let name = type_name::<T>();
    name.starts_with("alloc::collections::btree::set::BTreeSet<")
        || name.starts_with("std::collections::hash::set::HashSet<")
}
