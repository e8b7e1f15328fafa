//! The file of one function: how a call of it goes.

use super::format::{identifier, literal};
use super::marker::{self, Marker};
use super::webhook;
use crate::model::{
    Action, Encoding, Input, Lending, Output, OutputShape, Parameter, ParameterRole, Type,
};

/// The implementation of `Bound` for the marker of the functions that share the file.
pub(super) fn implementation(actions: &[(&Action, &Marker)]) -> String {
    let (action, marker) = actions[0];
    let errors = errors(action);
    let authentication = authentication(action);
    let constants =
        format!("const ERRORS: ::tramline::codegen::Errors = &[{errors}];\n{authentication}");
    let mut code = marker.proof(action);
    code += &with_method(Door::Rpc, &constants, actions, marker);
    let routed = actions
        .iter()
        .filter(|(action, _)| !action.routes.is_empty());
    let routed: Vec<(&Action, &Marker)> = routed.copied().collect();
    if !routed.is_empty() {
        code += &with_method(Door::Rest, "", &routed, marker);
    }
    code
}

/// Which calls a method answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    /// Those of generated clients.
    Rpc,
    /// Those by a route.
    Rest,
}

/// The implementation of one trait, whose method answers the calls of a door.
fn with_method(
    door: Door,
    constants: &str,
    actions: &[(&Action, &Marker)],
    marker: &Marker,
) -> String {
    let (action, _) = actions[0];
    let (implemented, method) = match door {
        Door::Rpc => ("Bound", "call"),
        Door::Rest => ("Rest", "rest"),
    };
    format!(
        "{allow}\
         impl<S> ::tramline::codegen::{implemented}<S> for {marker}\n\
         where S: ::core::marker::Send + ::core::marker::Sync + 'static,\n{bounds}\
         {{\n\
             {constants}\
             async fn {method}(mut {call}: ::tramline::codegen::Call<S>) \
                 -> ::tramline::codegen::Outcome {{\n{body}}}\n\
         }}\n",
        allow = allowances(action),
        marker = marker.here(action),
        bounds = bounds(action),
        call = Locals::new(action).call,
        body = bodies(door, actions),
    )
}

/// What a call does. Names that are written alike may stand for types that travel differently, so
/// functions that share the file may differ in it.
fn bodies(door: Door, actions: &[(&Action, &Marker)]) -> String {
    let mut kinds: Vec<(String, Vec<&Action>)> = Vec::new();
    for (action, _) in actions {
        let body = body(door, action);
        match kinds.iter_mut().find(|(other, _)| *other == body) {
            Some((_, alike)) => alike.push(action),
            None => kinds.push((body, vec![action])),
        }
    }
    let last = kinds.pop().map(|(body, _)| body).unwrap_or_default();
    if kinds.is_empty() {
        return last;
    }
    kinds
        .into_iter()
        .rfold(format!("{{\n{last}}}\n"), |rest, (body, alike)| {
            let chosen = marker::is_one_of(&alike);
            format!("if const {{ {chosen} }} {{\n{body}}} else {rest}")
        })
}

/// An expression given as a default may be one that clippy would rather see elsewhere.
fn allowances(action: &Action) -> &'static str {
    let has_default = action
        .parameters
        .iter()
        .any(|parameter| matches!(&parameter.role, ParameterRole::Wire { default: Some(_) }));
    if has_default {
        "#[allow(clippy::allow_attributes, clippy::redundant_closure, \
         clippy::unnecessary_lazy_evaluations, clippy::unwrap_or_default, \
         reason = \"a default may be any expression\")]\n"
    } else {
        ""
    }
}

/// The types of the `#[extract]` parameters, each once.
fn extractors(action: &Action) -> Vec<String> {
    let mut types = Vec::new();
    for parameter in &action.parameters {
        // No lifetime is in scope beside a function.
        let written = parameter.written.replace("'_", "'static");
        if matches!(parameter.role, ParameterRole::Extract(..)) && !types.contains(&written) {
            types.push(written);
        }
    }
    types
}

fn bounds(action: &Action) -> String {
    let bound = |ty: String| format!("{ty}: ::tramline::Extract<S>,\n");
    let webhook = action.webhook.iter().map(webhook::bound);
    extractors(action)
        .into_iter()
        .map(bound)
        .chain(webhook)
        .collect()
}

fn errors(action: &Action) -> String {
    let refusals = |ty: String| format!("::tramline::codegen::refusals::<S, {ty}>(),");
    let mut errors: String = extractors(action).into_iter().map(refusals).collect();
    if let Some(written) = &action.output.written {
        errors += &format!("::tramline::codegen::errors::<{written}>()");
    }
    errors
}

/// What rustc holds against the ways that were read; nothing extracts none.
fn authentication(action: &Action) -> String {
    let accepts = |ty: String| format!("::tramline::codegen::authentication::<S, {ty}>(),");
    let all: String = extractors(action).into_iter().map(accepts).collect();
    match all.is_empty() {
        true => String::new(),
        false => {
            format!("const AUTHENTICATION: ::tramline::codegen::Authentications = &[{all}];\n")
        }
    }
}

fn body(door: Door, action: &Action) -> String {
    let locals = Locals::new(action);
    let mut body = match &action.webhook {
        Some(route) => webhook::opening(route, &locals),
        None => String::new(),
    };
    for (parameter, local) in action.parameters.iter().zip(&locals.parameters) {
        if let ParameterRole::Extract(lending, _) = parameter.role {
            body += &extraction(parameter, lending, local, &locals.call);
        }
    }
    body += &match (door, &action.webhook) {
        (_, Some(_)) => webhook::input(action, &locals),
        (Door::Rpc, None) => input(action, &locals),
        (Door::Rest, None) => rest_input(action, &locals),
    };
    body += &validation(action, &locals);
    body + &outcome(door, action, &locals)
}

fn extraction(parameter: &Parameter, lending: Lending, local: &str, call: &str) -> String {
    let mutable = match lending {
        Lending::Mutable => "mut ",
        Lending::Moved | Lending::Shared => "",
    };
    let written = &parameter.written;
    format!("let {mutable}{local} = {call}.extract::<{written}>().await?;\n")
}

fn input(action: &Action, locals: &Locals) -> String {
    let Locals { call, body, .. } = locals;
    let wire: Vec<(&Parameter, &str)> = wired(action, locals).collect();
    let names = || wire.iter().map(|(_, local)| *local);
    let types = || wire.iter().map(|(parameter, _)| wire_type(parameter));
    let how = match (action.encoding, action.shaped) {
        (Encoding::Json, _) => "json_",
        (Encoding::Postcard, true) => "shaped_",
        (Encoding::Postcard, false) => "",
    };
    let decode = |pattern: String, step: &str, ty: String, names: &str| {
        format!(
            "let {body} = {call}.body().await?;\n\
             let {pattern} = {call}.{how}{step}::<{ty}>(&{body}{names})?;\n"
        )
    };
    match action.input {
        Input::None => format!("{call}.no_input().await?;\n"),
        Input::Struct(_) => decode(names().collect(), "input", types().collect(), ""),
        Input::Fields(_) if action.encoding == Encoding::Json => {
            let literals = wire.iter().map(|(parameter, _)| literal(&parameter.name));
            let list = format!(", &[{}]", join(literals));
            decode(pairs(names()), "fields", pairs(types()), &list)
        }
        Input::Fields(_) => decode(tuple(names()), "fields", tuple(types()), ""),
    }
}

/// The input as a route has it: in the path, the query and the body.
fn rest_input(action: &Action, locals: &Locals) -> String {
    let Locals { call, body, .. } = locals;
    let wire: Vec<(&Parameter, &str)> = wired(action, locals).collect();
    let names = || wire.iter().map(|(_, local)| *local);
    let types = || {
        wire.iter()
            .map(|(parameter, _)| rest_type(action, parameter))
    };
    let decode = |pattern: String, step: &str, ty: String, names: &str| {
        format!(
            "let {body} = {call}.rest_input().await?;\n\
             let {pattern} = {call}.{step}::<{ty}>(&{body}{names})?;\n"
        )
    };
    match action.input {
        Input::None => format!("{call}.no_rest_input().await?;\n"),
        Input::Struct(_) => decode(names().collect(), "rest", types().collect(), ""),
        Input::Fields(_) => {
            let literals = wire.iter().map(|(parameter, _)| literal(&parameter.name));
            let list = format!(", &[{}]", join(literals));
            decode(pairs(names()), "rest_fields", pairs(types()), &list)
        }
    }
}

/// What a route decodes: text has to be decoded before it can be lent.
fn rest_type(action: &Action, parameter: &Parameter) -> String {
    match (&parameter.role, is_text(action, parameter)) {
        (ParameterRole::Wire { default: Some(_) }, true) => {
            format!("::core::option::Option<{TEXT}>")
        }
        (_, true) => TEXT.to_owned(),
        (_, false) => wire_type(parameter),
    }
}

const TEXT: &str = "::std::borrow::Cow<'_, str>";

/// Whether the parameter is a `&str`.
fn is_text(action: &Action, parameter: &Parameter) -> bool {
    match &action.input {
        Input::Fields(fields) => fields
            .iter()
            .any(|field| field.name == parameter.name && field.rust.is_text()),
        Input::None | Input::Struct(_) => false,
    }
}

/// The parameters that come from the caller, with their variables.
fn wired<'a>(
    action: &'a Action,
    locals: &'a Locals,
) -> impl Iterator<Item = (&'a Parameter, &'a str)> {
    let parameters = action.parameters.iter();
    parameters
        .zip(locals.parameters.iter().map(String::as_str))
        .filter(|(parameter, _)| matches!(parameter.role, ParameterRole::Wire { .. }))
}

/// Holds inputs against the rules that their types have.
fn validation(action: &Action, locals: &Locals) -> String {
    let call = &locals.call;
    let mut steps = String::new();
    for (parameter, local) in action.parameters.iter().zip(&locals.parameters) {
        let Some(renames) = &parameter.renames else {
            continue;
        };
        let renames = renames
            .iter()
            .map(|(way, pointer)| format!("({}, {})", literal(way), literal(pointer)));
        let renames = join(renames);
        steps += &match action.input {
            Input::Fields(_) => {
                let name = literal(&parameter.name);
                format!("{call}.validate_parameter({name}, &{local}, &[{renames}])?;\n")
            }
            Input::Struct(_) | Input::None => {
                format!("{call}.validate(&{local}, &[{renames}])?;\n")
            }
        };
    }
    steps
}

/// `(A, B,)`
fn tuple(parts: impl Iterator<Item: AsRef<str>>) -> String {
    format!("({},)", join(parts))
}

/// `(A, (B, ()))`
fn pairs(parts: impl DoubleEndedIterator<Item: AsRef<str>>) -> String {
    parts.rfold("()".to_owned(), |rest, part| {
        format!("({}, {rest})", part.as_ref())
    })
}

fn wire_type(parameter: &Parameter) -> String {
    match &parameter.role {
        ParameterRole::Wire { default: Some(_) } => {
            format!("::core::option::Option<{}>", parameter.written)
        }
        _ => parameter.written.clone(),
    }
}

fn join(parts: impl Iterator<Item: AsRef<str>>) -> String {
    let parts: Vec<_> = parts.collect();
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    parts.join(", ")
}

/// Calls the function, encodes what it returns, and then ends what was lent to it, the last first.
fn outcome(door: Door, action: &Action, locals: &Locals) -> String {
    let encoder = match (door, action.encoding) {
        _ if action.webhook.is_some() => "::tramline::codegen::rest",
        (Door::Rest, _) => "::tramline::codegen::rest",
        (Door::Rpc, Encoding::Json) => "::tramline::codegen::json",
        (Door::Rpc, Encoding::Postcard) => "::tramline::codegen",
    };
    let kind = match action.output.shape {
        OutputShape::Value => "value",
        OutputShape::Result => "result",
        OutputShape::Reply => "reply",
        OutputShape::ResultReply => "result_reply",
    };
    let function = identifier(&action.function);
    let parameters = action.parameters.iter().zip(&locals.parameters);
    let arguments = join(parameters.clone().map(|(parameter, local)| {
        let is_decoded = door == Door::Rest && is_text(action, parameter);
        argument(parameter, local, is_decoded)
    }));
    let mut steps = String::new();
    let returned = format!("{function}({arguments}).await");
    let answer = if is_unit(&action.output) {
        // As an argument, clippy would call it confusing, in the user's own build.
        steps += &format!("let () = {returned};\n");
        format!("{encoder}::{kind}(())")
    } else {
        format!("{encoder}::{kind}({returned})")
    };

    let is_lent = |parameter: &Parameter| {
        matches!(
            parameter.role,
            ParameterRole::Extract(Lending::Shared | Lending::Mutable, _)
        )
    };
    let lent = parameters.filter(|(parameter, _)| is_lent(parameter));
    let mut last = answer;
    for (_, local) in lent.rev() {
        let Locals { call, outcome, .. } = locals;
        steps += &format!("let {outcome} = {last};\n");
        last = format!("{call}.finish({local}, {outcome}).await");
    }
    if action.webhook.is_some() {
        last = webhook::end(&last, locals);
    }
    steps + &last
}

/// Whether the function returns nothing at all.
fn is_unit(output: &Output) -> bool {
    matches!((output.shape, &output.ok), (OutputShape::Value, Type::Unit))
}

fn argument(parameter: &Parameter, local: &str, is_decoded_text: bool) -> String {
    match &parameter.role {
        ParameterRole::Wire {
            default: Some(default),
        } if is_decoded_text => format!("{local}.as_deref().unwrap_or_else(|| {default})"),
        ParameterRole::Wire { default: None } if is_decoded_text => format!("&{local}"),
        ParameterRole::Extract(Lending::Shared, _) => format!("&{local}"),
        ParameterRole::Extract(Lending::Mutable, _) => format!("&mut {local}"),
        ParameterRole::Wire {
            default: Some(default),
        } => format!("{local}.unwrap_or_else(|| {default})"),
        _ => local.to_owned(),
    }
}

/// The names of local variables: the parameters' own, and ours, none of which hides another or the
/// function.
pub(super) struct Locals {
    pub(super) parameters: Vec<String>,
    pub(super) call: String,
    pub(super) body: String,
    pub(super) outcome: String,
}

impl Locals {
    fn new(action: &Action) -> Self {
        let mut taken = vec![identifier(&action.function)];
        let parameters = action
            .parameters
            .iter()
            // A name that says "unused" is used here.
            .map(|parameter| fresh(parameter.name.trim_start_matches('_'), &mut taken))
            .collect();
        Self {
            parameters,
            call: fresh("call", &mut taken),
            body: fresh("body", &mut taken),
            outcome: fresh("outcome", &mut taken),
        }
    }
}

fn fresh(wish: &str, taken: &mut Vec<String>) -> String {
    let wish = if wish.is_empty() { "argument" } else { wish };
    let mut name = identifier(wish);
    while taken.contains(&name) {
        name = format!("{}_", name.trim_start_matches("r#"));
    }
    taken.push(name.clone());
    name
}
