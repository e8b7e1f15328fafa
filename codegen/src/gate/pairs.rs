//! Which action of the present is which of the past.

use super::finding::{Facts, Finding};
use super::rules;
use super::state::{Contract, State};

/// One action, then and now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub(super) old: &'a Contract,
    pub(super) new: &'a Contract,
}

/// The actions that callers of the past still find, and findings about those that they do not.
pub(super) fn pairs<'a>(old: &'a State, new: &'a State) -> (Vec<Pair<'a>>, Vec<Finding>) {
    let mut pairs = Vec::new();
    let mut gone = Vec::new();
    for contract in &old.contracts {
        match found_by(&contract.name, new) {
            Some(now) => pairs.push(Pair {
                old: contract,
                new: now,
            }),
            None => gone.push(contract),
        }
    }
    let is_known = |one: &&Contract| pairs.iter().any(|pair| pair.new.name == one.name);
    let fresh: Vec<&Contract> = new.contracts.iter().filter(|one| !is_known(one)).collect();
    let mut findings: Vec<Finding> = gone.iter().map(|one| lost(one, &fresh, new)).collect();
    findings.extend(pairs.iter().flat_map(|pair| forgotten(*pair, new)));
    findings.extend(fresh.iter().filter_map(|one| reused(one, old, new)));
    (pairs, findings)
}

/// What a call by this name reaches.
fn found_by<'a>(name: &str, state: &'a State) -> Option<&'a Contract> {
    let mut contracts = state.contracts.iter();
    let answers = |one: &&Contract| one.former.iter().any(|former| former == name);
    let present = contracts.clone().find(|one| one.name == name);
    present.or_else(|| contracts.find(answers))
}

/// An action that callers do not find any more.
fn lost(gone: &Contract, fresh: &[&Contract], new: &State) -> Finding {
    let finding = match successor(gone, fresh) {
        Some(successor) => {
            let facts = Facts::whole(&successor.name, &gone.name, &successor.name);
            Finding::new(&rules::ACTION_RENAMED, facts, None)
        }
        None => Finding::new(
            &rules::ACTION_REMOVED,
            Facts::whole(&gone.name, "", ""),
            None,
        ),
    };
    retired(finding, &gone.name, new)
}

/// Former names that callers may still use, and that nothing answers to.
fn forgotten(pair: Pair<'_>, new: &State) -> Vec<Finding> {
    let former = pair.old.former.iter();
    let lost = former.filter(|former| found_by(former, new).is_none());
    lost.map(|former| {
        let facts = Facts::whole(&pair.new.name, former, "");
        retired(
            Finding::new(&rules::FORMER_NAME_REMOVED, facts, None),
            former,
            new,
        )
    })
    .collect()
}

/// Lets through what the present lock says as well.
fn retired(finding: Finding, name: &str, new: &State) -> Finding {
    let knowingly = new.retired.contains(name);
    Finding {
        allowed: knowingly.then(|| format!("`tramline.lock` retires `{name}`")),
        ..finding
    }
}

/// A new action by a name that stood for another one.
fn reused(fresh: &Contract, old: &State, new: &State) -> Option<Finding> {
    let known = old.retired.contains(&fresh.name) || new.retired.contains(&fresh.name);
    known.then(|| {
        let facts = Facts::whole(&fresh.name, "", "");
        Finding::new(&rules::RETIRED_NAME_REUSED, facts, None)
    })
}

/// The only new action that looks just like one that is gone: in another module or under another
/// name, but not both.
fn successor<'a>(gone: &Contract, fresh: &[&'a Contract]) -> Option<&'a Contract> {
    let schema = gone.schema.to_string();
    let alike = fresh.iter().filter(|one| {
        one.kind == gone.kind && is_near(&one.name, &gone.name) && one.schema.to_string() == schema
    });
    match alike.collect::<Vec<_>>()[..] {
        [only] => Some(only),
        _ => None,
    }
}

fn is_near(one: &str, other: &str) -> bool {
    let split = |name: &str| match name.rsplit_once('.') {
        Some((module, function)) => (module.to_owned(), function.to_owned()),
        None => (String::new(), name.to_owned()),
    };
    let (one, other) = (split(one), split(other));
    one.0 == other.0 || one.1 == other.1
}
