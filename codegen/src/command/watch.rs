//! `tramline watch`: the clients again and again, whenever something that they depend on changes.
//!
//! What counts is the content of the files that were read, and of those that were looked for and not
//! found. So nothing that is written can set off the next round.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::generate::Generated;
use super::package::Selection;
use super::project::Project;
use super::seen::{Seen, Sight, existing};
use crate::driver::{self, KeptClients};

/// A package that is generated again and again.
#[derive(Debug)]
pub struct Session {
    /// As it was when its build script could be read last.
    project: Project,
    seen: Seen,
    clients: KeptClients,
}

/// What came of one change.
#[derive(Debug)]
pub struct Round {
    /// The files that changed, below the package's folder; none in the first round.
    pub changed: Vec<PathBuf>,
    /// The clients, or what is wrong.
    pub outcome: Result<Generated, Failure>,
}

impl Session {
    /// Finds the package. Nothing is generated yet.
    ///
    /// # Errors
    ///
    /// As of [`Project::open`].
    pub fn begin(selection: &Selection) -> Result<Self, Failure> {
        Ok(Session {
            project: Project::open(selection)?,
            seen: Seen::default(),
            clients: KeptClients::default(),
        })
    }

    /// The name of the package.
    pub fn name(&self) -> &str {
        self.project.name()
    }

    /// The folders to watch, without the folders in them.
    pub fn folders(&self) -> BTreeSet<PathBuf> {
        let files = self.seen.paths();
        let folders = files.filter_map(Path::parent).map(existing);
        folders.collect()
    }

    /// Whether it matters what happens to a path.
    pub fn concerns(&self, path: &Path) -> bool {
        self.seen.paths().any(|seen| seen.starts_with(path))
    }

    /// Writes the clients, if anything has changed since that was done last.
    pub fn generate(&mut self) -> Option<Round> {
        let first = self.seen.is_empty();
        let look = self.seen.look();
        if look.changed.is_empty() && !first {
            return None;
        }
        let changed = look.changed.clone();
        let sight = self.seen.sight(look);
        let outcome = self.outcome(&sight);
        self.seen = sight.into_seen();
        Some(Round {
            changed: self.project.below(changed),
            outcome,
        })
    }

    fn outcome(&mut self, sight: &Sight) -> Result<Generated, Failure> {
        // They are read by others, which may find them broken: then they are waited for.
        self.manifests().iter().for_each(|file| sight.look_at(file));
        let selection = Selection {
            folder: Some(self.project.folder().to_owned()),
            ..Selection::default()
        };
        self.project = Project::open(&selection)?;
        self.manifests().iter().for_each(|file| sight.look_at(file));
        let plan = self.project.plan()?;
        let reading = self.project.read_for_clients(&plan, sight)?;
        let kept = &mut self.clients;
        let outputs =
            driver::outputs_again(&reading.api, &plan.about, &self.project.settings, kept);
        self.project.write(outputs)
    }

    /// The manifests and build scripts of all packages, the lock and the baseline.
    fn manifests(&self) -> Vec<PathBuf> {
        let Project { manifest, settings } = &self.project;
        let others = settings.include.iter().chain(&settings.types_from);
        let others = others.map(|folder| manifest.folder.join(folder));
        let others = others.flat_map(|folder| [folder.join("Cargo.toml"), folder.join("build.rs")]);
        let lock = self.project.lock_file();
        let own = [
            manifest.folder.join("Cargo.toml"),
            manifest.build_script(),
            lock,
        ];
        let baseline = settings.baseline.iter();
        let baseline = baseline.map(|file| manifest.folder.join(file));
        own.into_iter().chain(others).chain(baseline).collect()
    }
}
