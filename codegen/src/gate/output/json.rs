//! Findings as JSON, for programs.
//!
//! An object a line, so that a long report can be read as it comes. Its members stay as they are; new
//! ones may join them.

use super::Places;
use crate::compatibility::Part;
use crate::gate::finding::Finding;

/// A value of JSON.
enum Value<'a> {
    Null,
    Number(usize),
    Text(&'a str),
}

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
    object(&[
        ("rule", Value::Text(finding.rule)),
        ("category", Value::Text(finding.category.name())),
        ("action", text(action)),
        ("part", Value::Text(part)),
        ("code", text(code)),
        ("path", Value::Text(&finding.path)),
        ("was", Value::Text(&finding.was)),
        ("is", Value::Text(&finding.is)),
        ("file", text(place.map(|place| place.file.as_str()))),
        ("line", number(place.map(|place| place.line))),
        ("column", number(place.map(|place| place.column))),
        ("message", Value::Text(&finding.message)),
        ("help", Value::Text(&finding.help)),
        ("allowed", text(finding.allowed.as_deref())),
    ])
}

fn text(text: Option<&str>) -> Value<'_> {
    text.map_or(Value::Null, Value::Text)
}

fn number(number: Option<usize>) -> Value<'static> {
    number.map_or(Value::Null, Value::Number)
}

fn part(part: &Part) -> (&'static str, Option<&str>) {
    match part {
        Part::Action => ("action", None),
        Part::Input => ("input", None),
        Part::Result => ("result", None),
        Part::Error(code) => ("error", Some(code)),
    }
}

fn object(members: &[(&str, Value<'_>)]) -> String {
    let member = |(name, value): &(&str, Value<'_>)| {
        let value = match value {
            Value::Null => "null".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => quote(text),
        };
        format!("\"{name}\":{value}")
    };
    let members: Vec<String> = members.iter().map(member).collect();
    format!("{{{}}}\n", members.join(","))
}

fn quote(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            control if control < ' ' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
