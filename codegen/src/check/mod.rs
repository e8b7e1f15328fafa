//! Rules: one rule, one function, one message.
//!
//! What concerns a single signature or type is found while it is resolved, since it decides
//! whether there is a model of it at all; what concerns actions together is found here.

mod errors;
mod events;
mod identity;
mod reach;
mod renames;
pub(crate) mod retired;
mod routes;
pub(crate) mod signature;
mod webhooks;
mod wire_names;

use crate::diagnostics::Diagnostics;
use crate::model::{Action, Api, Event, PackageId};

/// What only shows when everything is known.
const RULES: &[fn(&Api, &mut Diagnostics)] = &[
    identity::names,
    identity::ids,
    renames::to_itself,
    renames::former_names,
    errors::codes,
    routes::conflicts,
    wire_names::duplicates,
    events::names,
    webhooks::paths,
];

/// Applies every rule.
pub(crate) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    for rule in RULES {
        rule(api, diagnostics);
    }
}

/// The file that shows a mistake in an action: those of other packages have theirs elsewhere.
pub(crate) fn stem(action: &Action) -> Option<String> {
    (action.package == PackageId(0)).then(|| action.stem.clone())
}

/// The file that shows a mistake in an event.
pub(crate) fn stem_of_event(event: &Event) -> Option<String> {
    (event.package == PackageId(0)).then(|| event.stem.clone())
}
