//! Every way that leads to an action.

use super::list::{Deprecated, Listed, Wire, listed};
use super::reading::Reading;
use crate::model::{Action, Method, Route};

/// The door for generated clients or third parties, where there is one, then the routes.
pub(super) fn of(reading: &Reading, action: &Action) -> Vec<Listed> {
    let first = listed(reading, action);
    let routes = action.routes.iter();
    let mut doors: Vec<Listed> = routes.map(|route| by_route(route, &first)).collect();
    if action.rpc || doors.is_empty() {
        doors.insert(0, first);
    }
    doors
}

fn by_route(route: &Route, action: &Listed) -> Listed {
    Listed {
        door: "rest",
        methods: methods(route.method),
        path: route.path(),
        // Routes speak JSON by nature.
        wire: Wire::Json(Vec::new()),
        // What generated clients were promised does not bind it.
        lock: None,
        deprecated: route.deprecation.as_ref().map(|deprecation| Deprecated {
            since: deprecation.since.clone(),
            sunset: deprecation.sunset.clone(),
        }),
        ..action.clone()
    }
}

fn methods(method: Method) -> &'static [&'static str] {
    match method {
        Method::Get => &["GET", "HEAD"],
        Method::Post => &["POST"],
        Method::Put => &["PUT"],
        Method::Patch => &["PATCH"],
        Method::Delete => &["DELETE"],
    }
}
