//! Paths of webhooks, within a crate and across crates.

use std::collections::BTreeMap;

use super::stem;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Action, Api, WebhookRoute};

/// No two webhooks answer to one path.
pub(super) fn paths(api: &Api, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<&str, (&Action, &WebhookRoute)> = BTreeMap::new();
    for action in &api.actions {
        let Some(route) = &action.webhook else {
            continue;
        };
        let Some((earlier, other)) = first.insert(&route.path, (action, route)) else {
            continue;
        };
        let title = format!("two webhooks answer to `{}`", route.path);
        let label = format!("this is `{}`", action.name);
        let help = "give one of them another path, or let one function tell the senders apart";
        let rule = Rule::WebhookPathCollision;
        let diagnostic = Diagnostic::new(rule, route.location, title, label, help)
            .context(other.location, "and so does this")
            .stem(stem(action))
            .stem(stem(earlier));
        diagnostics.push(diagnostic);
    }
}
