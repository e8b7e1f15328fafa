//! The requests, by what they are about.

mod bodies;
mod conditions;
mod deprecation;
mod doors;
mod errors;
mod methods;
mod negotiation;
mod pages;
mod parameters;
mod paths;
mod sharing;
mod writes;

use crate::Row;

/// A title, what it is about, and rows.
type Group = (&'static str, &'static str, &'static [Row]);

pub(crate) const ALL: &[Group] = &[
    methods::GROUP,
    paths::GROUP,
    parameters::GROUP,
    bodies::GROUP,
    negotiation::GROUP,
    conditions::GROUP,
    writes::GROUP,
    doors::GROUP,
    sharing::GROUP,
    pages::GROUP,
    deprecation::GROUP,
    errors::GROUP,
];
