//! Keys that must not repeat.

use super::error::{Reason, Result};

/// The encoded keys of one map or set.
///
/// The decoder is strict, so a value has one encoding, and keys are equal where their bytes are.
#[derive(Debug, Default)]
pub(super) struct Distinct<'de> {
    keys: Vec<Key<'de>>,
}

/// The first bytes of a key as a number, which decides most comparisons, and all of it.
type Key<'de> = (u64, &'de [u8]);

impl<'de> Distinct<'de> {
    /// What remembering a key takes.
    pub(super) const BYTES_PER_KEY: usize = size_of::<Key<'_>>();

    #[inline]
    pub(super) fn push(&mut self, key: &'de [u8]) {
        self.keys.push((head(key), key));
    }

    /// Asserts that no key was pushed twice.
    #[inline]
    pub(super) fn finish(self) -> Result<()> {
        match self.keys.len() {
            0 | 1 => Ok(()),
            _ => self.compare(),
        }
    }

    fn compare(mut self) -> Result<()> {
        // Sorting has no bad case that a sender could aim for, as a hash table has.
        self.keys.sort_unstable();
        match self.keys.windows(2).any(|pair| pair[0] == pair[1]) {
            true => Err(Reason::Duplicate.into()),
            false => Ok(()),
        }
    }
}

/// The first eight bytes, or fewer and zeros.
#[inline]
fn head(key: &[u8]) -> u64 {
    match key.first_chunk() {
        Some(head) => u64::from_be_bytes(*head),
        None => key
            .iter()
            .fold(0, |head, byte| head << 8 | u64::from(*byte)),
    }
}
