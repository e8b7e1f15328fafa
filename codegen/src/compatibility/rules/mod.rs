//! What may change at a place, and what follows from it: one rule, one function.

mod enums;
mod names;
mod numbers;
mod sequences;
mod structs;
mod types;

use super::pair::{Pair, Step};
use super::rule::Rule;

/// The ways in which two types can be read as one another, and the reasons why they cannot, from
/// the most particular. The first that knows the two decides.
const TYPES: &[fn(&Pair<'_>) -> Option<Step>] = &[
    structs::first_parameters,
    types::nothing,
    types::told_by_form,
    types::beside_a_tag,
    types::options,
    types::into_option,
    types::out_of_option,
    types::leaves,
    sequences::bytes,
    sequences::elements,
    types::maps,
    structs::structs,
    enums::enums,
];

/// Compares two types themselves, and says which of their parts are to be compared.
pub(super) fn step(pair: &Pair<'_>) -> Step {
    TYPES
        .iter()
        .find_map(|rule| rule(pair))
        .unwrap_or_else(|| Step::found(pair.found(Rule::TypeIncompatible)))
}
