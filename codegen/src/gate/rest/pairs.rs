//! Which route of the present is which of the past.

use super::after_sunset;
use crate::compatibility::Part;
use crate::gate::finding::{Facts, Finding};
use crate::gate::rules;
use crate::gate::state::{Served, State};
use crate::model::Location;
use crate::routes::RouteContract;

/// One route, then and now, with the functions that it led and leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    pub(super) function: &'a Served,
    pub(super) route: &'a RouteContract,
    /// In the present source.
    pub(super) location: Option<Location>,
}

/// The routes that still lead somewhere, and findings about those that do not.
pub(super) fn pairs<'a>(old: &'a State, new: &'a State, now: i64) -> (Vec<Pair<'a>>, Vec<Finding>) {
    let mut pairs = Vec::new();
    let mut gone = Vec::new();
    for old in sides(old) {
        match sides(new).find(|new| new.route.address() == old.route.address()) {
            Some(new) => pairs.push(Pair { old, new }),
            None => gone.push(old),
        }
    }
    let is_known = |one: &Side<'_>| {
        let mut known = pairs.iter().map(|pair| pair.new.route);
        known.any(|route| route.address() == one.route.address())
    };
    let fresh: Vec<Side<'_>> = sides(new).filter(|one| !is_known(one)).collect();
    let findings = gone.iter().map(|one| lost(*one, &gone, &fresh, now));
    let findings = findings.collect();
    (pairs, findings)
}

fn sides(state: &State) -> impl Iterator<Item = Side<'_>> {
    let functions = state.served.iter();
    functions.flat_map(|function| {
        let routes = function.routes.iter();
        routes.map(move |(route, location)| Side {
            function,
            route,
            location: *location,
        })
    })
}

/// A route that leads nowhere any more.
fn lost(one: Side<'_>, gone: &[Side<'_>], fresh: &[Side<'_>], now: i64) -> Finding {
    let part = Part::Route(one.route.title());
    let finding = match successor(one, gone, fresh) {
        Some(new) => {
            let facts = Facts {
                action: &new.function.name,
                part,
                path: String::new(),
                was: one.route.title(),
                is: new.route.title(),
            };
            Finding::new(&rules::ROUTE_MOVED, facts, new.location)
        }
        None => {
            let facts = Facts {
                action: &one.function.name,
                part,
                path: String::new(),
                was: String::new(),
                is: String::new(),
            };
            Finding::new(&rules::ROUTE_REMOVED, facts, None)
        }
    };
    Finding {
        allowed: after_sunset(one.route, now),
        ..finding
    }
}

/// The only new route of the function, where this is the only one that it lost.
fn successor<'a>(one: Side<'_>, gone: &[Side<'_>], fresh: &[Side<'a>]) -> Option<Side<'a>> {
    let is_of = |side: &&Side<'_>| side.function.is_called(&one.function.name);
    let lost = gone.iter().filter(is_of).count();
    let found: Vec<&Side<'a>> = fresh.iter().filter(|side| is_of(side)).collect();
    match found[..] {
        [only] if lost == 1 => Some(*only),
        _ => None,
    }
}
