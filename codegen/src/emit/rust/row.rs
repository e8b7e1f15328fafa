//! The facts of an action, and its row in the sealed table.

use super::format::{hexadecimal, literal};
use super::spell::cfg_attribute;
use crate::model::{Action, Api, Authentication, ErrorId, ErrorVariant, Kind};

/// The row of an action by its marker, as the crate's root spells it.
pub(super) fn row(action: &Action, marker: &str) -> String {
    let cfg = cfg_attribute(&action.cfg);
    let marker = format!("tramline_actions::{marker}");
    let (new, more, then) = match (action.routes.is_empty(), action.rpc) {
        (true, _) => match &action.webhook {
            Some(route) => (
                "webhook",
                format!(", {}", literal(&route.path)),
                String::new(),
            ),
            None => ("new", String::new(), String::new()),
        },
        (false, true) => (
            "new",
            String::new(),
            format!(".rest::<{marker}>({marker}::ROUTES)"),
        ),
        (false, false) => ("rest_only", format!(", {marker}::ROUTES"), String::new()),
    };
    format!(
        "{cfg}::tramline::codegen::Action::{new}::<{marker}>\
         ({marker}::INFO, {marker}::WIRE{more}){then},\n"
    )
}

/// The facts of an action, as a constant of its marker.
pub(super) fn info(api: &Api, action: &Action, marker: &str) -> String {
    let kind = match action.kind {
        Kind::Action => "Action",
        Kind::Query => "Query",
    };
    let body_limit = match action.body_limit {
        Some(limit) => format!("::core::option::Option::Some({limit})"),
        None => "::core::option::Option::None".to_owned(),
    };
    format!(
        "{cfg}impl {marker} {{\n\
         pub(super) const INFO: &'static ::tramline::codegen::ActionInfo = \
         &::tramline::codegen::ActionInfo {{\n\
             name: {name},\n\
             id: {id},\n\
             former_ids: &[{former_ids}],\n\
             fingerprint: {fingerprint},\n\
             kind: ::tramline::codegen::Kind::{kind},\n\
             labels: &[{labels}],\n\
             body_limit: {body_limit},\n\
             errors: &[{errors}],\n\
             authentication: &[{authentication}],\n\
         }};\n\
         }}\n",
        cfg = cfg_attribute(&action.cfg),
        name = literal(&action.name),
        id = hexadecimal(action.id, 12),
        former_ids = former_ids(action),
        fingerprint = hexadecimal(action.fingerprint, 12),
        labels = labels(action),
        errors = errors(api, action),
        authentication = authentication(action),
    )
}

fn former_ids(action: &Action) -> String {
    action
        .former_ids()
        .map(|id| format!("{},", hexadecimal(id, 12)))
        .collect()
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
            format!("::tramline::codegen::error({code}, {status}),")
        })
        .collect()
}

pub(super) fn authentication(action: &Action) -> String {
    let way = |way: &Authentication| {
        let way = match way {
            Authentication::Bearer => "Bearer".to_owned(),
            Authentication::Cookie(name) => format!("Cookie({})", literal(name)),
            Authentication::ApiKey(name) => format!("ApiKey({})", literal(name)),
        };
        format!("::tramline::codegen::Authentication::{way},")
    };
    action.authentication.iter().map(way).collect()
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
