//! What stands in the way of one wire or of both.

use crate::diagnostics::{Diagnostic, Rule};
use crate::model::Location;

/// Something that cannot travel.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) carried: Carries,
    pub(super) at: Location,
    pub(super) title: String,
    pub(super) label: &'static str,
    pub(super) help: &'static str,
    /// How the action leads there.
    pub(super) way: Vec<String>,
}

/// What carries it all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carries {
    Neither,
    PostcardAlone,
}

impl Finding {
    pub(super) fn diagnostic(&self) -> Diagnostic {
        let title = self.title.as_str();
        let diagnostic = Diagnostic::new(Rule::NoWire, self.at, title, self.label, self.help);
        self.way.iter().fold(diagnostic, Diagnostic::note)
    }
}
