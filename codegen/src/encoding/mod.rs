//! Which wire each action speaks.
//!
//! postcard carries what has one layout that both sides know. What has none, such as a flattened
//! field, makes its action speak plain JSON instead; what neither can carry is refused. A type is
//! followed in one direction at a time, as serde may read it otherwise than it writes it.
//!
//! serde reads what stands inside a tag from a buffer that has forgotten its types, so the way to a
//! type matters too.

mod attempts;
mod content;
mod finding;
mod graph;
mod keys;
mod roots;
mod rules;
#[cfg(test)]
mod tests;
mod variants;

use std::collections::BTreeMap;

use crate::check::stem_of_event;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::{Action, Api, Direction, Encoding, Location, PackageId, Type};
use finding::{Carries, Finding};
use graph::{Found, Graph};

/// Sets the encoding of every action, and refuses what no encoding carries.
pub(crate) fn choose(api: &mut Api, diagnostics: &mut Diagnostics) {
    let mut told: BTreeMap<(Location, String), Diagnostic> = BTreeMap::new();
    let (graph, roots) = Graph::new(api);
    let actions = api.actions.iter().zip(roots);
    let choices: Vec<Choice> = actions
        .map(|(action, roots)| {
            let found = graph.gather(roots);
            let choice = Choice::of(&found);
            let routed = !action.routes.is_empty();
            let stops = |one: &&Finding| choice.is_stopped_by(one, routed);
            for finding in found.refused.iter().filter(stops) {
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
    for event in &api.events {
        for finding in Graph::of(api, &event.ty, Direction::Output).refused {
            let key = (finding.at, finding.title.clone());
            let diagnostic = told.entry(key).or_insert_with(|| {
                let name = &event.name;
                finding
                    .diagnostic()
                    .note(format!("event `{name}` speaks JSON, as every event does"))
            });
            diagnostic.add_stem(stem_of_event(event));
        }
    }
    told.into_values().for_each(|one| diagnostics.push(one));
}

/// Whether postcard carries a type in a direction.
pub(crate) fn suits_postcard(api: &Api, ty: &Type, direction: Direction) -> bool {
    let found = Graph::of(api, ty, direction);
    let mut refused = found.refused.iter();
    found.json.is_empty() && refused.all(|one| one.carried != Carries::Neither)
}

/// What an action speaks.
struct Choice {
    encoding: Encoding,
    json_reasons: Vec<String>,
    shaped: bool,
}

impl Choice {
    fn of(found: &Found) -> Self {
        let is_json = !found.json.is_empty();
        Choice {
            encoding: if is_json {
                Encoding::Json
            } else {
                Encoding::Postcard
            },
            json_reasons: found.json.clone(),
            shaped: found.shaped && !is_json,
        }
    }

    fn is_stopped_by(&self, finding: &Finding, routed: bool) -> bool {
        let is_json = self.encoding == Encoding::Json;
        match finding.carried {
            Carries::Neither => true,
            Carries::PostcardAlone => is_json || routed,
            Carries::PostcardAndRoutes => is_json,
        }
    }
}

fn diagnostic(action: &Action, finding: &Finding, reason: Option<&String>) -> Diagnostic {
    let diagnostic = finding.diagnostic();
    let function = &action.function;
    match reason {
        _ if finding.carried == Carries::Neither => diagnostic,
        Some(reason) => diagnostic.note(format!("`{function}` speaks JSON: {reason}")),
        None => diagnostic.note(format!("`{function}` has a route, and routes speak JSON")),
    }
}

fn stem(action: &Action) -> Option<String> {
    (action.package == PackageId(0)).then(|| action.stem.clone())
}
