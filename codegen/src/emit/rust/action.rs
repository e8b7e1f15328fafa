//! The file of one function: how a call of it goes.

use super::format::{identifier, literal};
use super::marker::{self, Marker};
use crate::model::{
    Action, Encoding, Input, Lending, Output, OutputShape, Parameter, ParameterRole, Type,
};

/// The implementation of `Bound` for the marker of the functions that share the file.
pub(super) fn implementation(actions: &[(&Action, &Marker)]) -> String {
    let (action, marker) = actions[0];
    format!(
        "{proof}{allow}\
         impl<S> ::tramline::codegen::Bound<S> for {marker}\n\
         where S: ::core::marker::Send + ::core::marker::Sync + 'static,\n{bounds}\
         {{\n\
             const ERRORS: ::tramline::codegen::Errors = &[{errors}];\n{authentication}\
             async fn call(mut {call}: ::tramline::codegen::Call<S>) \
                 -> ::tramline::codegen::Outcome {{\n{body}}}\n\
         }}\n",
        proof = marker.proof(action),
        allow = allowances(action),
        marker = marker.here(action),
        bounds = bounds(action),
        errors = errors(action),
        authentication = authentication(action),
        call = Locals::new(action).call,
        body = bodies(actions),
    )
}

/// What a call does. Names that are written alike may stand for types that travel differently, so
/// functions that share the file may differ in it.
fn bodies(actions: &[(&Action, &Marker)]) -> String {
    let mut kinds: Vec<(String, Vec<&Action>)> = Vec::new();
    for (action, _) in actions {
        let body = body(action);
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
    extractors(action).into_iter().map(bound).collect()
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

fn body(action: &Action) -> String {
    let locals = Locals::new(action);
    let mut body = String::new();
    for (parameter, local) in action.parameters.iter().zip(&locals.parameters) {
        if let ParameterRole::Extract(lending, _) = parameter.role {
            body += &extraction(parameter, lending, local, &locals.call);
        }
    }
    body += &input(action, &locals);
    body + &outcome(action, &locals)
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
    let wire: Vec<(&Parameter, &str)> = action
        .parameters
        .iter()
        .zip(locals.parameters.iter().map(String::as_str))
        .filter(|(parameter, _)| matches!(parameter.role, ParameterRole::Wire { .. }))
        .collect();
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
fn outcome(action: &Action, locals: &Locals) -> String {
    let door = match action.encoding {
        Encoding::Json => "::tramline::codegen::json",
        Encoding::Postcard => "::tramline::codegen",
    };
    let kind = match action.output.shape {
        OutputShape::Value => "value",
        OutputShape::Result => "result",
        OutputShape::Reply => "reply",
        OutputShape::ResultReply => "result_reply",
    };
    let function = identifier(&action.function);
    let parameters = action.parameters.iter().zip(&locals.parameters);
    let arguments = join(
        parameters
            .clone()
            .map(|(parameter, local)| argument(parameter, local)),
    );
    let mut steps = String::new();
    let returned = format!("{function}({arguments}).await");
    let answer = if is_unit(&action.output) {
        // As an argument, clippy would call it confusing, in the user's own build.
        steps += &format!("let () = {returned};\n");
        format!("{door}::{kind}(())")
    } else {
        format!("{door}::{kind}({returned})")
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
    steps + &last
}

/// Whether the function returns nothing at all.
fn is_unit(output: &Output) -> bool {
    matches!((output.shape, &output.ok), (OutputShape::Value, Type::Unit))
}

fn argument(parameter: &Parameter, local: &str) -> String {
    match &parameter.role {
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
struct Locals {
    parameters: Vec<String>,
    call: String,
    body: String,
    outcome: String,
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
