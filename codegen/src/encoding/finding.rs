//! What stands in the way of one wire or of both.

use super::graph::{Found, Spot};
use crate::diagnostics::{Diagnostic, Rule};
use crate::model::Location;

/// Something that cannot travel.
#[derive(Clone, Debug)]
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
    /// Routes as well, which decode it first and then lend it.
    PostcardAndRoutes,
}

impl Found {
    pub(super) fn refuse(
        &mut self,
        carried: Carries,
        spot: Spot<'_>,
        label: &'static str,
        help: &'static str,
    ) {
        self.refused.push(Finding {
            carried,
            at: spot.at,
            title: format!("{} cannot cross the wire", spot.name),
            label,
            help,
            way: Vec::new(),
        });
    }

    /// What points into the bytes of the call.
    pub(super) fn refuse_borrowed(&mut self, carried: Carries, spot: Spot<'_>) {
        self.refuse(
            carried,
            spot,
            "this borrows from the call, and what JSON has escaped or spelled out cannot be \
             borrowed",
            "use an owned type, such as `String`, or `Cow<'_, str>`",
        );
    }
}

impl Finding {
    pub(super) fn diagnostic(&self) -> Diagnostic {
        let title = self.title.as_str();
        let diagnostic = Diagnostic::new(Rule::NoWire, self.at, title, self.label, self.help);
        self.way.iter().fold(diagnostic, Diagnostic::note)
    }
}
