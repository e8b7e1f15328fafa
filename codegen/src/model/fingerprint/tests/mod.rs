//! What changes a fingerprint, and what does not. Types are written as in Rust, by macros.

mod layouts;
mod properties;

use super::identify;
use crate::model::{
    Action, Api, Body, Definition, DefinitionId, Encoding, Enum, Field, Fields, Input, InputField,
    Kind, Location, Output, OutputShape, PackageId, Reach, RustType, Scalar, Tagging, Type,
    Variant,
};

const U64: Type = Type::Scalar(Scalar::U64);
const U32: Type = Type::Scalar(Scalar::U32);

fn field(name: &str, ty: Type) -> Field {
    Field::new(name, ty, RustType::Tuple(Vec::new()), Location::default())
}

fn list(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

fn option(ty: Type) -> Type {
    Type::Option(Box::new(ty))
}

fn named(id: usize) -> Type {
    Type::Named(DefinitionId(id), Vec::new())
}

fn record(fields: &[(&str, Type)]) -> Body {
    Body::Struct(Fields::Named(
        fields
            .iter()
            .map(|(name, ty)| field(name, ty.clone()))
            .collect(),
    ))
}

fn newtype(ty: Type) -> Body {
    Body::Newtype(Box::new(field("0", ty)))
}

fn choice(variants: Vec<(&str, Fields)>) -> Body {
    let variants = (0..).zip(variants);
    let variants = variants
        .map(|(index, (name, fields))| Variant::new(name, index, fields, Location::default()));
    Body::Enum(Enum {
        tagging: Tagging::External,
        variants: variants.collect(),
    })
}

/// The schema of an action without input and errors that returns `result`; definition `n` is
/// `bodies[n]`.
fn schema(bodies: Vec<Body>, result: Type) -> String {
    schema_with(bodies, Input::None, result)
}

fn schema_with(bodies: Vec<Body>, input: Input, ok: Type) -> String {
    let mut api = Api {
        actions: vec![action(input, ok)],
        ..Api::default()
    };
    for (index, body) in bodies.into_iter().enumerate() {
        api.definitions.push(definition(index, body));
    }
    identify(&mut api);
    let action = api.actions.remove(0);
    assert_eq!(
        action.fingerprint,
        tramline_syntax::digest::bits48(&action.schema)
    );
    action.schema
}

/// A definition without attributes.
pub(crate) fn definition(index: usize, body: Body) -> Definition {
    Definition {
        name: format!("Type{index}"),
        package: PackageId(0),
        module: Vec::new(),
        parameters: Vec::new(),
        constants: Vec::new(),
        lifetimes: 0,
        bounded: false,
        docs: String::new(),
        location: Location::default(),
        cfg: Vec::new(),
        body,
        reach: Reach::Everywhere,
        fields_reach: Reach::Everywhere,
        more_fields: false,
        written: None,
        proxies: crate::model::Both::default(),
        source: String::new(),
        serialize: true,
        deserialize: true,
        serde_name: None,
        wire_stem: None,
        deny_unknown_fields: false,
        struct_tag: None,
        typescript: None,
        validation: crate::model::Validation::None,
    }
}

/// An action without errors.
pub(crate) fn action(input: Input, ok: Type) -> Action {
    Action {
        name: "f".into(),
        id: 0,
        fingerprint: 0,
        schema: String::new(),
        kind: Kind::Action,
        package: PackageId(0),
        module: Vec::new(),
        function: "f".into(),
        stem: "f-0".into(),
        cfg: Vec::new(),
        docs: String::new(),
        location: Location::default(),
        source: "src/lib.rs".into(),
        parameters: Vec::new(),
        input,
        output: Output {
            shape: OutputShape::Value,
            ok,
            errors: Vec::new(),
            written: None,
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

#[test]
fn reads_well() {
    let bodies = vec![
        record(&[("id", U64), ("tags", Type::Set(Box::new(Type::String)))]),
        choice(vec![
            ("Empty", Fields::Unit),
            ("One", Fields::Tuple(vec![field("0", named(0))])),
            (
                "Two",
                Fields::Tuple(vec![field("0", U32), field("1", Type::Bytes)]),
            ),
            ("a b", Fields::Named(vec![field("x", option(named(1)))])),
        ]),
    ];
    let input = Input::Fields(vec![
        InputField {
            optional: true,
            ..InputField::new("page", U32, RustType::unnamed())
        },
        InputField::new("after", named(0), RustType::unnamed()),
    ]);
    assert_eq!(
        schema_with(bodies, input, list(named(1))),
        "input #1\n\
         result list<#3>\n\
         #1 = struct {page?: option<u32>, after: #2}\n\
         #2 = struct {id: u64, tags: set<string>}\n\
         #3 = enum {Empty, One: #2, Two: tuple<u32, bytes>, \"a b\": #4}\n\
         #4 = struct {x: option<#3>}"
    );
}

#[test]
fn a_list_of_itself_is_finite() {
    let expect = "input unit\nresult #1\n#1 = list<#1>";
    // struct Tree(Vec<Tree>);
    assert_eq!(schema(vec![newtype(list(named(0)))], named(0)), expect);
    // The same, unrolled once.
    let unrolled = vec![newtype(list(named(1))), newtype(list(named(0)))];
    assert_eq!(schema(unrolled, named(0)), expect);
}

#[test]
fn a_newtype_of_itself_ends() {
    let expect = "input unit\nresult never";
    assert_eq!(schema(vec![newtype(named(0))], named(0)), expect);
}

#[test]
fn growing_arguments_end() {
    // struct Grow<T>(Option<Box<Grow<Vec<T>>>>, T);
    let grown = Type::Named(DefinitionId(0), vec![list(Type::Parameter(0))]);
    let body = record(&[("next", option(grown)), ("value", Type::Parameter(0))]);
    let text = schema(vec![body], Type::Named(DefinitionId(0), vec![U64]));
    assert!(text.contains("never"), "{text}");
}

#[test]
fn generics_equal_copies_made_by_hand() {
    let generic = vec![
        record(&[("items", list(Type::Parameter(0))), ("next", option(U64))]),
        record(&[("id", U64)]),
    ];
    let by_hand = vec![
        record(&[("items", list(named(1))), ("next", option(U64))]),
        record(&[("id", U64)]),
    ];
    assert_eq!(
        schema(generic, Type::Named(DefinitionId(0), vec![named(1)])),
        schema(by_hand, named(0)),
    );
}

#[test]
fn sharing_equals_duplication() {
    let shared = vec![
        record(&[("a", named(1)), ("b", named(1))]),
        record(&[("x", U64)]),
    ];
    let twice = vec![
        record(&[("a", named(1)), ("b", named(2))]),
        record(&[("x", U64)]),
        record(&[("x", U64)]),
    ];
    assert_eq!(schema(shared, named(0)), schema(twice, named(0)));
}

#[test]
fn recursion_equals_its_unrolling() {
    let direct = vec![record(&[("next", option(named(0))), ("value", U64)])];
    let unrolled = vec![
        record(&[("next", option(named(1))), ("value", U64)]),
        record(&[("next", option(named(2))), ("value", U64)]),
        record(&[("next", option(named(0))), ("value", U64)]),
    ];
    assert_eq!(schema(direct, named(0)), schema(unrolled, named(0)));
}

#[test]
fn recursion_differs_from_a_longer_period() {
    let direct = vec![record(&[("next", option(named(0)))])];
    let alternating = vec![
        record(&[("next", option(named(1)))]),
        record(&[("following", option(named(0)))]),
    ];
    assert_ne!(schema(direct, named(0)), schema(alternating, named(0)));
}

#[test]
fn newtypes_vanish() {
    let wrapped = vec![record(&[("id", named(1))]), newtype(named(2)), newtype(U64)];
    assert_eq!(
        schema(wrapped, named(0)),
        schema(vec![record(&[("id", U64)])], named(0)),
    );
    // Wrapper<Wrapper<u64>>
    let inner = Type::Named(DefinitionId(0), vec![U64]);
    let outer = Type::Named(DefinitionId(0), vec![inner]);
    assert_eq!(
        schema(vec![newtype(Type::Parameter(0))], outer),
        schema(Vec::new(), U64),
    );
}

#[test]
fn a_struct_equals_the_same_parameters() {
    let struct_input = schema_with(
        vec![record(&[("title", Type::String)])],
        Input::Struct(named(0)),
        Type::Unit,
    );
    let parameters = Input::Fields(vec![InputField::new(
        "title",
        Type::String,
        RustType::unnamed(),
    )]);
    assert_eq!(
        struct_input,
        schema_with(Vec::new(), parameters, Type::Unit)
    );
}

#[test]
fn every_visible_change_shows() {
    let unit = |name| (name, Fields::Unit);
    let variants = [
        record(&[("width", U32), ("height", U32)]),
        record(&[("height", U32), ("width", U32)]),
        record(&[("width", U32), ("depth", U32)]),
        record(&[("width", U32), ("height", U64)]),
        record(&[("width", U32), ("height", option(U32))]),
        record(&[("width", U32)]),
        record(&[("width", U32), ("height", list(U32))]),
        record(&[("width", U32), ("height", Type::Set(Box::new(U32)))]),
        record(&[("width", U32), ("height", Type::Array(Box::new(U32), 2))]),
        record(&[("width", U32), ("height", Type::Array(Box::new(U32), 3))]),
        Body::Struct(Fields::Tuple(vec![field("0", U32), field("1", U32)])),
        choice(vec![unit("A"), unit("B")]),
        choice(vec![unit("B"), unit("A")]),
        choice(vec![unit("A"), unit("C")]),
        choice(vec![unit("A"), ("B", Fields::Tuple(Vec::new()))]),
        choice(vec![
            unit("A"),
            ("B", Fields::Tuple(vec![field("0", Type::Unit)])),
        ]),
    ];
    let texts: std::collections::BTreeSet<String> = variants
        .iter()
        .map(|body| schema(vec![body.clone()], named(0)))
        .collect();
    assert_eq!(texts.len(), variants.len(), "{texts:#?}");
}

#[test]
fn odd_names_cannot_pass_for_structure() {
    let sly = record(&[("a: u64, b", U64)]);
    let honest = record(&[("a", U64), ("b", U64)]);
    assert_ne!(
        schema(vec![sly.clone()], named(0)),
        schema(vec![honest], named(0))
    );
    assert!(schema(vec![sly], named(0)).contains(r#"{"a: u64, b": u64}"#));
}
