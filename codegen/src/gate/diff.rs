//! The past and the present, side by side.

use super::finding::{Facts, Finding};
use super::level::FailOn;
use super::pairs::{Pair, pairs};
use super::source::{self, Side};
use super::state::State;
use super::{rest, rules, schemas};
use crate::compatibility::compare;
use crate::emit::typescript::surface::Surface;
use crate::model::{Action, Api, Kind};

/// What callers of the past and the code of frontends meet in the present, sorted by place. `now`, in
/// seconds since 1970, is what sunsets of routes are compared with.
pub(crate) fn findings(old: &State, new: &State, api: &Api, now: i64) -> Vec<Finding> {
    let (pairs, mut findings) = pairs(old, new);
    findings.extend(pairs.iter().flat_map(|pair| called(*pair)));
    rest::mark(&mut findings, old, new, now);
    findings.extend(rest::of_routes(old, new, now));
    findings.extend(frontend(old, new, &pairs, api));
    settled(findings, api)
}

/// What callers of the past meet in the present, sorted by place.
pub(crate) fn callers(old: &State, new: &State, api: &Api, now: i64) -> Vec<Finding> {
    let (pairs, mut findings) = pairs(old, new);
    findings.extend(pairs.iter().flat_map(|pair| called(*pair)));
    rest::mark(&mut findings, old, new, now);
    findings.extend(rest::of_routes(old, new, now));
    settled(findings, api)
}

fn settled(mut findings: Vec<Finding>, api: &Api) -> Vec<Finding> {
    for finding in &mut findings {
        settle(finding, api);
    }
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
    findings
}

fn called(pair: Pair<'_>) -> Vec<Finding> {
    let compared = compare(&pair.old.schema, &pair.new.schema).into_iter();
    let compared = compared.map(|finding| Finding::of_schemas(&pair.new.name, finding));
    kinds(pair).into_iter().chain(compared).collect()
}

/// A query may be called with `GET`, which an action refuses. The other way around nothing is lost.
fn kinds(pair: Pair<'_>) -> Option<Finding> {
    let became = (pair.old.kind, pair.new.kind) == (Kind::Query, Kind::Action);
    became.then(|| {
        let facts = Facts::whole(&pair.new.name, "query", "action");
        Finding::new(&rules::QUERY_BECAME_ACTION, facts, None)
    })
}

/// What a frontend has to change. Where only schemas are known of the past, both sides are what
/// TypeScript shows of schemas.
fn frontend(old: &State, new: &State, pairs: &[Pair<'_>], api: &Api) -> Vec<Finding> {
    let (Some(was), Some(is)) = (&old.surface, &new.surface) else {
        let [was, is] = [old, new].map(|state| schemas::surface(&state.contracts));
        return functions(&was, &is, pairs, api);
    };
    let mut findings = functions(was, is, pairs, api);
    findings.extend(source::of_types(was, is, api));
    findings
}

fn functions(was: &Surface, is: &Surface, pairs: &[Pair<'_>], api: &Api) -> Vec<Finding> {
    let of_pair = |pair: &Pair<'_>| {
        let old = Side::new(was, &pair.old.name)?;
        let new = Side::new(is, &pair.new.name)?;
        let action = action(api, &pair.new.name)?;
        Some(source::of_action(api, action, old, new))
    };
    pairs.iter().filter_map(of_pair).flatten().collect()
}

fn action<'a>(api: &'a Api, name: &str) -> Option<&'a Action> {
    api.actions.iter().find(|action| action.name == name)
}

/// What is known of the action: its place, where a finding has none of its own, and whether its
/// author lets it through.
fn settle(finding: &mut Finding, api: &Api) {
    let Some(action) = action(api, &finding.action) else {
        return;
    };
    finding.location.get_or_insert(action.location);
    let may_be = finding.rule != rules::RETIRED_NAME_REUSED.name;
    if may_be && finding.allowed.is_none() {
        finding.allowed.clone_from(&action.breaking);
    }
}

/// What has no place comes first; at one place, what most people notice.
fn key(finding: &Finding) -> impl Ord + '_ {
    (
        finding.location,
        std::cmp::Reverse(FailOn::of(finding.category)),
        finding.rule,
        finding.path.as_str(),
        finding.action.as_str(),
    )
}
