//! What is different about a call of a webhook: the signature comes first, and the end is noted.

use super::action::Locals;
use crate::model::{Action, ParameterRole, WebhookRoute};

/// What the state has to give.
pub(super) fn bound(route: &WebhookRoute) -> String {
    let receiver = &route.receiver;
    format!(
        "{receiver}: ::tramline::FromRef<S> \
         + ::core::convert::AsRef<::tramline::webhook::Receiver>,\n"
    )
}

/// Goes on only with a delivery that is genuine and new.
pub(super) fn opening(route: &WebhookRoute, locals: &Locals) -> String {
    let Locals { call, body, .. } = locals;
    let receiver = &route.receiver;
    format!(
        "let ::core::option::Option::Some({body}) = {call}.posted::<{receiver}>().await? else {{\n\
             return ::tramline::codegen::webhook::seen();\n\
         }};\n"
    )
}

/// Decodes the whole body, where the function asks for it.
pub(super) fn input(action: &Action, locals: &Locals) -> String {
    let Locals { call, body, .. } = locals;
    let parameters = action.parameters.iter().zip(&locals.parameters);
    let wire = parameters.filter(|(one, _)| matches!(one.role, ParameterRole::Wire { .. }));
    wire.map(|(parameter, local)| {
        let ty = &parameter.written;
        format!("let {local} = {call}.event::<{ty}>(&{body})?;\n")
    })
    .collect()
}

/// Notes how the delivery ended, which is known when `outcome` is.
pub(super) fn end(outcome: &str, locals: &Locals) -> String {
    let Locals {
        body,
        outcome: name,
        ..
    } = locals;
    format!("let {name} = {outcome};\n{body}.end({name}).await")
}
