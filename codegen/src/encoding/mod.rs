//! Which wire each action speaks.
//!
//! postcard carries what has one layout that both sides know. What has none, such as a flattened
//! field, makes its action speak plain JSON instead; what neither can carry is refused. A type is
//! followed in one direction at a time, as serde may read it otherwise than it writes it.
//!
//! serde reads what stands inside a tag from a buffer that has forgotten its types, so the way to a
//! type matters too.

mod content;
mod finding;
mod keys;
mod rules;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::{Action, Api, Direction, Encoding, Location, PackageId, Type};
use finding::{Carries, Finding};
use walk::Walk;

/// Sets the encoding of every action, and refuses what no encoding carries.
pub(crate) fn choose(api: &mut Api, diagnostics: &mut Diagnostics) {
    let mut told: BTreeMap<(Location, String), Diagnostic> = BTreeMap::new();
    let choices: Vec<Choice> = api
        .actions
        .iter()
        .map(|action| {
            let findings = Walk::over(api, action);
            let choice = Choice::of(&findings);
            for finding in findings
                .refused
                .iter()
                .filter(|one| choice.is_stopped_by(one))
            {
                let key = (finding.at, finding.title.clone());
                let reason = choice.json_reasons.first();
                let diagnostic = told
                    .entry(key)
                    .or_insert_with(|| diagnostic(action, finding, reason));
                diagnostic.add_stem(stem(action));
            }
            choice
        })
        .collect();
    for (action, choice) in api.actions.iter_mut().zip(choices) {
        action.encoding = choice.encoding;
        action.shaped = choice.shaped;
        action.json_reasons = choice.json_reasons;
    }
    told.into_values().for_each(|one| diagnostics.push(one));
}

/// Whether postcard carries a type in a direction.
pub(crate) fn suits_postcard(api: &Api, ty: &Type, direction: Direction) -> bool {
    let findings = Walk::from(api, ty, direction);
    let mut refused = findings.refused.iter();
    findings.json.is_empty() && refused.all(|one| one.carried == Carries::PostcardAlone)
}

/// What an action speaks.
struct Choice {
    encoding: Encoding,
    json_reasons: Vec<String>,
    shaped: bool,
}

impl Choice {
    fn of(findings: &walk::Findings) -> Self {
        let is_json = !findings.json.is_empty();
        Choice {
            encoding: if is_json {
                Encoding::Json
            } else {
                Encoding::Postcard
            },
            json_reasons: findings.json.clone(),
            shaped: findings.shaped && !is_json,
        }
    }

    fn is_stopped_by(&self, finding: &Finding) -> bool {
        finding.carried == Carries::Neither || self.encoding == Encoding::Json
    }
}

fn diagnostic(action: &Action, finding: &Finding, reason: Option<&String>) -> Diagnostic {
    let diagnostic = finding.diagnostic();
    match reason {
        Some(reason) if finding.carried == Carries::PostcardAlone => {
            let function = &action.function;
            diagnostic.note(format!("`{function}` speaks JSON: {reason}"))
        }
        _ => diagnostic,
    }
}

fn stem(action: &Action) -> Option<String> {
    (action.package == PackageId(0)).then(|| action.stem.clone())
}
