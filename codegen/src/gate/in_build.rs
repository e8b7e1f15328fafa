//! The gate within a build: what breaks callers does not compile.

use std::path::Path;

use super::baseline;
use super::diff::callers;
use super::finding::Finding;
use super::groups::{groups, others};
use super::level::FailOn;
use super::state::State;
use super::{rules, words};
use crate::check::stem;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::lock::Lock;
use crate::model::{Action, Api, Location};
use crate::scan::Sources;

/// What a build knows when it comes to the gate.
#[derive(Clone, Copy)]
pub(crate) struct Present<'a> {
    pub(crate) api: &'a Api,
    pub(crate) sources: &'a Sources,
    /// The lock beside the manifest.
    pub(crate) lock: Option<&'a Lock>,
    /// The time in seconds since 1970, for sunsets.
    pub(crate) now: i64,
}

/// Adds what open clients cannot go on after, unless its author lets it through. The past is the
/// lock in `file`, below the folder of the package.
///
/// # Errors
///
/// Says in one line why there is nothing to compare with.
pub(crate) fn refuse(
    file: &Path,
    package: &Path,
    present: Present<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<(), String> {
    let old = baseline::of_file(&package.join(file)).map_err(|why| unreadable(file, &why))?;
    let new = State::of(present.api).remembering(present.lock);
    let findings = callers(&old, &new, present.api, present.now);
    let breaking: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| FailOn::Json.fails(finding) && !is_said(finding, present))
        .collect();
    for group in groups(&breaking) {
        diagnostics.push(diagnostic(&group, present, file));
    }
    Ok(())
}

/// Of a name that its own lock retires, the build speaks already.
fn is_said(finding: &Finding, present: Present<'_>) -> bool {
    let mut actions = present.api.actions.iter();
    let action = actions.find(|one| one.name == finding.action);
    let reused = finding.rule == rules::RETIRED_NAME_REUSED.name;
    reused && action.is_some_and(|action| present.lock.is_some_and(|lock| lock.reuses(action)))
}

fn unreadable(file: &Path, why: &str) -> String {
    let file = file.display();
    format!(
        "`baseline(\"{file}\")`: {why}; to make one, take the lock of what is deployed, as with \
         `git show origin/main:tramline.lock > {file}`, or write the first with `tramline lock`"
    )
}

fn diagnostic(group: &[&Finding], present: Present<'_>, file: &Path) -> Diagnostic {
    let finding = group[0];
    let find = |name: &str| present.api.actions.iter().find(|one| one.name == name);
    let action = find(&finding.action);
    let location = finding.location.unwrap_or_else(|| table(present.sources));
    let label = match action {
        Some(_) => words::label(finding),
        None => format!("`{}` was among these", finding.action),
    };
    let (title, help) = (words::title(finding), help(finding, action));
    let mut diagnostic = Diagnostic::new(Rule::BreakingChange, location, title, label, help);
    if let Some(others) = others(group) {
        diagnostic = diagnostic.note(others);
    }
    for finding in group {
        diagnostic.add_stem(find(&finding.action).and_then(stem));
    }
    let rule = finding.rule;
    for meaning in words::meanings(finding) {
        diagnostic = diagnostic.note(meaning);
    }
    diagnostic.note(format!(
        "compared with `{}`, by the rule `{rule}`",
        file.display()
    ))
}

/// What is gone has no attribute to say anything with, and a retired name stays retired.
fn help(finding: &Finding, action: Option<&Action>) -> String {
    let help = &finding.help;
    match action {
        Some(_) if finding.rule != rules::RETIRED_NAME_REUSED.name => format!(
            "{help}; or write `breaking = \"…\"` on `{}`, with the reason why such clients are \
             given up",
            finding.action
        ),
        _ => help.clone(),
    }
}

/// Where the actions come together, which is the place of one that is gone.
fn table(sources: &Sources) -> Location {
    const MACRO: &str = "include_actions!";
    let text = sources.files.first().map_or("", |file| file.text.as_str());
    let start = text.find(MACRO);
    Location {
        file: 0,
        start: start.unwrap_or(0),
        end: start.map_or(0, |start| start + MACRO.len()),
    }
}
