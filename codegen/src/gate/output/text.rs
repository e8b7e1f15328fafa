//! Findings as rustc shows what it found.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Places;
use crate::gate::finding::Finding;
use crate::gate::groups::{groups, others};
use crate::gate::level::FailOn;
use crate::gate::words;

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
    let (message, label) = (words::title(finding), words::label(finding));
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
    for meaning in words::meanings(finding) {
        shown = shown.element(Level::NOTE.message(meaning));
    }
    let way_out = match &finding.allowed {
        Some(reason) => Level::NOTE.message(format!("let through: {reason}")),
        None => Level::HELP.message(finding.help.as_str()),
    };
    let text = renderer.render(&[shown.element(way_out)]);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n")
}
