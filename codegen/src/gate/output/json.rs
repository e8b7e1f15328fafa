//! Findings as JSON, for programs.
//!
//! An object a line, so that a long report can be read as it comes. Its members stay as they are; new
//! ones may join them.

use super::Places;
use crate::compatibility::Part;
use crate::gate::finding::Finding;
use crate::json::Json;

/// Every finding on a line of its own.
pub(crate) fn json(findings: &[Finding], places: Places<'_>) -> String {
    findings
        .iter()
        .map(|finding| line(finding, places))
        .collect()
}

fn line(finding: &Finding, places: Places<'_>) -> String {
    let place = finding.location.map(|location| places.of(location));
    let place = place.as_ref();
    let (part, code) = part(&finding.part);
    let action = Some(finding.action.as_str()).filter(|name| !name.is_empty());
    let members = [
        ("rule", Json::text(finding.rule)),
        ("category", Json::text(finding.category.name())),
        ("action", text(action)),
        ("part", Json::text(part)),
        ("code", text(code)),
        ("path", Json::text(&finding.path)),
        ("was", Json::text(&finding.was)),
        ("is", Json::text(&finding.is)),
        ("file", text(place.map(|place| place.file.as_str()))),
        ("line", number(place.map(|place| place.line))),
        ("column", number(place.map(|place| place.column))),
        ("message", Json::text(&finding.message)),
        ("help", Json::text(&finding.help)),
        ("allowed", text(finding.allowed.as_deref())),
        ("route", text(route(&finding.part))),
        ("rest", Json::Bool(finding.is_for_rest())),
    ];
    Json::object(members).compact() + "\n"
}

fn text(text: Option<&str>) -> Json {
    text.map_or(Json::Null, Json::text)
}

fn number(number: Option<usize>) -> Json {
    number.map_or(Json::Null, |number| Json::Raw(number.to_string()))
}

fn part(part: &Part) -> (&'static str, Option<&str>) {
    match part {
        Part::Action => ("action", None),
        Part::Input => ("input", None),
        Part::Result => ("result", None),
        Part::Error(code) => ("error", Some(code)),
        Part::Route(_) => ("route", None),
    }
}

fn route(part: &Part) -> Option<&str> {
    match part {
        Part::Route(title) => Some(title),
        _ => None,
    }
}
