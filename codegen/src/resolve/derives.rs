//! What a type derives.

use super::names::{Entity, Names, Namespace};
use crate::scan::{ModuleId, TypeItem, WrittenDerive};

/// The derives that matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Derives {
    pub(crate) serialize: bool,
    pub(crate) deserialize: bool,
    /// That of the standard library.
    pub(crate) default: bool,
    /// `garde::Validate`
    pub(crate) validate: bool,
    /// `tramline::Wire`
    pub(crate) wire: bool,
    /// `tramline::ActionError`
    pub(crate) action_error: bool,
    /// `tramline::WebhookEvent`
    pub(crate) webhook_event: bool,
    /// A derive that writes serde's traits in a form of its own, such as `Serialize_repr`.
    pub(crate) other_serde: bool,
    /// The predicates of the `cfg_attr`s that serde's derives stand under.
    conditions: Vec<String>,
}

impl Derives {
    /// Whether an attribute under a `cfg_attr` with this predicate is there whenever one of serde's
    /// derives is that reads it.
    pub(crate) fn go_with(&self, predicate: &str) -> bool {
        let known = |predicate: &str| self.conditions.iter().any(|one| one == predicate);
        let any = predicate
            .strip_prefix("any (")
            .and_then(|rest| rest.strip_suffix(')'));
        known(predicate) || any.is_some_and(|any| any.split(',').all(|one| known(one.trim())))
    }
}

/// Reads the derives of a type, those under a `cfg_attr` included: without them it could not
/// travel at all, and they do not change its form.
pub(crate) fn of(item: &TypeItem, names: &Names<'_>) -> Derives {
    let mut derives = Derives::default();
    for written in item.item.derives() {
        add(written, item.module, names, &mut derives);
    }
    derives
}

fn add(written: &WrittenDerive, module: ModuleId, names: &Names<'_>, derives: &mut Derives) {
    let path = original_path(written, module, names);
    let name = path.last().map(String::as_str).unwrap_or_default();
    match name {
        "Serialize" => {
            derives.serialize = true;
            derives.conditions.extend(written.condition.clone());
        }
        "Deserialize" => {
            derives.deserialize = true;
            derives.conditions.extend(written.condition.clone());
        }
        "Default" if path.len() == 1 || path[0] == "std" => derives.default = true,
        "Validate" if path[0] == "garde" => derives.validate = true,
        "Wire" => derives.wire = true,
        "ActionError" => derives.action_error = true,
        "WebhookEvent" => derives.webhook_event = true,
        _ if name.starts_with("Serialize") || name.starts_with("Deserialize") => {
            derives.other_serde = true;
        }
        _ => {}
    }
}

/// What the path leads to, renames undone.
fn original_path(written: &WrittenDerive, module: ModuleId, names: &Names<'_>) -> Vec<String> {
    let found = names.path(module, written.absolute, &written.path, Namespace::Macro);
    match found {
        Some(Entity::Foreign(path)) => path,
        _ => written.path.clone(),
    }
}
