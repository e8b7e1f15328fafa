//! Where a name can be seen.

use super::attributes::plain_name;
use super::sources::{ModuleId, Sources};

/// Where a name can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visibility {
    Public,
    /// In this module and below.
    Within(ModuleId),
}

impl Visibility {
    /// What `written` means on an item of `module`.
    pub(crate) fn of(written: &syn::Visibility, module: ModuleId, sources: &Sources) -> Self {
        let restricted = match written {
            syn::Visibility::Public(_) => return Visibility::Public,
            syn::Visibility::Inherited => return Visibility::Within(module),
            syn::Visibility::Restricted(restricted) => restricted,
        };
        let mut scope = module;
        let mut depth = 0;
        for segment in &restricted.path.segments {
            let here = sources.module(scope);
            match plain_name(&segment.ident).as_str() {
                "crate" => scope = here.root,
                "super" => scope = here.parent.unwrap_or(scope),
                "self" => {}
                // `pub(in crate::a::b)` names an ancestor: it is found from below.
                _ => {
                    depth += 1;
                    scope = ancestor(module, depth, sources);
                }
            }
        }
        Visibility::Within(scope)
    }
}

/// The module `depth` levels below the root on the way down to `module`.
fn ancestor(module: ModuleId, depth: usize, sources: &Sources) -> ModuleId {
    let mut id = module;
    while sources.module(id).path.len() > depth {
        match sources.module(id).parent {
            Some(parent) => id = parent,
            None => break,
        }
    }
    id
}
