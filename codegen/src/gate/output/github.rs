//! Findings as workflow commands, which GitHub shows beside the lines of a pull request.

use super::Places;
use crate::compatibility::Category;
use crate::gate::finding::Finding;
use crate::gate::groups::{groups, others};
use crate::gate::level::FailOn;

/// An error for each finding that fails, and a warning for each other one.
pub(crate) fn github(findings: &[Finding], places: Places<'_>, fail_on: FailOn) -> String {
    let command = |group: Vec<&Finding>| {
        let finding = group[0];
        let level = match (&finding.allowed, fail_on.fails(finding)) {
            (_, true) => "error",
            (None, false) => "warning",
            (Some(_), false) => "notice",
        };
        format!(
            "::{level} {}::{}\n",
            properties(finding, places),
            data(&words(&group))
        )
    };
    groups(findings).into_iter().map(command).collect()
}

fn properties(finding: &Finding, places: Places<'_>) -> String {
    let mut properties = Vec::new();
    if let Some(location) = finding.location {
        let place = places.of(location);
        properties.push(("file", place.file));
        properties.push(("line", place.line.to_string()));
        properties.push(("endLine", place.end_line.to_string()));
        // GitHub takes columns within one line alone.
        if place.line == place.end_line {
            properties.push(("col", place.column.to_string()));
            properties.push(("endColumn", place.end_column.to_string()));
        }
    }
    let too = match finding.rest && finding.category != Category::Rest {
        true => " REST",
        false => "",
    };
    let title = format!("{}{too} {}", finding.category.name(), finding.rule);
    properties.push(("title", title));
    let written = properties.iter();
    let written: Vec<String> = written
        .map(|(name, value)| format!("{name}={}", property(value)))
        .collect();
    written.join(",")
}

fn words(group: &[&Finding]) -> String {
    let finding = group[0];
    let action = match finding.action.as_str() {
        "" => String::new(),
        name => format!("{name}: "),
    };
    let help = match &finding.allowed {
        Some(reason) => format!("let through: {reason}"),
        None => format!("help: {}", finding.help),
    };
    let others = others(group).map_or(String::new(), |others| format!("{others}\n"));
    format!("{action}{}\n{others}{help}", finding.message)
}

/// What stands behind the second pair of colons.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands behind the equals sign of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_would_end_a_command_early_is_escaped() {
        assert_eq!(data("100 %: a,\r\nb"), "100 %25: a,%0D%0Ab");
        assert_eq!(property("100 %: a,\nb"), "100 %25%3A a%2C%0Ab");
    }
}
