//! What decoding may cost.
//!
//! Memory is charged before it is allocated, from the sizes of the types being made rather than
//! from what an allocator says, so that the same bytes are refused on every machine of one word
//! size. A collection that grows holds its old and its new storage for a moment: what is allocated
//! stays below three times what was charged.

use super::distinct::Distinct;
use super::error::{Reason, Result};

/// How much decoding one value may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    budget: usize,
    depth: usize,
}

impl Limits {
    /// 32 MiB, 128 levels.
    pub(crate) const DEFAULT: Self = Self {
        budget: 32 << 20,
        depth: 128,
    };

    /// The same with another budget, in bytes.
    pub(crate) fn with_budget(self, budget: usize) -> Self {
        Self { budget, ..self }
    }

    /// The same for inputs of up to `limit` bytes: an action that takes large ones means to decode
    /// them, so the budget is at least twice as much.
    pub(crate) fn for_inputs_of(self, limit: u64) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let budget = self.budget.max(limit.saturating_mul(2));
        Self { budget, ..self }
    }
}

/// What is left of [`Limits`].
#[derive(Debug)]
pub(super) struct Budget {
    memory: usize,
    levels: usize,
}

/// A larger type counts for several levels: it is copied a few times in every stack frame, and up
/// to twenty times in an unoptimised build. The worst that was found then takes 1.2 MiB, where a
/// thread has 2 MiB by default; optimised, 300 KiB.
const BYTES_PER_LEVEL: usize = 512;

/// What an element of no size costs: no memory, but time, and a count of them is all that is sent.
const NOTHING: usize = 64;

/// What a B-tree allocates with its first entry.
const NODE_SLOTS: usize = 11;

impl Budget {
    /// For what costs nothing more.
    pub(super) const EMPTY: Self = Self {
        memory: 0,
        levels: 0,
    };

    pub(super) const fn new(limits: Limits) -> Self {
        Self {
            memory: limits.budget,
            levels: limits.depth,
        }
    }

    /// Pays for `bytes` bytes.
    #[inline]
    pub(super) fn charge(&mut self, bytes: usize) -> Result<()> {
        let left = self.memory.checked_sub(bytes).ok_or(Reason::Budget)?;
        self.memory = left;
        Ok(())
    }

    /// Pays for one `T` that may be boxed.
    #[inline]
    pub(super) fn charge_value<T>(&mut self) -> Result<()> {
        self.charge(size_of::<T>())
    }

    /// Pays for `count` elements in a row.
    #[inline]
    pub(super) fn charge_elements<T>(&mut self, count: usize) -> Result<()> {
        let size = match size_of::<T>() {
            0 => NOTHING,
            size => size,
        };
        self.charge_product(count, size).map(drop)
    }

    /// Pays for the keys of `count` entries of a map or set, and for their places in the input,
    /// which are remembered.
    #[inline]
    pub(super) fn charge_keys<T>(&mut self, count: usize) -> Result<()> {
        self.charge_slots(count, size_of::<T>() + Distinct::BYTES_PER_KEY)
    }

    /// Pays for the values of `count` entries of a map.
    #[inline]
    pub(super) fn charge_values<T>(&mut self, count: usize) -> Result<()> {
        self.charge_slots(count, size_of::<T>())
    }

    /// Pays for one key or value of a map or set, and with the first for the room that is made.
    #[inline]
    pub(super) fn charge_entry<T>(&mut self, is_first: bool) -> Result<()> {
        let size = size_of::<T>();
        let slots = if is_first { 1 + NODE_SLOTS } else { 1 };
        self.charge_product(slots, size + size.div_ceil(7))
            .map(drop)
    }

    /// Pays for `count` entries of `size` bytes each.
    pub(super) fn charge_entries(&mut self, count: usize, size: usize) -> Result<()> {
        self.charge_slots(count, size)
    }

    #[inline]
    fn charge_slots(&mut self, count: usize, size: usize) -> Result<()> {
        // A hash table is at most seven eighths full.
        let slot = size.saturating_add(size.div_ceil(7));
        self.charge_product(count.saturating_add(NODE_SLOTS), slot)
            .map(drop)
    }

    /// Pays for `count` times `size` bytes, and says how many that are.
    #[inline]
    pub(super) fn charge_product(&mut self, count: usize, size: usize) -> Result<usize> {
        let bytes = count.checked_mul(size).ok_or(Reason::Budget)?;
        self.charge(bytes)?;
        Ok(bytes)
    }

    /// Goes down into a `T`; what it returns goes to [`Budget::leave`].
    #[inline]
    pub(super) fn enter<T>(&mut self) -> Result<usize> {
        self.enter_sized(size_of::<T>())
    }

    /// Goes down into something of `size` bytes.
    #[inline]
    pub(super) fn enter_sized(&mut self, size: usize) -> Result<usize> {
        let levels = 1 + size / BYTES_PER_LEVEL;
        let left = self.levels.checked_sub(levels).ok_or(Reason::Depth)?;
        self.levels = left;
        Ok(levels)
    }

    /// Comes back up. After an error nobody does: decoding has ended.
    #[inline]
    pub(super) fn leave(&mut self, levels: usize) {
        self.levels += levels;
    }
}
