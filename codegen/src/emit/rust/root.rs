//! The file at the crate's root: the sealed table, and what can only be said once.

use super::place::Place;
use super::{Proven, Served, condition, digest, documents, format, history, marker, refusal, row};
use crate::emit::{GeneratedFile, Refused};
use crate::lock::History;

/// A program exports nothing, so lints may find that `pub` says too much.
const ALLOWANCE: &str = "#[allow(clippy::allow_attributes, missing_debug_implementations, \
    unreachable_pub, reason = \"a program exports nothing\")]";

/// `actions.rs`.
pub(super) fn file(
    proven: &Proven<'_>,
    history: Option<&History>,
    refused: &[Refused],
) -> GeneratedFile {
    let served = &proven.served;
    let predicates = condition::predicates(served);
    let code = [
        module(proven, history, &predicates),
        table(served, history, &predicates),
        digest::assertions(served),
        refusal::rows_of_root(refused),
    ];
    GeneratedFile {
        path: "actions.rs".to_owned(),
        text: format::file(served.api, "this crate's actions", &code.concat()),
    }
}

/// What is not for people.
fn module(proven: &Proven<'_>, history: Option<&History>, predicates: &[String]) -> String {
    let Proven {
        served,
        placed,
        traces,
        shapes,
        of_events,
    } = proven;
    let of_root = || placed.iter().filter(|item| item.place == Place::Root);
    let events_of_root = of_events.iter().filter(|item| item.place == Place::Root);
    let proofs = of_root().chain(events_of_root);
    let proofs: String = proofs.map(|item| item.proof(served.api)).collect();
    format!(
        "#[doc(hidden)]\n\
         {ALLOWANCE}\n\
         pub mod tramline_actions {{\n\
             {markers}{digest}{history}{traits}{shapes}{proofs}{traces}\
         }}\n",
        markers = marker::definitions(served),
        digest = digest::constant(served),
        history = history::constant(history),
        traits = condition::traits(served, predicates),
        shapes = shapes.module(served),
        traces = traces.module(shapes, of_root()),
    )
}

fn table(served: &Served<'_>, history: Option<&History>, predicates: &[String]) -> String {
    let names = || served.markers.iter().map(|marker| &marker.name);
    let actions = || served.actions.iter().zip(names());
    let bounds: String = actions()
        .map(|(action, name)| {
            let bound = condition::bound(action, predicates);
            format!("tramline_actions::{name}: {bound},\n")
        })
        .collect();
    let rows: String = actions()
        .map(|(action, name)| row::row(action, name))
        .collect();
    format!(
        "/// Every action of this crate, answering with `state`.\n\
         {ALLOWANCE}\n\
         pub fn actions<S>(state: S) -> ::tramline::Actions\n\
         where S: ::core::marker::Send + ::core::marker::Sync + 'static,\n{bounds}\
         {{\n\
             let actions = ::tramline::codegen::Actions::new(state, const {{ &[{rows}] }})\
                 {history}{documents};\n\
             {stamped}\
             actions\n\
         }}\n",
        history = history::call(history),
        documents = documents::call(served.api),
        stamped = history::STAMPED,
    )
}
