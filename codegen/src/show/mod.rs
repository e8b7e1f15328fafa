//! The model as text, after any pass, for whoever wants to see what the build step understood.
//!
//! The text is stable, but nobody parses it.

mod actions;
mod definitions;
mod lines;
mod routes;
mod sources;
#[cfg(test)]
mod tests;
mod types;

use crate::choices::Choices;
use crate::diagnostics::Diagnostics;
use crate::model::Api;
use crate::plan::Plan;
use crate::scan::{Reader, Sources};
use crate::{check, encoding, model, resolve, scan};
use lines::Lines;

/// After what the model is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pass {
    /// Files, modules and the names in them.
    Scan,
    /// Actions, types and errors.
    Resolve,
    /// Also the wire of each action, and everything that is wrong.
    Check,
    /// Also identities and fingerprints.
    Identify,
}

impl Pass {
    /// Every pass by its name, in order.
    pub const ALL: &'static [(&'static str, Pass)] = &[
        ("scan", Pass::Scan),
        ("resolve", Pass::Resolve),
        ("check", Pass::Check),
        ("identify", Pass::Identify),
    ];
}

/// What the build step knows about the packages of `plan` after `pass`.
///
/// # Errors
///
/// When a file cannot be parsed.
pub(crate) fn show(
    plan: &Plan,
    reader: &dyn Reader,
    choices: &Choices,
    pass: Pass,
) -> Result<String, String> {
    let sources = scan::scan_with(plan, reader);
    if let Some(file) = sources.unparsable.first() {
        return Err(format!("{} cannot be parsed", file.display()));
    }
    let mut lines = Lines::default();
    if pass == Pass::Scan {
        sources::show(&sources, &mut lines);
        return Ok(lines.text());
    }
    let mut diagnostics = Diagnostics::default();
    let mut api = resolve::resolve(&sources, choices, &mut diagnostics);
    if pass >= Pass::Check {
        encoding::choose(&mut api, &mut diagnostics);
        check::check(&api, &mut diagnostics);
    }
    if pass >= Pass::Identify {
        model::identify(&mut api);
    }
    everything(&api, pass, &mut lines);
    refusals(&diagnostics, &sources, &mut lines);
    Ok(lines.text())
}

/// The routes of one action alone.
#[cfg(test)]
pub(crate) fn routes_of(api: &Api, action: &model::Action) -> String {
    let mut lines = Lines::default();
    routes::routes(api, action, &mut lines);
    lines.text()
}

fn everything(api: &Api, pass: Pass, lines: &mut Lines) {
    for package in &api.packages {
        let namespace = package.namespace.as_deref();
        let namespace = namespace.map_or(String::new(), |name| format!(", namespace {name}"));
        let role = format!("{:?}", package.role).to_lowercase();
        lines.line(format!(
            "package {} ({role}{namespace})",
            package.crate_name
        ));
    }
    for action in &api.actions {
        lines.gap();
        actions::action(api, action, pass, lines);
    }
    for event in &api.events {
        lines.gap();
        let (name, version) = (&event.name, &event.version);
        let ty = types::ty(api, &event.ty);
        lines.line(format!("event {name} ({version}): {ty}"));
    }
    for definition in &api.definitions {
        lines.gap();
        definitions::definition(api, definition, lines);
    }
    for error in &api.errors {
        lines.gap();
        definitions::error(api, error, lines);
    }
}

/// Every diagnostic once, as the user reads it.
fn refusals(diagnostics: &Diagnostics, sources: &Sources, lines: &mut Lines) {
    for refused in diagnostics.render(sources) {
        lines.gap();
        let mut text = refused.text.lines();
        let stem = refused.stem.unwrap_or_else(|| "the root".to_owned());
        let first = text.next().unwrap_or_default();
        lines.line(format!("refused {stem}: {first}"));
        lines.below(|lines| text.for_each(|line| lines.line(line)));
    }
}
