//! Which package a command is about.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::workspace::Workspace;
use crate::plan::Manifest;
use crate::plan::manifest::read_table;

/// How a person names a package; by nothing, the one around the current folder.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// A folder in it.
    pub folder: Option<PathBuf>,
    /// Its `Cargo.toml`.
    pub manifest_path: Option<PathBuf>,
    /// Its name, in the workspace that the others lead to.
    pub package: Option<String>,
}

/// The manifest of the package.
pub(super) fn find(selection: &Selection) -> Result<Manifest, Failure> {
    let folder = nearest(selection)?;
    if let Some(name) = &selection.package {
        return named(&folder, name);
    }
    let table = read_table(&folder).map_err(|error| Failure::broken(error.to_string()))?;
    let own = match table.contains_key("package") {
        true => Some(read(&folder)?),
        false => None,
    };
    match own {
        Some(manifest) if uses_us(&manifest) => Ok(manifest),
        own => match Workspace::at(&folder) {
            Some(workspace) => only(&folder, &workspace),
            None => Err(without_us(own.as_ref(), &folder)),
        },
    }
}

/// The folder of the nearest `Cargo.toml`.
fn nearest(selection: &Selection) -> Result<PathBuf, Failure> {
    if let Some(path) = &selection.manifest_path {
        let shown = path.display();
        if path.file_name().is_none_or(|name| name != "Cargo.toml") {
            let message = format!("`--manifest-path {shown}` is not the path of a `Cargo.toml`");
            return Err(Failure::broken(message));
        }
        if !path.is_file() {
            return Err(Failure::broken(format!("there is no file `{shown}`")));
        }
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        return Ok(folder.unwrap_or(Path::new(".")).to_owned());
    }
    let start = selection.folder.as_deref().unwrap_or(Path::new("."));
    let shown = start.display();
    let absolute = start
        .canonicalize()
        .map_err(|error| Failure::broken(format!("there is no folder `{shown}`: {error}")))?;
    let mut folders = absolute.ancestors();
    let found = folders.find(|folder| folder.join("Cargo.toml").is_file());
    found.map(Path::to_owned).ok_or_else(|| {
        Failure::broken(format!(
            "there is no `Cargo.toml` in `{}` or a folder around it: name the package's folder",
            absolute.display()
        ))
    })
}

fn read(folder: &Path) -> Result<Manifest, Failure> {
    Manifest::read(folder).map_err(|error| Failure::broken(error.to_string()))
}

/// Whether the build script of a package uses this crate.
fn uses_us(manifest: &Manifest) -> bool {
    manifest.codegen_dependency().is_some()
}

/// The package of that name in the workspace around a folder, or in the folder itself.
fn named(folder: &Path, name: &str) -> Result<Manifest, Failure> {
    let packages = match Workspace::around(folder) {
        Some(workspace) => workspace.packages(),
        None => vec![read(folder)?],
    };
    let (mut found, others): (Vec<_>, Vec<_>) = packages
        .into_iter()
        .partition(|manifest| manifest.package == name);
    match found.pop() {
        Some(manifest) if uses_us(&manifest) => Ok(manifest),
        Some(manifest) => Err(without_us(Some(&manifest), &manifest.folder)),
        None => {
            let others: Vec<Manifest> = others.into_iter().filter(uses_us).collect();
            let others = choices(folder, &others);
            let message = format!("there is no package `{name}`; those that use tramline:{others}");
            Err(Failure::broken(message))
        }
    }
}

/// The one package of a workspace that uses this crate.
fn only(folder: &Path, workspace: &Workspace) -> Result<Manifest, Failure> {
    let packages = workspace.packages().into_iter();
    let mut packages: Vec<Manifest> = packages.filter(uses_us).collect();
    match packages.len() {
        0 => Err(without_us(None, folder)),
        1 => Ok(packages.remove(0)),
        _ => Err(Failure::broken(format!(
            "several packages of the workspace use tramline: choose one with `--package`{}",
            choices(folder, &packages)
        ))),
    }
}

/// A list of packages with their folders below another one.
fn choices(folder: &Path, packages: &[Manifest]) -> String {
    let around = Workspace::around(folder).map(Workspace::into_root);
    let lines = packages.iter().map(|manifest| {
        let below = around
            .as_deref()
            .and_then(|root| manifest.folder.strip_prefix(root).ok());
        let below = below.filter(|below| *below != Path::new(""));
        let below = below.map(|below| format!(" ({})", below.display()));
        format!("\n  {}{}", manifest.package, below.unwrap_or_default())
    });
    lines.collect()
}

fn without_us(manifest: Option<&Manifest>, folder: &Path) -> Failure {
    let what = match manifest {
        Some(manifest) => format!("package `{}`", manifest.package),
        None => format!("no package of the workspace in `{}`", folder.display()),
    };
    let lacks = match manifest {
        Some(_) => "lacks",
        None => "has",
    };
    Failure::broken(format!(
        "{what} {lacks} a build-dependency on `tramline-codegen`: `cargo add --build \
         tramline-codegen` adds it"
    ))
}
