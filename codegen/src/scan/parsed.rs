//! A file as syn sees it.

use syn::Item;

use super::skim::{Cuts, skim};

/// The items of a file.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub(super) items: Vec<Item>,
    pub(super) cuts: Cuts,
}

impl Parsed {
    /// From what is left of a text without the bodies of functions. What finds those may be wrong
    /// about a text, and then the whole text decides; nothing if that cannot be parsed.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let skimmed = skim(text);
        match syn::parse_file(&skimmed.text) {
            Ok(file) => Some(Parsed {
                items: file.items,
                cuts: skimmed.cuts,
            }),
            Err(_) => Some(Parsed {
                items: syn::parse_file(text).ok()?.items,
                cuts: Cuts::default(),
            }),
        }
    }
}
