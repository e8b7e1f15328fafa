//! Retired names: callers from before must not reach something else.

use super::stem;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::lock::{Lock, REUSED};
use crate::model::Api;

/// No action takes a name that the lock has retired, or is about to.
pub(crate) fn names(lock: &Lock, api: &Api, diagnostics: &mut Diagnostics) {
    for action in api.called().filter(|action| lock.reuses(action)) {
        let name = &action.name;
        let (title, help) = match lock.answering_to(action) {
            Some(other) => (
                format!("`{name}` is a former name of `{other}`"),
                format!(
                    "who still calls `{name}` means `{other}`: choose another name, or pin one with \
                     `name = \"…\"`"
                ),
            ),
            None => (format!("the name `{name}` is retired"), REUSED.to_owned()),
        };
        let label = format!("this is `{name}`");
        let diagnostic = Diagnostic::new(Rule::RetiredName, action.location, title, label, help);
        diagnostics.push(diagnostic.stem(stem(action)));
    }
}
