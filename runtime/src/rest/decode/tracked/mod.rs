//! A deserializer that knows where it is.
//!
//! It is used only once it is known that something is wrong, so its price is paid by nobody else.
//! serde_json has an error type of its own; what went wrong is kept aside while it passes through.

mod access;
mod deserializer;
mod expected;
mod key;

use std::cell::RefCell;

use serde::de::Error;

use super::fault::{Fault, Kind, Step};

/// Where a deserializer is, and the fault that is on its way out.
#[derive(Default)]
pub(super) struct Track {
    place: RefCell<Vec<Step>>,
    fault: RefCell<Option<Fault>>,
    key: RefCell<Option<String>>,
}

/// Something of serde's that keeps track.
pub(super) struct Tracked<'t, T> {
    inner: T,
    track: &'t Track,
}

impl Track {
    /// Keeps `fault` aside, which is no deeper than here, and passes on an error in its place.
    fn keep<E: Error>(&self, fault: Fault) -> E {
        let fault = fault.at(&self.place.borrow());
        *self.fault.borrow_mut() = Some(fault);
        E::custom("kept aside")
    }

    /// The fault that was kept aside for `error`; if none was, the error is about what is here.
    pub(in crate::rest::decode) fn found<E: Error>(&self, _: E) -> Fault {
        let kept = self.fault.borrow_mut().take();
        kept.unwrap_or_else(|| Fault {
            kind: Kind::Type,
            place: Some(self.place.borrow().clone()),
        })
    }

    /// Does something one step further in.
    fn within<T, E: Error>(
        &self,
        step: Step,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, Fault> {
        self.place.borrow_mut().push(step);
        let made = make().map_err(|error| self.found(error));
        self.place.borrow_mut().pop();
        made
    }
}

impl<'t, T> Tracked<'t, T> {
    pub(super) fn new(inner: T, track: &'t Track) -> Self {
        Self { inner, track }
    }

    /// The same with something else.
    fn with<U>(&self, inner: U) -> Tracked<'t, U> {
        Tracked::new(inner, self.track)
    }
}
