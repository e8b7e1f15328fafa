//! What names in a build script stand for, as far as they are imported from this crate.

use std::collections::HashMap;

use syn::visit::{self, Visit};
use syn::{ItemUse, Path, UseTree};

/// The items that a build script names.
const ITEMS: &[&str] = &["Builder", "Dates", "Foreign", "Numbers"];

/// Names to the full paths of what they were imported as.
pub(super) struct Names {
    codegen: String,
    imported: HashMap<String, Vec<String>>,
}

impl Names {
    /// The names of a file in which `codegen` is this crate.
    pub(super) fn of(file: &syn::File, codegen: &str) -> Self {
        let mut names = Names {
            codegen: codegen.to_owned(),
            imported: HashMap::new(),
        };
        names.visit_file(file);
        names
    }

    /// The path below this crate, if it leads here: `["Builder", "new"]`.
    pub(super) fn ours(&self, path: &Path) -> Option<Vec<String>> {
        let written = path.segments.iter();
        let written: Vec<String> = written.map(|segment| segment.ident.to_string()).collect();
        let (first, rest) = written.split_first()?;
        let full = match self.imported.get(first) {
            Some(imported) if path.leading_colon.is_none() => [imported, rest].concat(),
            _ => written,
        };
        let (first, rest) = full.split_first()?;
        (*first == self.codegen).then(|| rest.to_vec())
    }

    fn import(&mut self, before: &mut Vec<String>, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.import(before, &path.tree);
                before.pop();
            }
            UseTree::Name(name) if name.ident == "self" => {
                if let Some(last) = before.last() {
                    self.imported.insert(last.clone(), before.clone());
                }
            }
            UseTree::Name(name) => self.add(before, &name.ident.to_string(), &name.ident),
            UseTree::Rename(rename) if rename.ident == "self" => {
                self.imported
                    .insert(rename.rename.to_string(), before.clone());
            }
            UseTree::Rename(rename) => {
                self.add(before, &rename.ident.to_string(), &rename.rename);
            }
            UseTree::Glob(_) if *before == [self.codegen.clone()] => {
                for item in ITEMS {
                    let path = vec![self.codegen.clone(), (*item).to_owned()];
                    self.imported.insert((*item).to_owned(), path);
                }
            }
            UseTree::Glob(_) => {}
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(before, tree);
                }
            }
        }
    }

    fn add(&mut self, before: &[String], item: &str, name: &impl ToString) {
        let path = [before, &[item.to_owned()]].concat();
        self.imported.insert(name.to_string(), path);
    }
}

impl Visit<'_> for Names {
    fn visit_item_use(&mut self, item: &ItemUse) {
        self.import(&mut Vec::new(), &item.tree);
        visit::visit_item_use(self, item);
    }
}
