//! Every rule of the gate, with a change that breaks it; and changes that break none.

mod build;
mod cases;
mod clients;
mod earlier;
mod reasons;
mod retired;
mod routes;
mod safe;

use std::collections::BTreeSet;

use super::diff::findings;
use super::finding::Finding;
use super::rules;
use super::state::State;
use crate::compatibility::Rule;
use crate::testing::{Files, Front};

/// Noon of 2026-06-15, for sunsets.
const NOW: i64 = 1_781_524_800;

/// What is known of the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Past {
    Sources,
    Schemas,
}

fn read(text: &str) -> Front {
    let mut front = Files::parse(text).read();
    assert_eq!(front.rendered(), "", "{text}");
    crate::model::identify(&mut front.api);
    front
}

fn found(old: &str, new: &str, past: Past) -> Vec<Finding> {
    let (old, new) = (read(old), read(new));
    let mut before = State::of(&old.api);
    if past == Past::Schemas {
        before.surface = None;
    }
    findings(&before, &State::of(&new.api), &new.api, NOW)
}

fn found_between(old: &State, new: &State, source: &str) -> Vec<Finding> {
    findings(old, new, &read(source).api, NOW)
}

/// The findings by the rules of the gate itself; those about two schemas are tested beside their
/// own rules.
fn own(findings: &[Finding]) -> Vec<String> {
    let is_own = |finding: &&Finding| rules::ALL.iter().any(|rule| rule.name == finding.rule);
    let shown = findings.iter().filter(is_own).map(|finding| {
        let action = match finding.action.as_str() {
            "" => String::new(),
            name => format!("{name}: "),
        };
        format!("{} {action}{}", finding.rule, finding.message)
    });
    shown.collect()
}

#[test]
fn every_rule_has_a_name_of_its_own() {
    let own = rules::ALL.iter().map(|rule| rule.name);
    let all: Vec<&str> = own
        .chain(Rule::ALL.iter().map(|rule| rule.name()))
        .collect();
    let distinct: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(all.len(), distinct.len(), "{all:?}");
}
