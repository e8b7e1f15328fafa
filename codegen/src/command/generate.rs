//! `tramline generate`: clients and documents, as the build script writes them.

use std::path::PathBuf;

use super::failure::Failure;
use super::project::Project;
use crate::driver::{self, Output};
use crate::scan::Disk;
use crate::write::{self, Changes};

/// The clients of a package and the documents of its routes, up to date.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Those that its build script asks for.
    pub clients: Vec<Client>,
}

/// One client, or the documents.
#[derive(Clone, Debug)]
pub struct Client {
    /// As the build script gives it.
    pub folder: PathBuf,
    /// How many files it consists of.
    pub files: usize,
    /// Below the package's folder, those that were written anew.
    pub written: Vec<PathBuf>,
    /// Those that were removed.
    pub removed: Vec<PathBuf>,
}

impl Project {
    /// Writes clients and documents, as far as they are not as they should be.
    ///
    /// # Errors
    ///
    /// When something is wrong with the sources, and then nothing is written; when a folder cannot
    /// be written.
    pub fn generate(&self) -> Result<Generated, Failure> {
        let plan = self.plan()?;
        let reading = self.read_for_clients(&plan, &Disk)?;
        self.write(driver::outputs(&reading.api, &plan.about, &self.settings))
    }

    /// Writes what is not as it should be.
    pub(super) fn write(&self, outputs: Vec<Output<'_>>) -> Result<Generated, Failure> {
        let package = &self.manifest.folder;
        let mut clients = Vec::new();
        let mut errors = Vec::new();
        for Output {
            what,
            folder,
            files,
        } in outputs
        {
            match write::update(package, &package.join(folder), &files) {
                Ok(changes) => clients.push(self.client(folder, files.len(), changes)),
                Err(error) => errors.push(crate::diagnostics::excerpt::error(&format!(
                    "{what} in `{}` cannot be written: {error}",
                    folder.display()
                ))),
            }
        }
        if errors.is_empty() {
            Ok(Generated { clients })
        } else {
            Err(Failure::all_broken(errors))
        }
    }

    fn client(&self, folder: &std::path::Path, files: usize, changes: Changes) -> Client {
        Client {
            folder: folder.to_owned(),
            files,
            written: self.below(changes.written),
            removed: self.below(changes.removed),
        }
    }

    /// Paths as people name them.
    pub(super) fn below(&self, paths: Vec<PathBuf>) -> Vec<PathBuf> {
        let folder = &self.manifest.folder;
        let paths = paths.into_iter();
        paths
            .map(|path| path.strip_prefix(folder).map(PathBuf::from).unwrap_or(path))
            .collect()
    }
}
