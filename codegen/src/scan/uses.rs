//! `use` trees, flattened.

use syn::{ItemExternCrate, ItemUse, UseTree};

use super::attributes::plain_name;
use super::items::Use;
use super::visibility::Visibility;

/// What a `use` declaration brings into its module.
#[derive(Default)]
pub(super) struct Imports {
    pub(super) named: Vec<(String, Use)>,
    pub(super) globs: Vec<Use>,
}

/// Flattens one declaration.
pub(super) fn imports(item: &ItemUse, visibility: Visibility) -> Imports {
    let mut flattening = Flattening {
        absolute: item.leading_colon.is_some(),
        visibility,
        imports: Imports::default(),
    };
    flattening.tree(&item.tree, &[]);
    flattening.imports
}

/// `extern crate a as b;` is an import of a crate.
pub(super) fn extern_crate(item: &ItemExternCrate, visibility: Visibility) -> (String, Use) {
    let name = plain_name(&item.ident);
    let bound = item.rename.as_ref().map(|(_, rename)| plain_name(rename));
    let bound = bound.unwrap_or_else(|| name.clone());
    let own = name == "self";
    let path = vec![if own { "crate".to_owned() } else { name }];
    let import = Use {
        absolute: !own,
        path,
        visibility,
    };
    (bound, import)
}

struct Flattening {
    absolute: bool,
    visibility: Visibility,
    imports: Imports,
}

impl Flattening {
    fn tree(&mut self, tree: &UseTree, prefix: &[String]) {
        match tree {
            UseTree::Path(path) => {
                let mut longer = prefix.to_vec();
                longer.push(plain_name(&path.ident));
                self.tree(&path.tree, &longer);
            }
            UseTree::Name(name) => self.name(prefix, plain_name(&name.ident), None),
            UseTree::Rename(rename) => {
                let bound = Some(plain_name(&rename.rename));
                self.name(prefix, plain_name(&rename.ident), bound);
            }
            UseTree::Glob(_) => {
                let glob = self.import(prefix.to_vec());
                self.imports.globs.push(glob);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.tree(tree, prefix);
                }
            }
        }
    }

    fn name(&mut self, prefix: &[String], name: String, bound: Option<String>) {
        let mut path = prefix.to_vec();
        // `use a::{self}` is `use a`.
        if name != "self" || path.is_empty() {
            path.push(name);
        }
        let bound = bound.or_else(|| path.last().cloned());
        if let Some(bound) = bound.filter(|bound| bound != "_") {
            let import = self.import(path);
            self.imports.named.push((bound, import));
        }
    }

    fn import(&self, path: Vec<String>) -> Use {
        Use {
            absolute: self.absolute,
            path,
            visibility: self.visibility,
        }
    }
}
