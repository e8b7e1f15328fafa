//! Keys that must not repeat.

use super::error::{Reason, Result};

/// The encoded keys of one map or set.
///
/// The decoder is strict, so a value has one encoding, and keys are equal where their bytes are.
#[derive(Debug, Default)]
pub(super) struct Distinct<'de> {
    keys: Vec<&'de [u8]>,
}

impl<'de> Distinct<'de> {
    #[inline]
    pub(super) fn push(&mut self, key: &'de [u8]) {
        self.keys.push(key);
    }

    /// Asserts that no key was pushed twice.
    pub(super) fn finish(mut self) -> Result<()> {
        // Sorting has no bad case that a sender could aim for, as a hash table has.
        self.keys.sort_unstable();
        match self.keys.windows(2).any(|pair| pair[0] == pair[1]) {
            true => Err(Reason::Duplicate.into()),
            false => Ok(()),
        }
    }
}
