//! What a `Cargo.toml` says, as far as it matters here.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::Unplannable;

/// A package's manifest.
#[derive(Debug)]
pub(crate) struct Manifest {
    pub(crate) folder: PathBuf,
    pub(crate) package: String,
    table: Table,
}

impl Manifest {
    /// Reads the `Cargo.toml` in `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self, Unplannable> {
        let table = read_table(folder)?;
        let package = at(&table, &["package", "name"]).and_then(Value::as_str);
        let Some(package) = package.map(str::to_owned) else {
            let place = folder.display();
            return Err(Unplannable(format!(
                "`{place}/Cargo.toml` describes no package: `package.name` is missing"
            )));
        };
        Ok(Self {
            folder: tidy(folder),
            package,
            table,
        })
    }

    /// A string below a path of keys.
    pub(crate) fn text(&self, keys: &[&str]) -> Option<&str> {
        at(&self.table, keys).and_then(Value::as_str)
    }

    /// Whatever stands below a path of keys.
    pub(super) fn value(&self, keys: &[&str]) -> Option<&Value> {
        at(&self.table, keys)
    }

    /// The manifest of the workspace that the package is part of.
    pub(super) fn workspace(&self) -> Option<Table> {
        self.folder
            .ancestors()
            .filter_map(|folder| read_table(folder).ok())
            .find(|table| table.contains_key("workspace"))
    }

    /// The `path` of each `[[bin]]`, `[[example]]`, ….
    pub(crate) fn target_paths(&self, kind: &str) -> Vec<PathBuf> {
        let targets = self.table.get(kind).and_then(Value::as_array);
        targets
            .into_iter()
            .flatten()
            .filter_map(|target| target.get("path")?.as_str())
            .map(|path| self.folder.join(path))
            .collect()
    }

    /// The file of its build script, whether or not it is there.
    pub(crate) fn build_script(&self) -> PathBuf {
        let file = self.text(&["package", "build"]).unwrap_or("build.rs");
        self.folder.join(file)
    }

    /// How its build script names this crate.
    pub(crate) fn codegen_name(&self) -> String {
        let key = self.codegen_dependency();
        key.unwrap_or_else(|| "tramline-codegen".to_owned())
            .replace('-', "_")
    }

    /// The key of the dependency of its build script on this crate, if there is one.
    pub(crate) fn codegen_dependency(&self) -> Option<String> {
        const KEY: &str = "build-dependencies";
        let of_targets = self.table.get("target").and_then(Value::as_table);
        let of_targets = of_targets.into_iter().flatten();
        let tables = of_targets.filter_map(|(_, target)| target.get(KEY));
        let dependencies = self.table.get(KEY).into_iter().chain(tables);
        let mut dependencies = dependencies.filter_map(Value::as_table).flatten();
        let found =
            dependencies.find(|(key, written)| self.package_of(key, written) == "tramline-codegen");
        found.map(|(key, _)| key.clone())
    }

    /// The folders of its dependencies with a `path`.
    pub(crate) fn path_dependencies(&self) -> Vec<PathBuf> {
        const KEYS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];
        let tables = KEYS
            .iter()
            .filter_map(|key| self.table.get(*key)?.as_table());
        let paths = tables.flatten();
        let paths = paths.filter_map(|(_, written)| written.get("path")?.as_str());
        paths.map(|path| self.folder.join(path)).collect()
    }

    /// The package that a dependency means.
    fn package_of(&self, key: &str, written: &Value) -> String {
        let renamed = match written.get("workspace") {
            Some(_) => self.workspace_package_name(key),
            None => package_name(written),
        };
        renamed.unwrap_or_else(|| key.to_owned())
    }

    /// How Rust code names the library.
    pub(crate) fn library_name(&self) -> String {
        let name = self.text(&["lib", "name"]).unwrap_or(&self.package);
        name.replace('-', "_")
    }

    /// How the sources of this package name the library of `other`; nothing where they cannot, or
    /// only with a feature.
    pub(crate) fn dependency_name(&self, other: &Manifest) -> Option<String> {
        let dependencies = self.table.get("dependencies")?.as_table()?;
        dependencies.iter().find_map(|(key, written)| {
            let package = self.package_of(key, written);
            let optional = written.get("optional").and_then(Value::as_bool) == Some(true);
            (package == other.package && !optional).then(|| {
                if package == *key {
                    other.library_name()
                } else {
                    key.replace('-', "_")
                }
            })
        })
    }

    /// The `package = "…"` of a dependency in `[workspace.dependencies]`.
    fn workspace_package_name(&self, key: &str) -> Option<String> {
        let workspace = self.workspace()?;
        package_name(at(&workspace, &["workspace", "dependencies", key])?)
    }
}

fn package_name(dependency: &Value) -> Option<String> {
    dependency.get("package")?.as_str().map(str::to_owned)
}

pub(crate) fn read_table(folder: &Path) -> Result<Table, Unplannable> {
    let path = folder.join("Cargo.toml");
    let failed = |why: String| Unplannable(format!("`{}` cannot be read: {why}", path.display()));
    let text = fs::read_to_string(&path).map_err(|error| failed(error.to_string()))?;
    text.parse::<Table>()
        .map_err(|error| failed(error.message().to_owned()))
}

pub(crate) fn at<'table>(table: &'table Table, keys: &[&str]) -> Option<&'table Value> {
    let (first, rest) = keys.split_first()?;
    rest.iter()
        .try_fold(table.get(*first)?, |value, key| value.get(key))
}

/// The path without `.` and `..`, as messages show it.
pub(crate) fn tidy(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}
