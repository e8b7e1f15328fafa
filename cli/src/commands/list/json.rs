//! The list for programs.

use serde_json::{Map, Value, json};
use tramline_codegen::command::{Deprecated, Extractor, Listed, LockState, Wire};

pub(super) fn list(package: &str, actions: &[&Listed]) -> String {
    let actions: Vec<Value> = actions.iter().map(|action| listed(action)).collect();
    let list = json!({ "package": package, "actions": actions });
    format!("{list:#}\n")
}

fn listed(action: &Listed) -> Value {
    let (wire, because) = match &action.wire {
        Wire::Postcard => ("postcard", &[][..]),
        Wire::Json(reasons) => ("json", reasons.as_slice()),
    };
    let labels = action.labels.iter().cloned();
    let labels: Map<String, Value> = labels.map(|(key, value)| (key, value.into())).collect();
    let errors = action.errors.iter();
    let errors: Vec<Value> = errors
        .map(|(code, status)| json!({ "code": code, "status": status }))
        .collect();
    json!({
        "door": action.door,
        "name": action.name,
        "kind": action.kind,
        "methods": action.methods,
        "path": action.path,
        "id": action.id,
        "fingerprint": action.fingerprint,
        "wire": wire,
        "because": because,
        "takes": action.takes,
        "extractors": action.extractors.iter().map(extractor).collect::<Vec<_>>(),
        "authentication": action.authentication,
        "guarded": action.is_guarded(),
        "body_limit": action.body_limit,
        "labels": labels,
        "errors": errors,
        "source": action.source,
        "line": action.line,
        "lock": action.lock.map(lock),
        "deprecated": action.deprecated.as_ref().map(deprecated),
    })
}

fn lock(state: LockState) -> Value {
    json!({
        "state": state.promise.to_string(),
        "go_on": state.go_on,
        "refused": state.refused,
    })
}

fn deprecated(deprecated: &Deprecated) -> Value {
    json!({ "since": deprecated.since, "sunset": deprecated.sunset })
}

fn extractor(extractor: &Extractor) -> Value {
    json!({
        "type": extractor.written,
        "guards": extractor.guards,
        "errors": extractor.codes,
    })
}
