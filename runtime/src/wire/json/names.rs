//! Names that must not repeat.

use crate::wire::error::{Reason, Result};

/// So many are compared each with each other.
const FEW: usize = 8;

/// Asserts that no name comes twice.
pub(super) fn distinct<'a>(names: impl ExactSizeIterator<Item = &'a str> + Clone) -> Result<()> {
    let repeats = match names.len() {
        0 | 1 => false,
        2..=FEW => (names.clone().enumerate())
            .any(|(index, name)| names.clone().take(index).any(|other| other == name)),
        _ => {
            // Sorting has no bad case that a sender could aim for, as a hash table has.
            let mut names: Vec<&str> = names.collect();
            names.sort_unstable();
            names.windows(2).any(|pair| pair[0] == pair[1])
        }
    };
    match repeats {
        true => Err(Reason::Duplicate.into()),
        false => Ok(()),
    }
}
