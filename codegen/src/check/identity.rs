//! Names and IDs, within a crate and across crates.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Action, Api, PackageId};

/// No two actions share a name.
pub(super) fn names(api: &Api, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<&str, &Action> = BTreeMap::new();
    for action in &api.actions {
        let Some(earlier) = first.insert(&action.name, action) else {
            continue;
        };
        let title = format!("two actions are called `{}`", action.name);
        let help = "rename one of them, or give it another name with `name = \"…\"`";
        diagnostics.push(clash(Rule::NameCollision, title, action, earlier, help));
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
            let help = "by bad luck their digests agree: rename one of them, or give it another \
                        name with `name = \"…\"`";
            diagnostics.push(clash(Rule::IdCollision, title, action, earlier, help));
        }
    }
}

fn clash(rule: Rule, title: String, action: &Action, earlier: &Action, help: &str) -> Diagnostic {
    let label = format!("this is `{}`", action.name);
    Diagnostic::new(rule, action.location, title, label, help)
        .context(earlier.location, format!("and so is `{}`", earlier.name))
        .stem(stem(action))
        .stem(stem(earlier))
}

fn stem(action: &Action) -> Option<String> {
    (action.package == PackageId(0)).then(|| action.stem.clone())
}
