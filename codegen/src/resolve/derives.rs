//! What a type derives.

use syn::punctuated::Punctuated;
use syn::{DeriveInput, Meta, Path, Token};

use super::names::{Entity, Names, Namespace};
use super::serde::nested;
use crate::scan::{ModuleId, plain_name};

/// The derives that matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Derives {
    pub(crate) serialize: bool,
    pub(crate) deserialize: bool,
    /// `tramline::Wire`
    pub(crate) wire: bool,
    /// `tramline::ActionError`
    pub(crate) action_error: bool,
    /// A derive that writes serde's traits in a form of its own, such as `Serialize_repr`.
    pub(crate) other_serde: bool,
}

/// Reads the derives of `item`, those under a `cfg_attr` included: without them it could not
/// travel at all, and they do not change its form.
pub(crate) fn of(item: &DeriveInput, module: ModuleId, names: &Names<'_>) -> Derives {
    let mut derives = Derives::default();
    for attribute in &item.attrs {
        if attribute.path().is_ident("derive") {
            add(&attribute.meta, module, names, &mut derives);
        } else if attribute.path().is_ident("cfg_attr") {
            for meta in nested(&attribute.meta).iter().skip(1) {
                if meta.path().is_ident("derive") {
                    add(meta, module, names, &mut derives);
                }
            }
        }
    }
    derives
}

fn add(meta: &Meta, module: ModuleId, names: &Names<'_>, derives: &mut Derives) {
    let Ok(list) = meta.require_list() else {
        return;
    };
    let parser = Punctuated::<Path, Token![,]>::parse_terminated;
    for path in list.parse_args_with(parser).into_iter().flatten() {
        let name = original_name(&path, module, names);
        match name.as_str() {
            "Serialize" => derives.serialize = true,
            "Deserialize" => derives.deserialize = true,
            "Wire" => derives.wire = true,
            "ActionError" => derives.action_error = true,
            _ if name.starts_with("Serialize") || name.starts_with("Deserialize") => {
                derives.other_serde = true;
            }
            _ => {}
        }
    }
}

/// The last segment of what the path leads to, renames undone.
fn original_name(path: &Path, module: ModuleId, names: &Names<'_>) -> String {
    let segments = path
        .segments
        .iter()
        .map(|segment| plain_name(&segment.ident));
    let segments: Vec<String> = segments.collect();
    let absolute = path.leading_colon.is_some();
    let found = names.path(module, absolute, &segments, Namespace::Macro);
    let segments = match found {
        Some(Entity::Foreign(path)) => path,
        _ => segments,
    };
    segments.last().cloned().unwrap_or_default()
}
