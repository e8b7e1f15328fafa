//! The file at the crate's root: the sealed table, and what can only be said once.

use super::place::{Place, Placed};
use super::{Served, condition, digest, format, refusal, row, spell, trace};
use crate::emit::{GeneratedFile, Refused};

/// `actions.rs`.
pub(super) fn file(
    served: &Served<'_>,
    placed: &[Placed<'_>],
    refused: &[Refused],
) -> GeneratedFile {
    let predicates = condition::predicates(served);
    let code = [
        module(served, placed, &predicates),
        table(served, &predicates),
        digest::assertions(served),
        refusal::rows_of_root(refused),
    ];
    GeneratedFile {
        path: "actions.rs".to_owned(),
        text: format::file("the whole crate", &code.concat()),
    }
}

/// What is not for people.
fn module(served: &Served<'_>, placed: &[Placed<'_>], predicates: &[String]) -> String {
    let of_root = || placed.iter().filter(|item| item.place == Place::Root);
    let proofs: String = of_root().map(|item| item.proof(served.api)).collect();
    format!(
        "#[doc(hidden)]\n\
         pub mod tramline_actions {{\n\
             /// The function whose path has this digest.\n\
             #[derive(::core::fmt::Debug)]\n\
             pub struct At<const MARKER: u64>;\n\
             {digest}{traits}{proofs}{traces}\
         }}\n",
        digest = digest::constant(served),
        traits = condition::traits(predicates),
        traces = trace::module(served.api, of_root()),
    )
}

fn table(served: &Served<'_>, predicates: &[String]) -> String {
    let bounds: String = served
        .actions
        .iter()
        .map(|action| {
            let at = "tramline_actions::At";
            let marker = spell::marker(at, &action.module, &action.function);
            format!("{marker}: {},\n", condition::bound(action, predicates))
        })
        .collect();
    let rows: String = served
        .actions
        .iter()
        .map(|action| row::row(served.api, action))
        .collect();
    format!(
        "/// Every action of this crate, answering with `state`.\n\
         pub fn actions<S>(state: S) -> ::tramline::Actions\n\
         where S: ::core::marker::Send + ::core::marker::Sync + 'static,\n{bounds}\
         {{\n\
             ::tramline::codegen::Actions::new(state, const {{ &[{rows}] }})\n\
         }}\n"
    )
}
