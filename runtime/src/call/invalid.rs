//! Input that can be read, but is not what a function takes.

use crate::rest::Parameter;

/// One thing that is wrong with an input. It holds no value that was sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Invalid {
    pub(crate) place: InvalidPlace,
    /// What is wrong, for people.
    pub(crate) detail: String,
}

/// Where it is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum InvalidPlace {
    /// In the body, at this JSON Pointer (RFC 6901).
    Body(String),
    /// In the path or the query.
    Parameter(&'static Parameter),
}

impl Invalid {
    pub(crate) fn new(place: InvalidPlace, detail: String) -> Self {
        Self { place, detail }
    }
}
