//! A package as the command line sees it.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::package::{self, Selection};
use crate::Builder;
use crate::diagnostics::excerpt::Excerpt;
use crate::plan::Manifest;
use crate::script;

/// A package, and what its build script says.
#[derive(Debug)]
pub struct Project {
    pub(super) manifest: Manifest,
    pub(super) settings: Builder,
}

impl Project {
    /// Finds a package and reads its build script.
    ///
    /// # Errors
    ///
    /// When there is no such package or more than one, and when its build script has to be run to
    /// know its settings.
    pub fn open(selection: &Selection) -> Result<Self, Failure> {
        let manifest = package::find(selection)?;
        let script = manifest.build_script();
        let settings = settings(&manifest, &script)?;
        Ok(Project { manifest, settings })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.manifest.package
    }

    /// The folder of its `Cargo.toml`.
    pub fn folder(&self) -> &Path {
        &self.manifest.folder
    }

    /// The version of `tramline-codegen` that cargo has locked for it, where that is not this one:
    /// it may generate something else.
    pub fn other_version(&self) -> Option<String> {
        let mut folders = self.manifest.folder.ancestors();
        let lock = folders.find_map(|folder| fs::read_to_string(folder.join("Cargo.lock")).ok())?;
        let lock: toml::Table = lock.parse().ok()?;
        let packages = lock.get("package")?.as_array()?.iter();
        let versions = packages
            .filter(|package| package.get("name").and_then(|name| name.as_str()) == Some(OURS))
            .filter_map(|package| package.get("version")?.as_str());
        let versions: Vec<&str> = versions.collect();
        let other = versions.first()?;
        (!versions.contains(&env!("CARGO_PKG_VERSION"))).then(|| (*other).to_owned())
    }
}

const OURS: &str = "tramline-codegen";

fn settings(manifest: &Manifest, script: &Path) -> Result<Builder, Failure> {
    let shown = shown(manifest, script);
    let text = fs::read_to_string(script).map_err(|error| {
        Failure::broken(format!(
            "the build script `{shown}` of package `{}` cannot be read: {error}",
            manifest.package
        ))
    })?;
    script::settings(&text, &manifest.codegen_name()).map_err(|unread| {
        let excerpts = unread.iter().map(|unread| {
            let place = unread.place.as_ref();
            let excerpt = Excerpt {
                message: &unread.message,
                path: &shown,
                text: &text,
                place: place.map(|place| (place, unread.label.as_str())),
                help: &unread.help,
            };
            excerpt.report()
        });
        Failure::all_broken(excerpts.collect())
    })
}

/// A file as messages name it: below the package's folder, as rustc's do.
fn shown(manifest: &Manifest, file: &Path) -> String {
    let below = file.strip_prefix(&manifest.folder).unwrap_or(file);
    below.display().to_string()
}
