//! `tramline diff`: what has changed for callers and frontends since a lock or a commit.

use std::env;
use std::path::Path;

use annotate_snippets::Renderer;
use tramline_syntax::date::Date;

use super::failure::Failure;
use super::package::Selection;
use super::project::Project;
use super::reading::Reading;
use crate::gate::{self, Export, FailOn, Finding, Places, State, findings};
use crate::lock::Lock;
use crate::plan::Manifest;

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DiffFormat {
    /// As rustc shows errors, with colours as ANSI escape codes.
    #[default]
    Text,
    /// A line of JSON for each.
    Json,
    /// Workflow commands of GitHub, which show beside the lines of a pull request.
    Github,
}

/// The beginning of a day in UTC, in seconds since 1970.
///
/// # Errors
///
/// When the text is no day from 1970 on, as `YYYY-MM-DD`.
pub fn day(text: &str) -> Result<i64, String> {
    let day = Date::parse(text);
    day.map(Date::unix)
        .ok_or_else(|| "write a day as in 2027-06-01".to_owned())
}

/// What a comparison found.
#[derive(Clone, Debug)]
pub struct Diffed {
    /// The findings.
    pub text: String,
    /// How many there are, in a line.
    pub summary: String,
    /// How many of them fail.
    pub failing: usize,
    /// What else is to be known, a line each.
    pub warnings: Vec<String>,
}

/// What the present is compared with.
struct Past {
    state: State,
    /// What messages call it.
    name: String,
    warning: Option<String>,
}

impl Project {
    /// Compares what is exposed with a lock file, or with the sources of a commit. Sunsets of routes
    /// are compared with `now`, in seconds since 1970; without it, with what the clock says.
    ///
    /// # Errors
    ///
    /// When something is wrong with the sources of either side, and where there is neither such a
    /// file nor such a commit.
    pub fn diff(
        &self,
        against: &str,
        format: DiffFormat,
        fail_on: FailOn,
        now: Option<i64>,
    ) -> Result<Diffed, Failure> {
        let past = self.past(against)?;
        let present = self.read()?;
        let lock = Lock::beside_manifest(self.folder()).map_err(Failure::broken)?;
        let state = State::of(&present.api).remembering(lock.as_ref());
        let found = findings(
            &past.state,
            &state,
            &present.api,
            now.unwrap_or_else(crate::now::now),
        );
        let base = match format {
            DiffFormat::Text => self.folder().to_owned(),
            DiffFormat::Json | DiffFormat::Github => gate::repository(self.folder()),
        };
        let mut warnings: Vec<String> = past.warning.into_iter().collect();
        warnings.extend(gate::left_behind(&past.state, &state));
        warnings.extend(gate::unused_reasons(&found, &present.api));
        Ok(Diffed {
            text: written(&found, &present, &base, format, fail_on),
            summary: gate::summary(&found, &past.name, fail_on),
            failing: found.iter().filter(|one| fail_on.fails(one)).count(),
            warnings,
        })
    }

    /// A file is meant where there is one, in the current folder or in that of the package.
    fn past(&self, against: &str) -> Result<Past, Failure> {
        let here = env::current_dir().unwrap_or_default();
        let places = [here.join(against), self.folder().join(against)];
        match places.iter().find(|place| place.is_file()) {
            Some(file) => locked(file, against),
            None => self.committed(against),
        }
    }

    fn committed(&self, revision: &str) -> Result<Past, Failure> {
        let export = Export::of(self.folder(), revision)
            .map_err(|error| Failure::broken(format!("`--against {revision}`: {error}")))?;
        let name = format!("`{revision}`");
        let state = match export.package() {
            Some(folder) => {
                state_of(&folder).map_err(|failure| then(failure, &export, revision))?
            }
            None => None,
        };
        let warning = state.is_none().then(|| {
            format!(
                "`{}` does not use tramline in {name}: all of it is new",
                self.name()
            )
        });
        Ok(Past {
            state: state.unwrap_or_default(),
            name,
            warning,
        })
    }
}

fn locked(file: &Path, against: &str) -> Result<Past, Failure> {
    let state =
        gate::of_file(file).map_err(|why| Failure::broken(format!("`{against}`: {why}")))?;
    Ok(Past {
        state,
        name: format!("`{against}`"),
        warning: None,
    })
}

/// The state of a package; nothing where it does not use this crate.
fn state_of(folder: &Path) -> Result<Option<State>, Failure> {
    let manifest = Manifest::read(folder).map_err(|error| Failure::broken(error.to_string()))?;
    if manifest.codegen_dependency().is_none() {
        return Ok(None);
    }
    let project = Project::open(&Selection {
        manifest_path: Some(folder.join("Cargo.toml")),
        ..Selection::default()
    })?;
    let api = project.read()?.api;
    let lock = Lock::beside_manifest(folder).map_err(Failure::broken)?;
    Ok(Some(State::of(&api).remembering(lock.as_ref())))
}

/// What is wrong with sources of the past. There is no answer then: what cannot be read cannot be
/// compared, and must not pass as what never was.
fn then(failure: Failure, export: &Export, revision: &str) -> Failure {
    let folder = export.root().display().to_string();
    let mut errors: Vec<String> = failure
        .errors
        .iter()
        .map(|error| error.replace(&folder, revision))
        .collect();
    let advice = format!(
        "the sources as they are in `{revision}` cannot be read; compare with the lock of then: \
         `git show {revision}:tramline.lock > then.lock`"
    );
    errors.push(crate::diagnostics::excerpt::error(&advice));
    Failure::all_broken(errors)
}

fn written(
    found: &[Finding],
    present: &Reading,
    base: &Path,
    format: DiffFormat,
    fail_on: FailOn,
) -> String {
    let places = Places {
        sources: &present.sources,
        base,
    };
    match format {
        DiffFormat::Text => gate::text(found, places, fail_on, &Renderer::styled()),
        DiffFormat::Json => gate::json(found, places),
        DiffFormat::Github => gate::github(found, places, fail_on),
    }
}
