//! `tramline check`: whether clients and documents are what `generate` would write.

use std::fmt;
use std::path::PathBuf;

use super::failure::Failure;
use super::project::Project;
use crate::driver::{self, Output};
use crate::scan::Disk;
use crate::write;

/// What a comparison found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// How many files there should be.
    pub files: usize,
    /// What is not as it should be, sorted by path.
    pub differences: Vec<Difference>,
}

/// A file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Below the package's folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub drift: Drift,
}

/// How a file differs from what would be generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drift {
    /// Another text stands in it.
    Stale,
    /// It is not there.
    Missing,
    /// It was generated once, and would not be now.
    Surplus,
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Drift::Stale => "stale",
            Drift::Missing => "missing",
            Drift::Surplus => "surplus",
        })
    }
}

impl Project {
    /// Compares clients and documents with what would be generated. Nothing is written.
    ///
    /// # Errors
    ///
    /// When something is wrong with the sources, or a folder cannot be read.
    pub fn check(&self) -> Result<Checked, Failure> {
        let plan = self.plan()?;
        let api = self.read_for_clients(&plan, &Disk)?.api;
        let package = &self.manifest.folder;
        let (mut count, mut differences) = (0, Vec::new());
        for Output {
            what,
            folder,
            files,
        } in driver::outputs(&api, &plan.about, &self.settings)
        {
            let changes = write::compare(&package.join(folder), &files).map_err(|error| {
                let folder = folder.display();
                Failure::broken(format!("{what} in `{folder}` cannot be read: {error}"))
            })?;
            count += files.len();
            for path in changes.written {
                let drift = match path.exists() {
                    true => Drift::Stale,
                    false => Drift::Missing,
                };
                differences.push((path, drift));
            }
            let surplus = changes.removed.into_iter();
            differences.extend(surplus.map(|path| (path, Drift::Surplus)));
        }
        let (paths, drifts): (Vec<_>, Vec<_>) = differences.into_iter().unzip();
        let paths = self.below(paths).into_iter();
        let differences = paths.zip(drifts);
        let differences = differences.map(|(path, drift)| Difference { path, drift });
        let mut differences: Vec<Difference> = differences.collect();
        differences.sort();
        Ok(Checked {
            files: count,
            differences,
        })
    }
}
