//! Versions of a package, as the lock and the gate see them, without a build.
//!
//! For the tests that hold both against real clients and servers, and against random schemas. No promise
//! of stability.

use std::path::{Path, PathBuf};

use crate::choices::Choices;
use crate::compatibility::{self, Schema};
use crate::gate::{self, State};
use crate::lock::Lock;
use crate::model::{Action, Api, Encoding};
use crate::plan::{PackagePlan, Plan};
use crate::scan::{Disk, Files, Reader};
use crate::{Builder, driver, emit, scan};

/// A package at some time.
#[derive(Debug)]
pub struct Version {
    api: Api,
}

/// Which parts of a call are understood across versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tolerance {
    /// What the old client sends, by the new server.
    pub input: bool,
    /// What the new server answers, by the old client.
    pub result: bool,
}

/// One thing that a change costs someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name of the action.
    pub action: String,
    /// `SOURCE`, `JSON`, `WIRE` or `REST`.
    pub category: String,
    /// The name of the rule.
    pub rule: String,
    /// Why it is let through.
    pub allowed: Option<String>,
}

impl Version {
    /// The package in `folder`, whose build script sets nothing that changes types.
    ///
    /// # Errors
    ///
    /// When there is no package, or something is wrong with it.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let plan = Plan::new(&Builder::new(), folder).map_err(|error| error.to_string())?;
        let (version, refused) = scanned(&plan, &Disk)?;
        match refused.first() {
            Some(text) => Err(text.clone()),
            None => Ok(version),
        }
    }

    /// A package in memory, all of whose source is `text`. Functions that something is wrong with are
    /// left out.
    ///
    /// # Errors
    ///
    /// When the text cannot be parsed.
    pub fn parse(text: &str) -> Result<Self, String> {
        let plan = Plan {
            root: PackagePlan {
                folder: PathBuf::new(),
                crate_name: "app".to_owned(),
                linked: true,
                namespace: None,
                entry: PathBuf::from("src/lib.rs"),
                other_targets: Vec::new(),
            },
            included: Vec::new(),
            types: Vec::new(),
            about: Default::default(),
        };
        let (version, _) = scanned(&plan, &Files::parse(text))?;
        Ok(version)
    }

    /// The names of its actions, sorted.
    pub fn actions(&self) -> impl Iterator<Item = &str> {
        self.api.actions.iter().map(|action| &*action.name)
    }

    /// Whether it has an action of this name, which does not travel as plain JSON.
    pub fn is_binary(&self, name: &str) -> bool {
        let action = self.action(name);
        action.is_some_and(|action| action.encoding == Encoding::Postcard)
    }

    /// How callers of this version fare with a newer one; nothing, where one lacks the action. Of this
    /// version only what a lock keeps is known.
    pub fn tolerance(&self, newer: &Version, name: &str) -> Option<Tolerance> {
        let (old, new) = (self.action(name)?, newer.action(name)?);
        let old = Schema::parse(&old.schema).ok()?;
        let tolerance = compatibility::tolerance(&old, &Schema::of(&newer.api, new));
        Some(Tolerance {
            input: tolerance.input,
            result: tolerance.result,
        })
    }

    /// The text of the lock that follows from an earlier one, or from none.
    ///
    /// # Errors
    ///
    /// When the earlier text is no lock, in one line.
    pub fn lock(&self, earlier: Option<&str>) -> Result<String, String> {
        let earlier = earlier.map(parsed).transpose()?;
        let (lock, _) = Lock::updated(earlier.as_ref(), &self.api);
        Ok(lock.to_text())
    }

    /// What callers of an earlier version meet, by the text of its lock.
    ///
    /// # Errors
    ///
    /// When the text is no lock, in one line.
    pub fn findings(&self, earlier: &str) -> Result<Vec<Found>, String> {
        let earlier = State::of_lock(&parsed(earlier)?)?;
        let findings = gate::findings(&earlier, &State::of(&self.api), &self.api, 0).into_iter();
        let found = findings.map(|finding| Found {
            action: finding.action,
            category: finding.category.name().to_owned(),
            rule: finding.rule.to_owned(),
            allowed: finding.allowed,
        });
        Ok(found.collect())
    }

    /// Paths and texts of its client in JavaScript, with its runtime.
    pub fn javascript(&self) -> Vec<(String, String)> {
        let options = Builder::new().javascript_options();
        let files = emit::typescript::emit(&self.api, &options).into_iter();
        files.map(|file| (file.path, file.text)).collect()
    }

    fn action(&self, name: &str) -> Option<&Action> {
        self.api.actions.iter().find(|action| action.name == name)
    }
}

fn parsed(lock: &str) -> Result<Lock, String> {
    Lock::parse(lock).map_err(|error| format!("line {}: {}", error.line, error.message))
}

/// What the build step knows of a package, without the functions that it refuses, and why it does.
fn scanned(plan: &Plan, reader: &dyn Reader) -> Result<(Version, Vec<String>), String> {
    let sources = scan::scan_with(plan, reader);
    if let Some(file) = sources.unparsable.first() {
        return Err(format!("{} cannot be parsed", file.display()));
    }
    let (mut api, diagnostics) = driver::understand(&sources, &Choices::default());
    let refused = diagnostics.render(&sources);
    let is_refused = |action: &Action| {
        let mut stems = refused.iter().filter_map(|refused| refused.stem.as_deref());
        stems.any(|stem| stem == action.stem)
    };
    api.actions.retain(|action| !is_refused(action));
    let texts = refused.into_iter().map(|refused| refused.text);
    Ok((Version { api }, texts.collect()))
}
