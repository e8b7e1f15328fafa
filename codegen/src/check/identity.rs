//! Names and IDs, within a crate and across crates.

use std::collections::BTreeMap;

use super::stem;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Action, Api};
use tramline_syntax::digest;

/// No two actions share a name.
pub(super) fn names(api: &Api, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<&str, &Action> = BTreeMap::new();
    for action in &api.actions {
        let Some(earlier) = first.insert(&action.name, action) else {
            continue;
        };
        let title = format!("two actions are called `{}`", action.name);
        let help = if action.package == earlier.package {
            "rename one of them, or give it another name with `name = \"…\"`"
        } else {
            "rename one of them, give it another name with `name = \"…\"`, or give its package \
             another namespace"
        };
        let label = format!("this is `{}`", action.name);
        let diagnostic = clash(Rule::NameCollision, title, label, action, earlier, help);
        diagnostics.push(diagnostic);
    }
}

/// No two names share an ID.
pub(super) fn ids(api: &Api, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<u64, &Action> = BTreeMap::new();
    for action in &api.actions {
        let Some(earlier) = first.insert(action.id, action) else {
            continue;
        };
        if earlier.name != action.name {
            let title = format!("`{}` and `{}` have the same ID", earlier.name, action.name);
            let help = "an ID is the digest of a name, and by bad luck these two agree: rename one \
                        of them, or give it another name with `name = \"…\"`";
            let label = format!("the ID of this is `{}`", digest::base64url(action.id));
            diagnostics.push(clash(
                Rule::IdCollision,
                title,
                label,
                action,
                earlier,
                help,
            ));
        }
    }
}

/// Shown at `action`, or at `earlier` where only that one can be changed here.
fn clash(
    rule: Rule,
    title: String,
    label: String,
    action: &Action,
    earlier: &Action,
    help: &str,
) -> Diagnostic {
    let (action, earlier) = if action.package > earlier.package {
        (earlier, action)
    } else {
        (action, earlier)
    };
    Diagnostic::new(rule, action.location, title, label, help)
        .context(earlier.location, "and so is this")
        .stem(stem(action))
        .stem(stem(earlier))
}
