//! One change of a type that many actions use is one thing to read.

use std::collections::HashMap;

use super::finding::Finding;

/// Findings that are told together, in the order of the first of each: those that say the same of
/// one place.
pub(super) fn groups(findings: &[Finding]) -> Vec<Vec<&Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut known = HashMap::new();
    for finding in findings {
        let texts = (&finding.was, &finding.is, &finding.allowed, finding.rest);
        let index = match finding.location {
            Some(place) => *known
                .entry((finding.rule, place, texts))
                .or_insert(groups.len()),
            None => groups.len(),
        };
        match groups.get_mut(index) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

/// Which other actions it happens to; nothing where there are none.
pub(super) fn others(group: &[&Finding]) -> Option<String> {
    let first = group.first()?;
    let mut names: Vec<&str> = Vec::new();
    for finding in group {
        let name = finding.action.as_str();
        if name != first.action && !names.contains(&name) {
            names.push(name);
        }
    }
    match names[..] {
        [] => None,
        [one] => Some(format!("the same in `{one}`")),
        [one, two] => Some(format!("the same in `{one}` and `{two}`")),
        [one, two, ..] => Some(format!(
            "the same in `{one}`, `{two}` and {} more actions",
            names.len() - 2
        )),
    }
}
