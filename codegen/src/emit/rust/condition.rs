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
    match predicates
        .iter()
        .position(|known| Some(known) == own.as_ref())
    {
        Some(index) => format!("tramline_actions::BoundIf{index}<S>"),
        None => "::tramline::codegen::Bound<S>".to_owned(),
    }
}

/// The traits behind [`bound`].
pub(super) fn traits(predicates: &[String]) -> String {
    predicates
        .iter()
        .enumerate()
        .map(|(index, predicate)| {
            format!(
                "/// `Bound`, where the `cfg` of its actions holds.\n\
                 #[cfg({predicate})]\n\
                 pub trait BoundIf{index}<S>: ::tramline::codegen::Bound<S> {{}}\n\
                 #[cfg({predicate})]\n\
                 impl<S, M: ::tramline::codegen::Bound<S>> BoundIf{index}<S> for M {{}}\n\
                 /// `Bound`, where the `cfg` of its actions holds.\n\
                 #[cfg(not({predicate}))]\n\
                 pub trait BoundIf{index}<S> {{}}\n\
                 #[cfg(not({predicate}))]\n\
                 impl<S, M> BoundIf{index}<S> for M {{}}\n"
            )
        })
        .collect()
}
