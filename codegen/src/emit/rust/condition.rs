//! Actions that a `cfg` may leave out.
//!
//! A row of the table can carry the `cfg`, a bound in a where clause cannot. So such an action is
//! bound by a trait that asks for `Bound` where the predicate holds and for nothing where not.

use super::Served;
use super::spell::predicate;
use crate::model::Action;

/// Every predicate that some action depends on, once, in the order of the actions.
pub(super) fn predicates(served: &Served<'_>) -> Vec<String> {
    let mut predicates = Vec::new();
    for action in &served.actions {
        predicates.extend(predicate(&action.cfg).filter(|new| !predicates.contains(new)));
    }
    predicates
}

/// The trait that the action's marker has to implement, as the crate's root names it.
pub(super) fn bound(action: &Action, predicates: &[String]) -> String {
    let own = predicate(&action.cfg);
    let name = bound_name(action);
    match predicates
        .iter()
        .position(|known| Some(known) == own.as_ref())
    {
        Some(index) => format!("tramline_actions::{name}If{index}<S>"),
        None => format!("::tramline::codegen::{name}<S>"),
    }
}

/// The trait without a condition.
fn bound_name(action: &Action) -> &'static str {
    if action.routes.is_empty() {
        "Bound"
    } else {
        "Rest"
    }
}

/// The traits behind [`bound`].
pub(super) fn traits(served: &Served<'_>, predicates: &[String]) -> String {
    let mut traits = String::new();
    for (index, condition) in predicates.iter().enumerate() {
        let own = |action: &&&Action| predicate(&action.cfg).as_ref() == Some(condition);
        let actions = || served.actions.iter().filter(own);
        let names = ["Bound", "Rest"].into_iter();
        for name in names.filter(|name| actions().any(|action| bound_name(action) == *name)) {
            traits += &one(name, index, condition);
        }
    }
    traits
}

fn one(name: &str, index: usize, predicate: &str) -> String {
    format!(
        "/// `{name}`, where the `cfg` of its actions holds.\n\
         #[cfg({predicate})]\n\
         pub trait {name}If{index}<S>: ::tramline::codegen::{name}<S> {{}}\n\
         #[cfg({predicate})]\n\
         impl<S, M: ::tramline::codegen::{name}<S>> {name}If{index}<S> for M {{}}\n\
         /// `{name}`, where the `cfg` of its actions holds.\n\
         #[cfg(not({predicate}))]\n\
         pub trait {name}If{index}<S> {{}}\n\
         #[cfg(not({predicate}))]\n\
         impl<S, M> {name}If{index}<S> for M {{}}\n"
    )
}
