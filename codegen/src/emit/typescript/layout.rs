//! Which files a client has, and how they refer to each other.

use std::collections::BTreeMap;

use super::names::FileScope;
use super::tree::FileId;
use crate::model::{Api, PackageId, PackageRole};

/// The files of a client, one for each Rust module that has something to say.
#[derive(Debug)]
pub(super) struct Layout {
    by_module: BTreeMap<PackageId, BTreeMap<Vec<String>, FileId>>,
    /// Without extension, with forward slashes.
    paths: Vec<String>,
}

impl Layout {
    /// Gives every module its file, those of the root package first.
    pub(super) fn new(
        api: &Api,
        modules: impl IntoIterator<Item = (PackageId, Vec<String>)>,
    ) -> Self {
        let mut modules: Vec<_> = modules.into_iter().collect();
        modules.sort();
        modules.dedup();
        let mut scope = FileScope::default();
        let mut layout = Layout {
            by_module: BTreeMap::new(),
            paths: Vec::new(),
        };
        for (package, module) in modules {
            let path = scope.claim(&wanted_path(api, package, &module));
            let id = FileId(layout.paths.len());
            let modules = layout.by_module.entry(package).or_default();
            modules.insert(module, id);
            layout.paths.push(path);
        }
        layout
    }

    /// Every file, in order.
    pub(super) fn files(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.paths.len()).map(FileId)
    }

    /// The file of a module that [`Layout::new`] was told of.
    pub(super) fn file(&self, package: PackageId, module: &[String]) -> FileId {
        self.by_module[&package][module]
    }

    /// The paths of the files, in order, without extension.
    pub(super) fn paths(&self) -> &[String] {
        &self.paths
    }

    /// The path of a file, without extension.
    pub(super) fn path(&self, file: FileId) -> &str {
        &self.paths[file.0]
    }

    /// How one file imports another: `./posts`, `../posts`.
    pub(super) fn specifier(&self, from: FileId, to: FileId) -> String {
        relative(self.path(from), self.path(to))
    }

    /// How a file imports the runtime beside the crate root's file.
    pub(super) fn runtime_specifier(&self, from: FileId) -> String {
        relative(self.path(from), "_runtime")
    }
}

fn wanted_path(api: &Api, package: PackageId, module: &[String]) -> String {
    let package = &api.packages[package.0];
    let folder = match (package.role, &package.namespace) {
        (PackageRole::Root, _) => None,
        (PackageRole::Included, Some(namespace)) => Some(namespace),
        (PackageRole::Included, None) | (PackageRole::Types, _) => Some(&package.crate_name),
    };
    let folders = folder.into_iter().flat_map(|name| name.split('.'));
    let mut segments: Vec<&str> = folders.collect();
    segments.extend(module.iter().map(String::as_str));
    if module.is_empty() {
        segments.push("index");
    }
    segments.join("/")
}

fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').collect();
    // What remains are the folders around the importing file.
    from.pop();
    let to: Vec<&str> = to.split('/').collect();
    let folders = &to[..to.len() - 1];
    let shared = from.iter().zip(folders).take_while(|(a, b)| a == b).count();
    let up = from.len() - shared;
    let start = if up == 0 {
        "./".to_owned()
    } else {
        "../".repeat(up)
    };
    start + &to[shared..].join("/")
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn relative_paths() {
        let table = [
            ("index", "posts", "./posts"),
            ("posts/admin", "posts", "../posts"),
            ("posts/admin", "posts/tags", "./tags"),
            ("a/b/c", "a/d/e", "../d/e"),
            ("posts", "posts/admin", "./posts/admin"),
            ("a/b/c", "_runtime", "../../_runtime"),
        ];
        for (from, to, expected) in table {
            assert_eq!(relative(from, to), expected, "{from} -> {to}");
        }
    }
}
