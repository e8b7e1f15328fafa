//! The packages of a workspace, as its manifest names them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use toml::{Table, Value};

use crate::plan::Manifest;
use crate::plan::manifest::{at, read_table, tidy};

/// A workspace.
#[derive(Debug)]
pub(super) struct Workspace {
    root: PathBuf,
    table: Table,
}

impl Workspace {
    /// The one that a folder belongs to.
    pub(super) fn around(folder: &Path) -> Option<Self> {
        let mut folders = folder.ancestors();
        folders.find_map(Workspace::at)
    }

    /// The one whose manifest is in this folder.
    pub(super) fn at(root: &Path) -> Option<Self> {
        let table = read_table(root).ok()?;
        table.contains_key("workspace").then(|| Workspace {
            root: tidy(root),
            table,
        })
    }

    /// Its folder.
    pub(super) fn into_root(self) -> PathBuf {
        self.root
    }

    /// Its packages, sorted by folder: the root, what `members` names, and path dependencies inside
    /// of it, at any distance.
    pub(super) fn packages(&self) -> Vec<Manifest> {
        let mut seen = BTreeSet::new();
        let mut packages = Vec::new();
        let mut next = vec![self.root.clone()];
        for pattern in self.list("members") {
            expand(&self.root, &components(&pattern), &mut next);
        }
        while let Some(folder) = next.pop() {
            let folder = tidy(&folder);
            if !self.holds(&folder) || !seen.insert(folder.clone()) {
                continue;
            }
            if let Ok(manifest) = Manifest::read(&folder) {
                next.extend(manifest.path_dependencies());
                packages.push(manifest);
            }
        }
        packages.sort_by(|a, b| a.folder.cmp(&b.folder));
        packages
    }

    fn holds(&self, folder: &Path) -> bool {
        let excluded = self.list("exclude");
        let mut excluded = excluded.iter().map(|path| tidy(&self.root.join(path)));
        folder.starts_with(&self.root) && !excluded.any(|path| folder.starts_with(path))
    }

    fn list(&self, key: &str) -> Vec<String> {
        let values = at(&self.table, &["workspace", key]).and_then(Value::as_array);
        let values = values.into_iter().flatten().filter_map(Value::as_str);
        values.map(str::to_owned).collect()
    }
}

fn components(pattern: &str) -> Vec<&str> {
    let parts = Path::new(pattern).components();
    let parts = parts.filter(|part| !matches!(part, Component::CurDir));
    parts.filter_map(|part| part.as_os_str().to_str()).collect()
}

/// The folders that a pattern such as `crates/*` means.
fn expand(folder: &Path, pattern: &[&str], found: &mut Vec<PathBuf>) {
    let Some((first, rest)) = pattern.split_first() else {
        found.push(folder.to_owned());
        return;
    };
    if !first.contains(['*', '?']) {
        expand(&folder.join(first), rest, found);
        return;
    }
    if *first == "**" {
        expand(folder, rest, found);
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let path = entry.path();
        if path.is_dir() && name.to_str().is_some_and(|name| matches(first, name)) {
            let pattern = if *first == "**" { pattern } else { rest };
            expand(&path, pattern, found);
        }
    }
}

/// Whether a name is of a form with `*` and `?`.
fn matches(pattern: &str, name: &str) -> bool {
    let mut rest = pattern.chars();
    match rest.next() {
        None => name.is_empty(),
        Some('*') => {
            let mut ends = name.char_indices().map(|(at, _)| at).chain([name.len()]);
            ends.any(|at| matches(rest.as_str(), &name[at..]))
        }
        Some(first) => {
            let mut name = name.chars();
            let next = name.next();
            next.is_some_and(|next| first == '?' || first == next)
                && matches(rest.as_str(), name.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns() {
        let cases = [
            ("*", "posts", true),
            ("app-*", "app-web", true),
            ("app-*", "app", false),
            ("*-web", "app-web", true),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("größe*", "größer", true),
        ];
        for (pattern, name, expect) in cases {
            assert_eq!(matches(pattern, name), expect, "{pattern} {name}");
        }
    }
}
