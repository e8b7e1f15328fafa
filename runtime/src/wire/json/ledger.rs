//! What decoding JSON has cost so far.

use std::any::type_name;
use std::cell::{Cell, RefCell};

use serde::de::Error;

use crate::wire::budget::{Budget, Limits};
use crate::wire::error::{DecodeError, Result};

/// How large a value is taken to be that serde makes from its buffer, out of our sight.
const UNSEEN: usize = 512;

/// Whether a `T` is serde's buffer, or one with a tag.
fn is_buffer<T>() -> bool {
    type_name::<T>().contains("::Content")
}

/// A budget that every part of a deserializer shares, and why it said no.
///
/// serde_json has an error type of its own, so the reason is kept here.
pub(super) struct Ledger {
    budget: RefCell<Budget>,
    refused: Cell<Option<DecodeError>>,
}

impl Ledger {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            budget: RefCell::new(Budget::new(limits)),
            refused: Cell::new(None),
        }
    }

    /// Pays for `bytes` bytes.
    pub(super) fn charge(&self, bytes: usize) -> Result<()> {
        self.budget.borrow_mut().charge(bytes)
    }

    /// Does something to the budget.
    pub(super) fn pay<T, E: Error>(
        &self,
        pay: impl FnOnce(&mut Budget) -> Result<T>,
    ) -> Result<T, E> {
        pay(&mut self.budget.borrow_mut()).map_err(|error| {
            self.refused.set(Some(error));
            E::custom("beyond the limits")
        })
    }

    /// Makes something one level down in a `T`.
    pub(super) fn deeper<T, R, E: Error>(
        &self,
        make: impl FnOnce() -> Result<R, E>,
    ) -> Result<R, E> {
        let size = size_of::<T>() + if is_buffer::<T>() { UNSEEN } else { 0 };
        let levels = self.pay(|budget| budget.enter_sized(size))?;
        let value = make()?;
        self.budget.borrow_mut().leave(levels);
        Ok(value)
    }

    /// Why decoding ended, if that was for its cost.
    pub(super) fn refused(&self) -> Option<DecodeError> {
        self.refused.get()
    }
}
