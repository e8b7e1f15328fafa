//! Findings as rustc shows what it found.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Places;
use super::groups::{groups, others};
use crate::compatibility::Category;
use crate::gate::finding::Finding;
use crate::gate::level::FailOn;

/// Every finding with the source it speaks of, those that fail as errors. With colours, where the
/// renderer has them.
pub(crate) fn text(
    findings: &[Finding],
    places: Places<'_>,
    fail_on: FailOn,
    renderer: &Renderer,
) -> String {
    let rendered = groups(findings)
        .into_iter()
        .map(|group| one(&group, places, fail_on, renderer) + "\n\n");
    rendered.collect()
}

fn one(group: &[&Finding], places: Places<'_>, fail_on: FailOn, renderer: &Renderer) -> String {
    let finding = group[0];
    let level = match (&finding.allowed, fail_on.fails(finding)) {
        (_, true) => Level::ERROR,
        (None, false) => Level::WARNING,
        (Some(_), false) => Level::NOTE,
    };
    let message = message(finding);
    let label = label(finding);
    let file = finding
        .location
        .map(|location| places.file(places.source(location)));
    let title = level.primary_title(message.as_str()).id(finding.rule);
    let mut shown = match (finding.location, &file) {
        (Some(location), Some(file)) => {
            let annotation = AnnotationKind::Primary.span(location.start..location.end);
            let snippet = Snippet::source(places.source(location).text.as_str())
                .path(file.as_str())
                .annotation(annotation.label(label.as_str()));
            title.element(snippet)
        }
        _ => Group::with_title(title),
    };
    if let Some(others) = others(group) {
        shown = shown.element(Level::NOTE.message(others));
    }
    shown = shown.element(Level::NOTE.message(meaning(finding.category)));
    let way_out = match &finding.allowed {
        Some(reason) => Level::NOTE.message(format!("let through: {reason}")),
        None => Level::HELP.message(finding.help.as_str()),
    };
    let text = renderer.render(&[shown.element(way_out)]);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n")
}

fn message(finding: &Finding) -> String {
    match finding.action.as_str() {
        "" => finding.message.clone(),
        name if finding.message.contains(&format!("`{name}`")) => finding.message.clone(),
        name => format!("`{name}`: {}", finding.message),
    }
}

fn label(finding: &Finding) -> String {
    match (finding.was.as_str(), finding.is.as_str()) {
        ("", "") => String::new(),
        ("", is) => format!("new: `{is}`"),
        (was, "") => format!("there was `{was}`"),
        (was, is) => format!("was `{was}`, is `{is}`"),
    }
}

fn meaning(of: Category) -> String {
    let what = match of {
        Category::Source => "code of a frontend has to change to compile with the new client",
        Category::Json => "clients of before the change are refused, open tabs included",
        Category::Wire => {
            "clients of before the change go on over JSON where there is a lock, and are refused \
             without one"
        }
        Category::Rest => "routes change for those who use them",
    };
    format!("{}: {what}", of.name())
}
