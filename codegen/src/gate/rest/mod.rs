//! What users of REST meet. They know methods and paths and nothing of functions, so routes are held
//! against each other by their addresses, whatever they lead to.

mod changes;
mod pairs;
mod schemas;
#[cfg(test)]
mod tests;

use tramline_syntax::date::Date;

use self::pairs::pairs;
use super::finding::Finding;
use super::state::State;
use crate::routes::RouteContract;

/// What users of routes meet, but for what open clients meet as well.
///
/// From the day of its sunset on, a route may be gone or changed. `now`, in seconds since 1970, is
/// compared with what was promised; nothing here asks a clock.
pub(super) fn of_routes(old: &State, new: &State, now: i64) -> Vec<Finding> {
    let (pairs, mut findings) = pairs(old, new, now);
    for pair in &pairs {
        findings.extend(changes::of_pair(pair, now));
        findings.extend(schemas::of_pair(pair, now));
    }
    findings
}

/// Marks what open clients meet and users of routes as well.
pub(super) fn mark(findings: &mut [Finding], old: &State, new: &State, now: i64) {
    let (pairs, _) = pairs(old, new, now);
    for finding in findings {
        finding.rest = pairs
            .iter()
            .any(|pair| schemas::concerns(finding, pair, now));
    }
}

/// Why a change of a route is let through, if it may be gone by now.
fn after_sunset(route: &RouteContract, now: i64) -> Option<String> {
    let sunset = route.sunset.as_deref()?;
    let is_past = Date::parse(sunset).is_some_and(|sunset| sunset.unix() <= now);
    is_past.then(|| format!("its sunset was on {sunset}"))
}
