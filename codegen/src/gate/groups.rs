//! One change of a type that many actions use is one thing to read.

use crate::gate::finding::Finding;

/// Findings that are told together, in the order of the first of each.
pub(super) fn groups(findings: &[Finding]) -> Vec<Vec<&Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|group| is_same(group[0], finding)) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

/// Whether two findings say the same of one place.
fn is_same(one: &Finding, other: &Finding) -> bool {
    let key = |finding: &Finding| (finding.rule, finding.location, finding.allowed.clone());
    let texts = |finding: &Finding| [finding.was.clone(), finding.is.clone()];
    one.location.is_some() && key(one) == key(other) && texts(one) == texts(other)
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
