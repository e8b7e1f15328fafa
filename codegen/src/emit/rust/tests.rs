//! The text of single files; whole packages are compiled in `tests/golden`.

use super::action::implementation;
use super::{format, marker};
use crate::model::{
    Action, Api, Encoding, Input, Kind, Lending, Location, Output, OutputShape, PackageId,
    Parameter, ParameterRole, Refuses, Type,
};

fn extract(lending: Lending) -> ParameterRole {
    ParameterRole::Extract(lending, Refuses::Nothing)
}

fn parameter(name: &str, written: &str, role: ParameterRole) -> Parameter {
    Parameter {
        name: name.into(),
        role,
        written: written.into(),
        renames: None,
    }
}

fn action(function: &str, parameters: Vec<Parameter>, input: Input, shape: OutputShape) -> Action {
    Action {
        name: function.into(),
        id: 1,
        fingerprint: 2,
        schema: String::new(),
        kind: Kind::Action,
        package: PackageId(0),
        module: Vec::new(),
        function: function.into(),
        stem: function.into(),
        cfg: Vec::new(),
        docs: String::new(),
        location: Location::default(),
        source: "src/lib.rs".into(),
        parameters,
        input,
        output: Output {
            shape,
            ok: Type::Unit,
            errors: Vec::new(),
            written: matches!(shape, OutputShape::Result).then(|| "Result<(), E>".into()),
        },
        renamed_from: Vec::new(),
        breaking: None,
        body_limit: None,
        labels: Vec::new(),
        encoding: Encoding::Postcard,
        json_reasons: Vec::new(),
        shaped: false,
        routes: Vec::new(),
        rpc: true,
        cache: None,
        authentication: Vec::new(),
        success: crate::model::Success::Ok,
        webhook: None,
    }
}

#[track_caller]
fn check(action: &Action, body: &str) {
    let text = format::file(
        &Api::default(),
        "src/lib.rs",
        &implementation(&[(action, &marker::of(&[action])[0])]),
    );
    let (_, rest) = text.split_once("Outcome {\n").unwrap();
    let (actual, _) = rest.split_once("    }\n").unwrap();
    let actual: Vec<&str> = actual.lines().map(str::trim).collect();
    let expect: Vec<&str> = body.lines().map(str::trim).collect();
    assert_eq!(actual, expect, "{text}");
}

#[test]
fn nothing_hides_the_function_or_a_parameter() {
    let parameters = vec![
        parameter("_body", "A", extract(Lending::Moved)),
        parameter("call", "B", ParameterRole::Wire { default: None }),
    ];
    check(
        &action(
            "call",
            parameters,
            Input::Struct(Type::Unit),
            OutputShape::Value,
        ),
        "let body = call__.extract::<A>().await?;\n\
         let body_ = call__.body().await?;\n\
         let call_ = call__.input::<B>(&body_)?;\n\
         let () = call(body, call_).await;\n\
         ::tramline::codegen::value(())",
    );
}

#[test]
fn what_is_lent_is_finished_the_last_first() {
    let parameters = vec![
        parameter("a", "A", extract(Lending::Mutable)),
        parameter("b", "B", extract(Lending::Shared)),
    ];
    check(
        &action("go", parameters, Input::None, OutputShape::Result),
        "let mut a = call.extract::<A>().await?;\n\
         let b = call.extract::<B>().await?;\n\
         call.no_input().await?;\n\
         let outcome = ::tramline::codegen::result(go(&mut a, &b).await);\n\
         let outcome = call.finish(b, outcome).await;\n\
         call.finish(a, outcome).await",
    );
}

#[test]
fn a_default_stands_in_at_the_call() {
    let default = ParameterRole::Wire {
        default: Some("DEFAULT".into()),
    };
    check(
        &action(
            "match",
            vec![parameter("type", "u32", default)],
            Input::Fields(Vec::new()),
            OutputShape::Reply,
        ),
        "let body = call.body().await?;\n\
         let (r#type,) = call.fields::<(::core::option::Option<u32>,)>(&body)?;\n\
         ::tramline::codegen::reply(r#match(r#type.unwrap_or_else(|| DEFAULT)).await)",
    );
}

#[test]
fn the_wire_decides_how_a_call_decodes() {
    let wire = || ParameterRole::Wire { default: None };
    let parameters = || vec![parameter("a", "A", wire()), parameter("b", "B", wire())];
    let mut fields = action(
        "go",
        parameters(),
        Input::Fields(Vec::new()),
        OutputShape::Value,
    );
    fields.shaped = true;
    check(
        &fields,
        "let body = call.body().await?;\n\
         let (a, b) = call.shaped_fields::<(A, B)>(&body)?;\n\
         let () = go(a, b).await;\n\
         ::tramline::codegen::value(())",
    );
    fields.shaped = false;
    fields.encoding = Encoding::Json;
    check(
        &fields,
        "let body = call.body().await?;\n\
         let (a, (b, ())) = call.json_fields::<(A, (B, ()))>(&body, &[\"a\", \"b\"])?;\n\
         let () = go(a, b).await;\n\
         ::tramline::codegen::json::value(())",
    );
    let mut input = action(
        "go",
        vec![parameter("a", "A", wire())],
        Input::Struct(Type::Unit),
        OutputShape::Result,
    );
    input.encoding = Encoding::Json;
    check(
        &input,
        "let body = call.body().await?;\n\
         let a = call.json_input::<A>(&body)?;\n\
         ::tramline::codegen::json::result(go(a).await)",
    );
}
