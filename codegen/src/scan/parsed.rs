//! A file as syn sees it.

use std::rc::Rc;

use super::lines::Lines;
use super::piece::{Piece, pieces};
use super::skim::{Cuts, skim};

/// The items of a file.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub(super) items: Rc<[Piece]>,
    pub(super) cuts: Rc<Cuts>,
    pub(super) lines: Rc<Lines>,
}

impl Parsed {
    /// From what is left of a text without the bodies of functions. What finds those may be wrong
    /// about a text, and then the whole text decides; nothing if that cannot be parsed.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let skimmed = skim(text);
        match syn::parse_file(&skimmed.text) {
            Ok(file) => Some(Parsed {
                items: pieces(file.items),
                cuts: Rc::new(skimmed.cuts),
                lines: Rc::default(),
            }),
            Err(_) => Some(Parsed {
                items: pieces(syn::parse_file(text).ok()?.items),
                cuts: Rc::default(),
                lines: Rc::default(),
            }),
        }
    }

    /// Whether they are not only equal, but the same.
    #[cfg(test)]
    pub(crate) fn is(&self, other: &Parsed) -> bool {
        Rc::ptr_eq(&self.items, &other.items)
    }
}
