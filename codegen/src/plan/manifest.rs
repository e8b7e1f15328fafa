//! What a `Cargo.toml` says, as far as it matters here.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::Unplannable;

/// A package's manifest.
#[derive(Debug)]
pub(super) struct Manifest {
    pub(super) folder: PathBuf,
    pub(super) package: String,
    table: Table,
}

impl Manifest {
    /// Reads the `Cargo.toml` in `folder`.
    pub(super) fn read(folder: &Path) -> Result<Self, Unplannable> {
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
    pub(super) fn text(&self, keys: &[&str]) -> Option<&str> {
        at(&self.table, keys).and_then(Value::as_str)
    }

    /// The `path` of each `[[bin]]`, `[[example]]`, ….
    pub(super) fn target_paths(&self, kind: &str) -> Vec<PathBuf> {
        let targets = self.table.get(kind).and_then(Value::as_array);
        targets
            .into_iter()
            .flatten()
            .filter_map(|target| target.get("path")?.as_str())
            .map(|path| self.folder.join(path))
            .collect()
    }

    /// How Rust code names the library.
    pub(super) fn library_name(&self) -> String {
        let name = self.text(&["lib", "name"]).unwrap_or(&self.package);
        name.replace('-', "_")
    }

    /// How the sources of this package name the library of `other`; nothing where they cannot, or
    /// only with a feature.
    pub(super) fn dependency_name(&self, other: &Manifest) -> Option<String> {
        let dependencies = self.table.get("dependencies")?.as_table()?;
        dependencies.iter().find_map(|(key, written)| {
            let inherited = written.get("workspace").is_some();
            let renamed = if inherited {
                self.workspace_package_name(key)
            } else {
                package_name(written)
            };
            let package = renamed.as_deref().unwrap_or(key);
            let optional = written.get("optional").and_then(Value::as_bool) == Some(true);
            (package == other.package && !optional).then(|| {
                if package == key {
                    other.library_name()
                } else {
                    key.replace('-', "_")
                }
            })
        })
    }

    /// The `package = "…"` of a dependency in `[workspace.dependencies]`.
    fn workspace_package_name(&self, key: &str) -> Option<String> {
        let workspace = self
            .folder
            .ancestors()
            .filter_map(|folder| read_table(folder).ok())
            .find(|table| table.contains_key("workspace"))?;
        package_name(at(&workspace, &["workspace", "dependencies", key])?)
    }
}

fn package_name(dependency: &Value) -> Option<String> {
    dependency.get("package")?.as_str().map(str::to_owned)
}

fn read_table(folder: &Path) -> Result<Table, Unplannable> {
    let path = folder.join("Cargo.toml");
    let failed = |why: String| Unplannable(format!("`{}` cannot be read: {why}", path.display()));
    let text = fs::read_to_string(&path).map_err(|error| failed(error.to_string()))?;
    text.parse::<Table>()
        .map_err(|error| failed(error.message().to_owned()))
}

fn at<'table>(table: &'table Table, keys: &[&str]) -> Option<&'table Value> {
    let (first, rest) = keys.split_first()?;
    rest.iter()
        .try_fold(table.get(*first)?, |value, key| value.get(key))
}

/// The path without `.` and `..`, as messages show it.
fn tidy(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}
