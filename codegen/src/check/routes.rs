//! Routes of all functions together.

use std::collections::BTreeMap;

use super::stem;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Action, Api, Method, Route, Segment};

/// What a route answers to: its segments, without the names of parameters, and its method.
type Answers<'a> = (Vec<Option<&'a str>>, Method);

/// No two routes answer to one request: what their parameters are called tells nobody apart.
pub(super) fn conflicts(api: &Api, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<Answers<'_>, (&Action, &Route)> = BTreeMap::new();
    for action in &api.actions {
        for route in &action.routes {
            let key = (shape(route), route.method);
            match first.get(&key) {
                Some((earlier, other)) => {
                    diagnostics.push(conflict((action, route), (earlier, other)));
                }
                None => {
                    first.insert(key, (action, route));
                }
            }
        }
    }
}

fn shape(route: &Route) -> Vec<Option<&str>> {
    let segments = route.segments.iter().map(|segment| match segment {
        Segment::Literal(text) => Some(text.as_str()),
        Segment::Parameter(_) => None,
    });
    segments.collect()
}

/// Shown at the later one, or at the one that can be changed here.
fn conflict(later: (&Action, &Route), earlier: (&Action, &Route)) -> Diagnostic {
    let (shown, other) = if later.0.package > earlier.0.package {
        (earlier, later)
    } else {
        (later, earlier)
    };
    let (method, path) = (shown.1.method.name(), shown.1.path());
    let title = format!("two routes answer to `{method} {path}`");
    let label = format!("this one leads to `{}`", shown.0.name);
    let words = format!("and this one to `{}`", other.0.name);
    let help = "change the method or a literal segment of one of them";
    Diagnostic::new(Rule::RouteConflict, shown.1.location, title, label, help)
        .context(other.1.location, words)
        .stem(stem(shown.0))
        .stem(stem(other.0))
}
