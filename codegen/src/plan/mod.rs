//! Which packages are read, and from where.
//!
//! Everything is read from the manifests. Cargo never runs inside a build script: it would wait
//! for itself.

mod about;
pub(crate) mod manifest;
mod namespace;
mod targets;
#[cfg(test)]
mod tests;

use std::fmt;
use std::path::{Path, PathBuf};

pub(crate) use self::manifest::Manifest;
use crate::Builder;
use crate::model::About;

/// The packages of one build.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The package whose build script runs.
    pub(crate) root: PackagePlan,
    /// Named by `Builder::include`.
    pub(crate) included: Vec<PackagePlan>,
    /// Named by `Builder::types_from`.
    pub(crate) types: Vec<PackagePlan>,
    /// What the root says of itself.
    pub(crate) about: About,
}

/// One package to scan.
#[derive(Debug)]
pub(crate) struct PackagePlan {
    pub(crate) folder: PathBuf,
    /// As Rust code names it, with underscores.
    pub(crate) crate_name: String,
    /// Whether the root package can name it: itself, or a crate it depends on unconditionally.
    pub(crate) linked: bool,
    /// What precedes the name of each of its actions.
    pub(crate) namespace: Option<String>,
    /// The file its module tree grows from: `src/lib.rs`, ….
    pub(crate) entry: PathBuf,
    /// The roots of its other targets, scanned only to refuse the actions in them.
    pub(crate) other_targets: Vec<PathBuf>,
}

/// Why there is nothing to build, in words for the person who wrote the build script.
#[derive(Debug)]
pub(crate) struct Unplannable(String);

impl fmt::Display for Unplannable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Plan {
    /// Reads the manifests of the package in `folder` and of those that `settings` name.
    ///
    /// # Errors
    ///
    /// When a folder holds no package, or the package no sources.
    pub(crate) fn new(settings: &Builder, folder: &Path) -> Result<Self, Unplannable> {
        let manifest = Manifest::read(folder)?;
        let manifest = &manifest;
        let read = |setting: &'static str, plan: Reader| {
            move |path: &PathBuf| plan(&manifest_of(setting, folder, path)?, manifest)
        };
        let include = settings.include.iter().map(read("include", included));
        let types_from = settings.types_from.iter().map(read("types_from", types));
        Ok(Self {
            root: root(settings, manifest)?,
            included: include.collect::<Result<_, _>>()?,
            types: types_from.collect::<Result<_, _>>()?,
            about: manifest.about(),
        })
    }

    /// Every package, the root first.
    pub(crate) fn packages(&self) -> impl Iterator<Item = &PackagePlan> {
        std::iter::once(&self.root)
            .chain(&self.included)
            .chain(&self.types)
    }
}

/// Plans a package beside the root, whose manifest comes second.
type Reader = fn(&Manifest, &Manifest) -> Result<PackagePlan, Unplannable>;

fn manifest_of(setting: &str, folder: &Path, path: &Path) -> Result<Manifest, Unplannable> {
    let beside = folder.join(path);
    if !beside.is_dir() {
        let path = path.display();
        let place = beside.display();
        return Err(Unplannable(format!(
            "`{setting}(\"{path}\")`: there is no folder `{place}`"
        )));
    }
    Manifest::read(&beside)
}

fn root(settings: &Builder, manifest: &Manifest) -> Result<PackagePlan, Unplannable> {
    let entry = match &settings.root {
        Some(path) => targets::given(manifest, path)?,
        None => targets::library_or_program(manifest)?,
    };
    Ok(PackagePlan {
        folder: manifest.folder.clone(),
        crate_name: manifest.library_name(),
        linked: true,
        namespace: settings.namespace.clone(),
        other_targets: targets::others(manifest, &entry),
        entry,
    })
}

fn included(manifest: &Manifest, root: &Manifest) -> Result<PackagePlan, Unplannable> {
    let entry = targets::library(manifest)?;
    Ok(PackagePlan {
        namespace: Some(namespace::read(manifest)?),
        other_targets: targets::others(manifest, &entry),
        ..dependency(manifest, root, entry)
    })
}

fn types(manifest: &Manifest, root: &Manifest) -> Result<PackagePlan, Unplannable> {
    let entry = targets::library(manifest)?;
    Ok(dependency(manifest, root, entry))
}

fn dependency(manifest: &Manifest, root: &Manifest, entry: PathBuf) -> PackagePlan {
    let name = root.dependency_name(manifest);
    PackagePlan {
        folder: manifest.folder.clone(),
        linked: name.is_some(),
        crate_name: name.unwrap_or_else(|| manifest.library_name()),
        namespace: None,
        entry,
        other_targets: Vec::new(),
    }
}
