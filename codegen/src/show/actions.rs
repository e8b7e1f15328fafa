//! Actions.

use super::Pass;
use super::lines::Lines;
use super::routes::routes;
use super::types::ty;
use crate::model::{Action, Api, Encoding, Input, Lending, OutputShape, ParameterRole, Success};

pub(super) fn action(api: &Api, action: &Action, pass: Pass, lines: &mut Lines) {
    let kind = format!("{:?}", action.kind).to_lowercase();
    lines.line(format!("{kind} {} ({})", action.name, action.source));
    lines.below(|lines| {
        if pass >= Pass::Identify {
            lines.line(format!("id {:012x}", action.id));
            lines.line(format!("fingerprint {:012x}", action.fingerprint));
        }
        if pass >= Pass::Check {
            wire(action, lines);
        }
        for cfg in &action.cfg {
            lines.line(format!("cfg {cfg}"));
        }
        for name in &action.renamed_from {
            lines.line(format!("renamed from {name}"));
        }
        if let Some(reason) = &action.breaking {
            lines.line(format!("breaking: {reason}"));
        }
        if let Some(limit) = action.body_limit {
            lines.line(format!("body limit {limit}"));
        }
        for (key, value) in &action.labels {
            lines.line(format!("label {key} = {value:?}"));
        }
        routes(api, action, lines);
        if let Some(webhook) = &action.webhook {
            lines.line(format!(
                "posted to {} for {}",
                webhook.path, webhook.receiver
            ));
        }
        extracted(action, lines);
        input(api, action, lines);
        output(api, action, lines);
    });
}

fn wire(action: &Action, lines: &mut Lines) {
    let shaped = if action.shaped {
        ", decoded with its shape"
    } else {
        ""
    };
    match action.encoding {
        Encoding::Postcard => lines.line(format!("wire postcard{shaped}")),
        Encoding::Json => {
            lines.line("wire JSON");
            lines.below(|lines| {
                action
                    .json_reasons
                    .iter()
                    .for_each(|reason| lines.line(reason));
            });
        }
    }
}

fn extracted(action: &Action, lines: &mut Lines) {
    for parameter in &action.parameters {
        let ParameterRole::Extract(lending, _) = &parameter.role else {
            continue;
        };
        let lent = match lending {
            Lending::Moved => "",
            Lending::Shared => "&",
            Lending::Mutable => "&mut ",
        };
        lines.line(format!(
            "extract {}: {lent}{}",
            parameter.name, parameter.written
        ));
    }
}

fn input(api: &Api, action: &Action, lines: &mut Lines) {
    match &action.input {
        Input::None => {}
        Input::Struct(input) => lines.line(format!("takes {}", ty(api, input))),
        Input::Fields(fields) => {
            for field in fields {
                let optional = if field.optional { "?" } else { "" };
                let shown = ty(api, &field.ty);
                lines.line(format!("takes {}{optional}: {shown}", field.name));
            }
        }
    }
}

fn output(api: &Api, action: &Action, lines: &mut Lines) {
    let how = match action.output.shape {
        OutputShape::Value | OutputShape::Result => "",
        OutputShape::Reply | OutputShape::ResultReply => match action.success {
            Success::Ok => " in a reply",
            Success::Created => " as created",
            Success::Accepted => " as accepted",
        },
    };
    lines.line(format!("returns {}{how}", ty(api, &action.output.ok)));
    for error in &action.output.errors {
        lines.line(format!("fails with {}", api.errors[error.0].name));
    }
}
