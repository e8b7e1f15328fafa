//! What a type derives.

use quote::ToTokens as _;
use syn::punctuated::Punctuated;
use syn::{DeriveInput, Meta, Path, Token};

use super::names::{Entity, Names, Namespace};
use super::serde::nested;
use crate::scan::{ModuleId, plain_name};

/// The derives that matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Derives {
    pub(crate) serialize: bool,
    pub(crate) deserialize: bool,
    /// That of the standard library.
    pub(crate) default: bool,
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

/// Reads the derives of `item`, those under a `cfg_attr` included: without them it could not
/// travel at all, and they do not change its form.
pub(crate) fn of(item: &DeriveInput, module: ModuleId, names: &Names<'_>) -> Derives {
    let mut derives = Derives::default();
    for attribute in &item.attrs {
        if attribute.path().is_ident("derive") {
            add(&attribute.meta, module, names, &mut derives);
        } else if attribute.path().is_ident("cfg_attr") {
            let metas = nested(&attribute.meta);
            let Some((predicate, added)) = metas.split_first() else {
                continue;
            };
            for meta in added.iter().filter(|meta| meta.path().is_ident("derive")) {
                if add(meta, module, names, &mut derives) {
                    let predicate = predicate.to_token_stream().to_string();
                    derives.conditions.push(predicate);
                }
            }
        }
    }
    derives
}

/// Adds what is derived; whether one of serde's is.
fn add(meta: &Meta, module: ModuleId, names: &Names<'_>, derives: &mut Derives) -> bool {
    let mut of_serde = false;
    let Ok(list) = meta.require_list() else {
        return of_serde;
    };
    let parser = Punctuated::<Path, Token![,]>::parse_terminated;
    for path in list.parse_args_with(parser).into_iter().flatten() {
        let path = original_path(&path, module, names);
        let name = path.last().map(String::as_str).unwrap_or_default();
        match name {
            "Serialize" => {
                of_serde = true;
                derives.serialize = true;
            }
            "Deserialize" => {
                of_serde = true;
                derives.deserialize = true;
            }
            "Default" if path.len() == 1 || path[0] == "std" => derives.default = true,
            "Wire" => derives.wire = true,
            "ActionError" => derives.action_error = true,
            "WebhookEvent" => derives.webhook_event = true,
            _ if name.starts_with("Serialize") || name.starts_with("Deserialize") => {
                derives.other_serde = true;
            }
            _ => {}
        }
    }
    of_serde
}

/// What the path leads to, renames undone.
fn original_path(path: &Path, module: ModuleId, names: &Names<'_>) -> Vec<String> {
    let segments = path
        .segments
        .iter()
        .map(|segment| plain_name(&segment.ident));
    let segments: Vec<String> = segments.collect();
    let absolute = path.leading_colon.is_some();
    let found = names.path(module, absolute, &segments, Namespace::Macro);
    match found {
        Some(Entity::Foreign(path)) => path,
        _ => segments,
    }
}
