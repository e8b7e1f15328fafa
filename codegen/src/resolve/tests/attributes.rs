//! What serde's attributes make of a type, in each direction.
//!
//! In the notation of these tests: `~` after a name stands for a field that may be left out for its
//! zero, `?` for one that may be left out for another default; `-` for one that serde leaves out
//! where it is zero, `!` where it likes; `..` before a name for a flattened one, `|` before a
//! further name that is read.

use super::{definition, show, sound};
use crate::model::{
    Api, Body, Direction, Enum, Field, Fields, Omission, Presence, Tagging, Variant,
};
use crate::testing::Files;

/// What `Probe` is in inputs and in results; the latter is left out where it is the same.
fn check(text: &str, input: &str, output: &str) {
    let api = sound(&source(text));
    let shown = |direction| {
        let body = &definition(&api, "Probe").body;
        body_text(&api, body, direction)
    };
    assert_eq!(shown(Direction::Input), input, "{text}");
    let output = if output.is_empty() { input } else { output };
    assert_eq!(shown(Direction::Output), output, "{text}");
}

/// The titles of what stands in the way of `Probe`.
fn refused(text: &str, titles: &[&str]) {
    let rendered = Files::parse(&source(text)).read().rendered();
    for title in titles {
        assert!(rendered.contains(title), "{text}\n{rendered}");
    }
    let errors = rendered.lines().filter(|line| line.starts_with(" -->"));
    assert_eq!(errors.count(), titles.len(), "{text}\n{rendered}");
}

fn source(text: &str) -> String {
    let action = if text.contains("async fn") {
        ""
    } else {
        "#[tramline::action] async fn probe(probe: Probe) -> Probe {}\n"
    };
    format!(
        "use serde::{{Serialize, Deserialize}}; use std::collections::*;\n\
         #[derive(Serialize, Deserialize)]\n{text}\n{action}"
    )
}

fn body_text(api: &Api, body: &Body, direction: Direction) -> String {
    match body {
        Body::Newtype(field) => format!("= {}", show(api, &field.ty)),
        Body::Proxy(ty) => format!("as {}", show(api, ty)),
        Body::Struct(fields) => fields_text(api, fields, direction),
        Body::Enum(body) => enum_text(api, body, direction),
    }
}

fn enum_text(api: &Api, body: &Enum, direction: Direction) -> String {
    let tag = match &body.tagging {
        Tagging::External => String::new(),
        Tagging::Internal { tag } => format!("{tag} "),
        Tagging::Adjacent { tag, content } => format!("{tag}/{content} "),
        Tagging::Untagged => "untagged ".to_owned(),
    };
    let variants = body.travelling(direction);
    let variants: Vec<_> = variants
        .map(|variant| variant_text(api, variant, direction))
        .collect();
    format!("{tag}[{}]", variants.join(", "))
}

fn variant_text(api: &Api, variant: &Variant, direction: Direction) -> String {
    let mut text = format!("{} {}", variant.index, variant.name(direction));
    if direction == Direction::Input {
        variant.aliases.iter().for_each(|alias| {
            text += "|";
            text += alias;
        });
    }
    text += if variant.other { " other" } else { "" };
    text += if variant.untagged { " untagged" } else { "" };
    text + &fields_text(api, &variant.fields, direction)
}

fn fields_text(api: &Api, fields: &Fields, direction: Direction) -> String {
    let shown: Vec<_> = fields
        .travelling(direction)
        .map(|field| field_text(api, field, direction))
        .collect();
    match fields {
        Fields::Unit => String::new(),
        Fields::Tuple(_) => format!("({})", shown.join(", ")),
        Fields::Named(_) => format!("{{{}}}", shown.join(", ")),
    }
}

fn field_text(api: &Api, field: &Field, direction: Direction) -> String {
    let mut text = if field.flattened { ".." } else { "" }.to_owned();
    text += field.name(direction);
    text += match (direction, field.presence, field.omission) {
        (Direction::Input, Presence::Zero, _) => "~",
        (Direction::Input, Presence::Flagged, _) => "?",
        (Direction::Output, _, Omission::WhenZero) => "-",
        (Direction::Output, _, Omission::Sometimes) => "!",
        _ => "",
    };
    if direction == Direction::Input {
        field.aliases.iter().for_each(|alias| {
            text += "|";
            text += alias;
        });
    }
    format!("{text}: {}", show(api, &field.ty))
}

#[test]
fn names() {
    check(
        "struct Probe { #[serde(rename = \"A\")] a: u8 }",
        "{A: u8}",
        "",
    );
    check(
        "struct Probe { #[serde(rename(serialize = \"out\", deserialize = \"in\"))] a: u8 }",
        "{in: u8}",
        "{out: u8}",
    );
    check(
        "struct Probe { #[serde(rename(serialize = \"out\"))] a: u8 }",
        "{a: u8}",
        "{out: u8}",
    );
    check(
        "struct Probe { #[serde(rename(deserialize = \"in\", deserialize = \"too\"))] a: u8 }",
        "{in|too: u8}",
        "{a: u8}",
    );
    check(
        "#[serde(rename_all(serialize = \"camelCase\"))] struct Probe { a_b: u8, #[serde(alias = \"x\", alias = \"y\")] r#type: u8 }",
        "{a_b: u8, type|x|y: u8}",
        "{aB: u8, type: u8}",
    );
    check(
        "#[serde(rename_all(deserialize = \"UPPERCASE\"), rename_all_fields(serialize = \"camelCase\"))]\n\
         enum Probe { A { b_c: u8 }, #[serde(alias = \"Z\", rename_all = \"kebab-case\")] D { e_f: u8 } }",
        "[0 A{b_c: u8}, 1 D|Z{e-f: u8}]",
        "[0 A{bC: u8}, 1 D{e-f: u8}]",
    );
    check(
        "#[serde(deny_unknown_fields, expecting = \"x\", bound = \"\", crate = \"serde\")] struct Probe { a: u8 }",
        "{a: u8}",
        "",
    );
}

#[test]
fn skipping() {
    check(
        "struct Probe { a: u8, #[serde(skip)] lock: std::sync::Mutex<std::fs::File>, #[serde(skip, default = \"f\")] c: Foreign }",
        "{a: u8}",
        "",
    );
    check(
        "struct Probe { #[serde(skip_serializing)] a: u8, #[serde(skip_deserializing)] b: u16 }",
        "{a: u8}",
        "{b: u16}",
    );
    check("struct Probe(u8, #[serde(skip)] fn());", "(0: u8)", "");
    // Of the one field of a struct, serde skips nothing.
    check("struct Probe(#[serde(skip)] u8);", "= u8", "");
    check(
        "enum Probe { A(#[serde(skip)] fn()), B(#[serde(skip_serializing)] u8) }",
        "[0 A(), 1 B(0: u8)]",
        "[0 A(), 1 B()]",
    );
    check(
        "enum Probe { A, #[serde(skip_serializing)] B, C, #[serde(skip)] D(fn()) }",
        "[0 A, 1 B, 2 C]",
        "[0 A, 2 C]",
    );
    check(
        "#[serde(tag = \"t\")] enum Probe { #[serde(skip)] A, B }",
        "t [1 B]",
        "",
    );
    refused(
        "enum Probe { #[serde(skip)] A, B }",
        &["`Probe::A` is not the last variant"],
    );
    check(
        "enum Probe { #[serde(skip)] A, B } #[tramline::action] async fn f() -> Probe {}",
        "[1 B]",
        "",
    );
}

#[test]
fn leaving_out() {
    let all = "a: Option<u8>, b: Vec<u8>, c: String, d: HashMap<u8, u8>, e: BTreeSet<u8>, f: bool, g: u64, h: f32, i: char, j: Own, k: Box<str>, l: (), m: (u8,)";
    let own = "#[derive(Default, Serialize, Deserialize)] struct Own;";
    let plain = all
        .replace(", ", ", #[serde(default)] ")
        .replace("HashMap<u8, #[serde(default)] u8>", "HashMap<u8, u8>");
    check(
        &format!("struct Probe {{ #[serde(default)] {plain} }} {own}"),
        "{a~: u8?, b~: bytes, c~: string, d~: {u8: u8}, e~: {u8}, f~: bool, g~: u64, h~: f32, i?: char, j?: Own, k~: string, l?: (), m?: (u8)}",
        "{a: u8?, b: bytes, c: string, d: {u8: u8}, e: {u8}, f: bool, g: u64, h: f32, i: char, j: Own, k: string, l: (), m: (u8)}",
    );
    check(
        "struct Probe { #[serde(default = \"f\")] a: Option<u8>, b: u8 }",
        "{a?: u8?, b: u8}",
        "{a: u8?, b: u8}",
    );
    check(
        "#[derive(Default)] #[serde(default)] struct Probe { a: u8, #[serde(default = \"f\")] b: u8 }",
        "{a~: u8, b?: u8}",
        "{a: u8, b: u8}",
    );
    check(
        "#[serde(default)] struct Probe { a: u8, #[serde(default)] b: u8 }",
        "{a?: u8, b~: u8}",
        "{a: u8, b: u8}",
    );
    check(
        "struct Probe(u8, #[serde(default)] u8);",
        "(0: u8, 1: u8)",
        "",
    );
    check(
        "enum Probe { A { #[serde(default)] a: u8, #[serde(default = \"f\")] b: u8 } }",
        "[0 A{a~: u8, b?: u8}]",
        "[0 A{a: u8, b: u8}]",
    );
}

#[test]
fn leaving_out_of_results() {
    let field = |predicate: &str, ty: &str, mark: &str, shown: &str| {
        check(
            &format!("struct Probe {{ #[serde(skip_serializing_if = \"{predicate}\")] a: {ty} }}"),
            &format!("{{a: {shown}}}"),
            &format!("{{a{mark}: {shown}}}"),
        );
    };
    field("Option::is_none", "Option<u8>", "-", "u8?");
    field("std::option::Option::is_none", "Option<u8>", "-", "u8?");
    field("Option::<u8>::is_none", "Option<u8>", "-", "u8?");
    field("Option::is_some", "Option<u8>", "!", "u8?");
    field("Vec::is_empty", "Vec<u16>", "-", "[u16]");
    field("::std::vec::Vec::is_empty", "Vec<u8>", "-", "bytes");
    field("<[_]>::is_empty", "Vec<u16>", "-", "[u16]");
    field("<Vec<_>>::is_empty", "Vec<u16>", "-", "[u16]");
    field("String::is_empty", "String", "-", "string");
    field("str::is_empty", "Box<str>", "-", "string");
    field("HashMap::is_empty", "HashMap<u8, u8>", "-", "{u8: u8}");
    field("BTreeSet::is_empty", "BTreeSet<u8>", "-", "{u8}");
    field("std::ops::Not::not", "bool", "-", "bool");
    field("is_zero", "u8", "!", "u8");
    field("Own::is_empty", "Vec<u8>", "!", "bytes");
    check(
        "struct Probe { #[serde(default, with = \"serde_with::rust::double_option\", \
         skip_serializing_if = \"Option::is_none\")] a: Option<Option<u8>> }",
        "{a~: u8?}",
        "{a!: u8?}",
    );
    check(
        "#[serde_with::skip_serializing_none] struct Probe { a: Option<u8>, #[serialize_always] b: Option<u8>, c: u8 }",
        "{a: u8?, b: u8?, c: u8}",
        "{a-: u8?, b: u8?, c: u8}",
    );
    refused(
        "struct Probe(u8, #[serde(skip_serializing_if = \"Option::is_none\")] Option<u8>);",
        &["`serde(skip_serializing_if)` on a field without a name"],
    );
}

#[test]
fn tags() {
    check(
        "#[serde(tag = \"kind\")] enum Probe { A, B { a: u8 } }",
        "kind [0 A, 1 B{a: u8}]",
        "",
    );
    check(
        "#[serde(tag = \"t\", content = \"c\")] enum Probe { A, B(u8) }",
        "t/c [0 A, 1 B(0: u8)]",
        "",
    );
    check(
        "#[serde(untagged)] enum Probe { A(u8), B }",
        "untagged [0 A(0: u8), 1 B]",
        "",
    );
    check(
        "enum Probe { A, #[serde(untagged)] B(u8) }",
        "[0 A, 1 B untagged(0: u8)]",
        "",
    );
    check(
        "enum Probe { A, #[serde(other)] B }",
        "[0 A, 1 B other]",
        "",
    );
    check(
        "struct Probe { #[serde(flatten)] rest: HashMap<String, u8> }",
        "{..rest: {string: u8}}",
        "",
    );
    refused(
        "#[serde(tag = \"t\", content = \"c\")] enum Probe { A(#[serde(skip)] u8) }",
        &["serde cannot read `Probe::A`"],
    );
}

#[test]
fn proxies() {
    check(
        "#[serde(from = \"u64\", into = \"u64\")] struct Probe { a: fn() }",
        "as u64",
        "",
    );
    check(
        "#[serde(try_from = \"String\")] struct Probe(String);",
        "= string",
        "",
    );
    check(
        "#[serde(into = \"String\")] struct Probe(String);",
        "= string",
        "",
    );
    check(
        "#[serde(into = \"Raw\")] #[derive(Clone)] struct Probe { a: u8 } #[derive(Serialize, Deserialize)] struct Raw { a: u8 }",
        "{a: u8}",
        "",
    );
    check(
        "#[serde(try_from = \"Raw\")] struct Probe { a: u8 } #[derive(Serialize, Deserialize)] struct Raw { a: u8 }",
        "as Raw",
        "",
    );
    check(
        "#[serde(from = \"String\")] struct Probe { a: u8 } #[tramline::action] async fn f(p: Probe) {}",
        "as string",
        "",
    );
    check(
        "#[serde(from = \"String\")] struct Probe { a: u8 } #[tramline::action] async fn f() -> Probe {}",
        "{}",
        "{a: u8}",
    );
    refused(
        "#[serde(from = \"String\")] struct Probe { a: u8 }",
        &["`Probe` is read as something else than it is written as"],
    );
    // One of them lies, and it is not the outer one.
    refused(
        "#[serde(from = \"String\")] struct Probe(Inner); #[derive(Serialize, Deserialize)] #[serde(from = \"String\")] struct Inner { a: u8 }",
        &["`Probe` is read as something else than it is written as"],
    );
    refused(
        "#[serde(from = \"u8\", into = \"u16\")] struct Probe { a: u8 }",
        &["`Probe` is read as something else than it is written as"],
    );
}

#[test]
fn proxies_without_end() {
    let text = "#[serde(from = \"Next<Vec<T>>\", into = \"Next<Vec<T>>\")] struct Probe<T>(T);\n\
         #[derive(Serialize, Deserialize)] struct Next<T> { probe: Option<Box<Probe<T>>> }\n\
         #[tramline::action] async fn f(a: Probe<u8>) {}";
    let rendered = Files::parse(&source(text)).read().rendered();
    assert!(
        rendered.contains("contains itself with ever larger"),
        "{rendered}"
    );
}

#[test]
fn transparent_structs() {
    check("#[serde(transparent)] struct Probe { a: u8 }", "= u8", "");
    check(
        "#[serde(transparent)] struct Probe { #[serde(skip)] b: fn(), a: u8 }",
        "= u8",
        "",
    );
    check(
        "#[serde(transparent)] struct Probe<T>(std::marker::PhantomData<T>, u16); #[tramline::action] async fn f(a: Probe<u8>) {}",
        "= u16",
        "",
    );
}

#[test]
fn conditions() {
    let attributes = "#[cfg_attr(feature = \"serde\", serde(rename_all = \"camelCase\"))]";
    let source = |derive: &str, attributes: &str| {
        format!(
            "use serde::*; {derive} {attributes} struct Probe {{ a_b: u8, #[cfg(test)] #[serde(skip)] c: u8 }}\n\
                 #[tramline::action] async fn f(a: Probe) {{}}"
        )
    };
    let derive = "#[cfg_attr(feature = \"serde\", derive(Serialize, Deserialize))]";
    let api = sound(&source(derive, attributes));
    let body = &definition(&api, "Probe").body;
    assert_eq!(body_text(&api, body, Direction::Input), "{aB: u8}");
    let certain = "#[derive(Serialize, Deserialize)]";
    for (derive, attributes) in [
        (certain, attributes),
        (
            derive,
            "#[cfg_attr(feature = \"other\", serde(rename_all = \"camelCase\"))]",
        ),
        (
            derive,
            "#[cfg_attr(feature = \"serde\", cfg_attr(unix, serde(rename_all = \"camelCase\")))]",
        ),
    ] {
        let rendered = Files::parse(&source(derive, attributes)).read().rendered();
        assert!(
            rendered.contains("`cfg_attr(…, serde)` on a type"),
            "{rendered}"
        );
    }
    let inert = "#[cfg_attr(feature = \"other\", serde(deny_unknown_fields, bound = \"\"))]";
    let rendered = Files::parse(&source(certain, inert)).read().rendered();
    assert!(rendered.contains("cfg_attr"), "{rendered}");
}

#[test]
fn hand_written_halves() {
    let by_hand = "struct Probe(u8); impl<'de> serde::Deserialize<'de> for Probe {}";
    let derive = "#[derive(serde::Serialize)]";
    let output = format!("{derive} {by_hand} #[tramline::action] async fn f() -> Probe {{}}");
    sound(&output);
    let input = format!("{derive} {by_hand} #[tramline::action] async fn f(a: Probe) {{}}");
    let rendered = Files::parse(&input).read().rendered();
    assert!(
        rendered.contains("cannot tell how `Probe` is written"),
        "{rendered}"
    );
}

/// rustc refuses all of these; here they must not stop the build step.
#[test]
fn nonsense() {
    let attributes = [
        "serde",
        "serde()",
        "serde = \"x\"",
        "serde(,)",
        "serde(rename)",
        "serde(rename())",
        "serde(rename(other = \"x\"))",
        "serde(rename = 1)",
        "serde(rename_all = \"\")",
        "serde(skip_serializing_if = \"\")",
        "serde(skip_serializing_if = \"<\")",
        "serde(skip_serializing_if = \"<[_]>\")",
        "serde(from = \"\", into = \"?\")",
        "serde(tag, content = \"\")",
        "serde(untagged, tag = \"t\", transparent)",
        "serde(with = \"\")",
        "serde(default = \"\", skip, other, flatten, getter = \"\")",
        "serde(a::b, crate = \"\")",
        "cfg_attr",
        "cfg_attr()",
        "cfg_attr(test)",
        "cfg_attr(test, serde)",
        "cfg_attr(test, cfg_attr(test, serde(skip)))",
    ];
    for attribute in attributes {
        for text in [
            format!("#[{attribute}] struct Probe {{ #[{attribute}] a: Vec<u8> }}"),
            format!("#[{attribute}] struct Probe(#[{attribute}] u8);"),
            format!("#[{attribute}] struct Probe;"),
            format!("#[{attribute}] enum Probe {{ #[{attribute}] A(#[{attribute}] u8), B }}"),
            format!("#[{attribute}] enum Probe {{}}"),
        ] {
            let mut front = Files::parse(&source(&text)).read();
            crate::model::identify(&mut front.api);
            front.rendered();
        }
    }
}
