//! Maps: a count, then that many keys and values in turn.

use serde::de::{DeserializeSeed, MapAccess, Visitor};

use super::along::Along;
use super::decoder::Decoder;
use super::distinct::Distinct;
use super::error::{DecodeError, Reason, Result};

/// The entries still to come.
///
/// It gives no size hint: a hash table would allocate for all of them at once.
pub(super) struct Entries<'a, 'de, A> {
    along: (A, A),
    decoder: &'a mut Decoder<'de>,
    remaining: usize,
    keys: Distinct<'de>,
    keys_paid: bool,
    values_paid: bool,
}

impl<'a, 'de, A: Along> Entries<'a, 'de, A> {
    /// Lets `visitor` read `count` entries, all of them, keys and values each along their own.
    #[inline]
    pub(super) fn visit<V: Visitor<'de>>(
        decoder: &'a mut Decoder<'de>,
        count: usize,
        along: (A, A),
        visitor: V,
    ) -> Result<V::Value> {
        let mut entries = Entries {
            along,
            decoder,
            remaining: count,
            keys: Distinct::default(),
            keys_paid: false,
            values_paid: false,
        };
        let value = visitor.visit_map(&mut entries)?;
        entries.finish()?;
        Ok(value)
    }

    #[inline]
    fn finish(self) -> Result<()> {
        if self.remaining != 0 {
            return Err(Reason::Leftover.into());
        }
        self.keys.finish()
    }
}

impl<'de, A: Along> MapAccess<'de> for Entries<'_, 'de, A> {
    type Error = DecodeError;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if self.remaining == 0 {
            return Ok(None);
        }
        if !self.keys_paid {
            self.keys_paid = true;
            self.decoder
                .budget
                .charge_keys::<K::Value>(self.remaining)?;
        }
        self.remaining -= 1;
        let start = self.decoder.reader.clone();
        let key = seed.deserialize(self.along.0.reading(self.decoder))?;
        self.keys.push(self.decoder.reader.since(&start));
        Ok(Some(key))
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        if !self.values_paid {
            self.values_paid = true;
            // The value at hand, and those whose keys are still to come.
            let count = self.remaining + 1;
            self.decoder.budget.charge_values::<V::Value>(count)?;
        }
        seed.deserialize(self.along.1.reading(self.decoder))
    }
}
