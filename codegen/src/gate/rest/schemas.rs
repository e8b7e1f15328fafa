//! Values of requests and answers, which the schemas of the functions behind a route tell of.
//!
//! Plain JSON goes by names as the JSON of generated clients does, so what they cannot go on after,
//! users of routes cannot either. What stands in the URL is told by the rules about routes, as far as
//! it is about being there; what values it takes, the schemas say.

use super::after_sunset;
use super::pairs::Pair;
use crate::compatibility::{Category, Part, compare};
use crate::gate::finding::Finding;

/// Rules about an input that is there or is not.
const PRESENCE: &[&str] = &[
    "required_field_added",
    "field_now_required",
    "field_may_be_renamed",
    "unknown_field_refused",
    "no_longer_optional",
];

/// What users of a route meet that leads to other schemas than those of one action, then and now.
pub(super) fn of_pair(pair: &Pair<'_>, now: i64) -> Vec<Finding> {
    if is_told(pair) {
        return Vec::new();
    }
    let (old, new) = (pair.old.function, pair.new.function);
    let findings = compare(&old.schema, &new.schema).into_iter();
    let mut findings: Vec<Finding> = findings
        .map(|finding| Finding::of_schemas(&new.name, finding))
        .filter(|finding| matters(finding, pair))
        .collect();
    for finding in &mut findings {
        finding.category = Category::Rest;
        finding.allowed = after_sunset(pair.old.route, now);
    }
    findings
}

/// Whether what open clients meet is met at this route as well.
pub(super) fn concerns(finding: &Finding, pair: &Pair<'_>, now: i64) -> bool {
    let is_of = finding.action == pair.new.function.name;
    let may_go = after_sunset(pair.old.route, now).is_some();
    is_of && is_told(pair) && !may_go && matters(finding, pair)
}

/// Whether the comparison of what open clients call is that of what is behind the route.
fn is_told(pair: &Pair<'_>) -> bool {
    let (old, new) = (pair.old.function, pair.new.function);
    old.called && new.called && new.is_called(&old.name)
}

fn matters(finding: &Finding, pair: &Pair<'_>) -> bool {
    // Of actions as a whole, routes know nothing.
    let is_of_values = finding.part != Part::Action || finding.rule == "encoding_changed";
    let is_said = finding.part == Part::Input
        && PRESENCE.contains(&finding.rule)
        && is_in_url(&finding.path, pair);
    finding.category == Category::Json && is_of_values && !is_said
}

/// Whether a path into the input is that of a parameter.
fn is_in_url(path: &str, pair: &Pair<'_>) -> bool {
    let routes = [pair.old.route, pair.new.route].into_iter();
    // Without a body there is nothing else.
    if routes.clone().all(|route| route.body.is_none()) {
        return true;
    }
    let mut names = routes.flat_map(|route| {
        let in_path = route.in_path.iter().map(|parameter| &parameter.name);
        in_path.chain(route.in_query.keys())
    });
    names.any(|name| name == path)
}
