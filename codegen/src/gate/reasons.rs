//! Reasons for breaking callers where nothing does.

use std::collections::BTreeSet;

use super::finding::Finding;
use crate::compatibility::Category;
use crate::model::Api;

/// What to say to whoever gave a reason that nothing asks for, a line each.
pub(crate) fn unused_reasons(findings: &[Finding], api: &Api) -> Vec<String> {
    let broken: BTreeSet<&str> = findings
        .iter()
        .filter(|finding| finding.category != Category::Wire)
        .map(|finding| finding.action.as_str())
        .collect();
    let idle = api
        .actions
        .iter()
        .filter(|action| action.breaking.is_some() && !broken.contains(action.name.as_str()));
    let names: BTreeSet<&str> = idle.map(|action| action.name.as_str()).collect();
    let line = |name: &str| {
        format!(
            "`{name}` says `breaking = \"…\"`, and breaks nothing: take it out, or it lets the next change through"
        )
    };
    names.into_iter().map(line).collect()
}
