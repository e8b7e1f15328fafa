//! One row of the sealed table: a marker, and the facts of its action.

use super::format::{hexadecimal, literal};
use super::spell::{cfg_attribute, marker};
use crate::model::{Action, Api, ErrorId, ErrorVariant, Kind};

/// The row of an action, as the crate's root spells it.
pub(super) fn row(api: &Api, action: &Action) -> String {
    let marker = marker("tramline_actions::At", &action.module, &action.function);
    let kind = match action.kind {
        Kind::Action => "Action",
        Kind::Query => "Query",
    };
    let body_limit = match action.body_limit {
        Some(limit) => format!("::core::option::Option::Some({limit})"),
        None => "::core::option::Option::None".to_owned(),
    };
    format!(
        "{cfg}::tramline::codegen::Action::new::<{marker}>(&::tramline::codegen::ActionInfo {{\n\
             name: {name},\n\
             id: {id},\n\
             fingerprint: {fingerprint},\n\
             kind: ::tramline::codegen::Kind::{kind},\n\
             labels: &[{labels}],\n\
             body_limit: {body_limit},\n\
             errors: &[{errors}],\n\
         }}),\n",
        cfg = cfg_attribute(&action.cfg),
        name = literal(&action.name),
        id = hexadecimal(action.id, 12),
        fingerprint = hexadecimal(action.fingerprint, 12),
        labels = labels(action),
        errors = errors(api, action),
    )
}

fn labels(action: &Action) -> String {
    let label =
        |(key, value): &(String, String)| format!("({}, {}),", literal(key), literal(value));
    action.labels.iter().map(label).collect()
}

fn errors(api: &Api, action: &Action) -> String {
    let mut codes = Vec::new();
    for id in &action.output.errors {
        collect(api, *id, &mut Vec::new(), &mut codes);
    }
    codes
        .into_iter()
        .map(|(code, status)| {
            let code = literal(code);
            format!("::tramline::codegen::ErrorCode {{ code: {code}, status: {status} }},")
        })
        .collect()
}

/// Adds the codes of an error type, each once, following flattened variants.
fn collect<'api>(
    api: &'api Api,
    id: ErrorId,
    path: &mut Vec<ErrorId>,
    codes: &mut Vec<(&'api str, u16)>,
) {
    if path.contains(&id) {
        return;
    }
    path.push(id);
    for variant in &api.errors[id.0].variants {
        match variant {
            ErrorVariant::Declared { code, status, .. } => {
                if !codes.contains(&(code, *status)) {
                    codes.push((code, *status));
                }
            }
            ErrorVariant::Internal { .. } => {}
            ErrorVariant::Flatten { error, .. } => collect(api, *error, path, codes),
        }
    }
    path.pop();
}
