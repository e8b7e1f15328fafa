//! The last line of a report: what the present was compared with, and how that ended.

use crate::compatibility::Category;
use crate::gate::finding::Finding;
use crate::gate::level::FailOn;

/// How much was found, by category, and what of it fails.
pub(crate) fn summary(findings: &[Finding], against: &str, fail_on: FailOn) -> String {
    if findings.is_empty() {
        return format!("with {against}: nothing has changed that callers notice");
    }
    let categories = [
        Category::Source,
        Category::Json,
        Category::Wire,
        Category::Rest,
    ];
    let counts = categories.into_iter().filter_map(|one| {
        let count = findings
            .iter()
            .filter(|finding| match one {
                Category::Rest => finding.is_for_rest(),
                one => finding.category == one,
            })
            .count();
        (count > 0).then(|| format!("{count} {}", one.name()))
    });
    let counts: Vec<String> = counts.collect();
    let allowed = findings
        .iter()
        .filter(|finding| finding.allowed.is_some())
        .count();
    let failing = findings
        .iter()
        .filter(|finding| fail_on.fails(finding))
        .count();
    let through = match allowed {
        0 => String::new(),
        count => format!(", {count} let through"),
    };
    let verdict = match failing {
        0 => "none fails".to_owned(),
        1 => "1 fails".to_owned(),
        count => format!("{count} fail"),
    };
    format!("with {against}: {}{through}; {verdict}", counts.join(", "))
}
