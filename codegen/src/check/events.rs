//! Events: what they are called, and whether JSON carries them.

use std::collections::BTreeMap;

use super::stem_of_event;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Api, Event};

/// No two events of a version share a name.
pub(super) fn names(api: &Api, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<(&str, &str), &Event> = BTreeMap::new();
    for event in &api.events {
        let Some(earlier) = first.insert((&event.version, &event.name), event) else {
            continue;
        };
        let title = format!(
            "two events of {} are called `{}`",
            event.version, event.name
        );
        let label = "receivers could not tell this from the other";
        let help = "give one of them another name, or another version";
        let diagnostic = Diagnostic::new(Rule::DuplicateEvent, event.location, title, label, help)
            .context(earlier.location, "the other one")
            .stem(stem_of_event(event))
            .stem(stem_of_event(earlier));
        diagnostics.push(diagnostic);
    }
}
