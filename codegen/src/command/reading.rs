//! The sources of a package, read and understood.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::lock::{self, Present};
use super::project::Project;
use crate::diagnostics::Diagnostics;
use crate::diagnostics::excerpt::Excerpt;
use crate::model::Api;
use crate::plan::Plan;
use crate::scan::{self, Disk, MissingModule, Reader, Sources};
use crate::show::{self, Pass};
use crate::{check, driver, gate};

/// What a package exposes, without any mistakes in it.
pub(super) struct Reading {
    pub(super) sources: Sources,
    pub(super) api: Api,
    pub(super) lock: Option<Present>,
}

impl Project {
    /// Runs every stage before the emitters.
    ///
    /// # Errors
    ///
    /// With everything that is wrong, and where.
    pub(super) fn read(&self) -> Result<Reading, Failure> {
        self.read_with(&self.plan()?, &Disk)
    }

    /// What the build step knows after a pass, as text; mistakes are part of it.
    ///
    /// # Errors
    ///
    /// When a file cannot be parsed.
    pub fn model(&self, pass: Pass) -> Result<String, Failure> {
        let text = show::show(&self.plan()?, &Disk, &self.settings.choices, pass);
        text.map_err(Failure::broken)
    }

    pub(super) fn plan(&self) -> Result<Plan, Failure> {
        let plan = Plan::new(&self.settings, &self.manifest.folder);
        plan.map_err(|error| Failure::broken(error.to_string()))
    }

    pub(super) fn read_with(&self, plan: &Plan, reader: &dyn Reader) -> Result<Reading, Failure> {
        self.read_beside(plan, reader, lock::present(&self.lock_file())?)
    }

    /// The same beside a given lock.
    pub(super) fn read_beside(
        &self,
        plan: &Plan,
        reader: &dyn Reader,
        lock: Option<Present>,
    ) -> Result<Reading, Failure> {
        let sources = scan::scan_with(plan, reader);
        let broken = self.broken(&sources);
        if !broken.is_empty() {
            return Err(Failure::all_broken(broken));
        }
        let (api, mut diagnostics) = driver::understand(&sources, &self.settings.choices);
        if let Some(present) = &lock {
            check::retired::names(&present.lock, &api, &mut diagnostics);
        }
        if diagnostics.is_empty() {
            Ok(Reading { sources, api, lock })
        } else {
            Err(Failure::no(diagnostics.report(&sources)))
        }
    }

    /// The same for whoever writes clients: no build does, where clients of the baseline could not go
    /// on.
    pub(super) fn read_for_clients(
        &self,
        plan: &Plan,
        reader: &dyn Reader,
    ) -> Result<Reading, Failure> {
        let reading = self.read_with(plan, reader)?;
        let Some(file) = &self.settings.baseline else {
            return Ok(reading);
        };
        let present = gate::Present {
            api: &reading.api,
            sources: &reading.sources,
            lock: reading.lock.as_ref().map(|present| &present.lock),
            now: crate::now::now(),
        };
        let mut diagnostics = Diagnostics::default();
        gate::refuse(file, self.folder(), present, &mut diagnostics).map_err(Failure::broken)?;
        if diagnostics.is_empty() {
            Ok(reading)
        } else {
            Err(Failure::no(diagnostics.report(&reading.sources)))
        }
    }

    /// What rustc would refuse before it came to any action.
    fn broken(&self, sources: &Sources) -> Vec<String> {
        let unparsable = sources.unparsable.iter();
        let unparsable = unparsable.map(|file| self.unparsable(file));
        let missing = sources.missing.iter();
        let missing = missing.map(|module| missing_module(module, sources));
        unparsable.chain(missing).collect()
    }

    fn unparsable(&self, file: &Path) -> String {
        let shown = file.strip_prefix(&self.manifest.folder).unwrap_or(file);
        let shown = shown.display().to_string();
        let text = fs::read_to_string(file).unwrap_or_default();
        let complaint = scan::complaint(&text);
        let place = complaint.as_ref();
        Excerpt {
            message: "this file cannot be parsed",
            path: &shown,
            text: &text,
            place: place.map(|(why, place)| (place, why.as_str())),
            help: "`cargo check` explains what is wrong with it",
        }
        .report()
    }
}

fn missing_module(module: &MissingModule, sources: &Sources) -> String {
    let file = &sources.files[module.location.file];
    let place = module.location.start..module.location.end;
    let candidates: Vec<String> = module
        .candidates
        .iter()
        .map(|one| format!("`{one}`"))
        .collect();
    let help = format!(
        "make it {}, or take the declaration out",
        candidates.join(" or ")
    );
    Excerpt {
        message: &format!("there is no file for module `{}`", module.name),
        path: &file.cited,
        text: &file.text,
        place: Some((&place, "declared here")),
        help: &help,
    }
    .report()
}
