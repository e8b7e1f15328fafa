//! Build scripts, and what is read from them.

use std::collections::BTreeSet;

use syn::{ImplItem, Item, Visibility};

use super::{methods, namespace, settings};
use crate::{Builder, Dates, Foreign, Numbers};

/// Settings as text, since what makes them up is not comparable.
fn shown(settings: &Builder) -> String {
    format!("{settings:?}")
}

#[track_caller]
fn reads(body: &str, expect: Builder) {
    let text = format!("use tramline_codegen::*;\nfn main() {{ {body} }}");
    let found = settings(&text, "tramline_codegen").unwrap();
    assert_eq!(shown(&found), shown(&expect), "{body}");
}

/// Checks what is refused: the text at the place, the label and a part of the help.
#[track_caller]
fn refuses(text: &str, expect: &[(&str, &str, &str)]) {
    let found = settings(text, "tramline_codegen").unwrap_err();
    assert_eq!(found.len(), expect.len(), "{found:?}");
    for (unread, (place, label, help)) in found.iter().zip(expect) {
        let at = unread.place.clone().map_or("", |place| &text[place]);
        assert_eq!((at, unread.label.as_str()), (*place, *label), "{text}");
        assert!(unread.help.contains(help), "{}", unread.help);
    }
}

#[test]
fn every_method_is_understood() {
    let new = Builder::new;
    reads("Builder::new().build();", new());
    reads("Builder::default().build();", new());
    reads(
        "Builder::new().root(\"api.rs\").build()",
        new().root("api.rs"),
    );
    reads(
        "Builder::new().namespace(\"blog\").include(\"../a\").include(r\"../b\").build()",
        new().namespace("blog").include("../a").include("../b"),
    );
    reads(
        "Builder::new().types_from(\"m\").typescript(\"ts\").javascript(\"js\").build()",
        new().types_from("m").typescript("ts").javascript("js"),
    );
    reads(
        "Builder::new().openapi(\"openapi\").rest_defaults(\"a::b\", \"/v1\").build()",
        new().openapi("openapi").rest_defaults("a::b", "/v1"),
    );
    reads(
        "Builder::new().package(\"tramline\").import_suffix(\".js\").build()",
        new().package("tramline").import_suffix(".js"),
    );
    reads(
        "Builder::new().numbers(Numbers::Safe).dates(tramline_codegen::Dates::String).build()",
        new().numbers(Numbers::Safe).dates(Dates::String),
    );
}

#[test]
fn foreign_types_are_understood() {
    reads(
        "Builder::new()
            .foreign(\"a::A\", Foreign::string())
            .foreign(\"::b::B\", Foreign::like(\"(T0, T0)\").named(\"B\").typescript(\"X\"))
            .foreign(\"c::C\", Foreign::bytes().named(\"C\"))
            .foreign(\"d::D\", tramline_codegen::Foreign::json())
            .build()",
        Builder::new()
            .foreign("a::A", Foreign::string())
            .foreign("b::B", Foreign::like("(T0, T0)").named("B").typescript("X"))
            .foreign("c::C", Foreign::bytes().named("C"))
            .foreign("d::D", Foreign::json()),
    );
}

#[test]
fn literals_in_disguise_are_literals() {
    let expect = || Builder::new().typescript("web/api");
    for argument in [
        "\"web/api\"",
        "(\"web/api\")",
        "&\"web/api\"",
        "r#\"web/api\"#",
        "\"web/api\".to_owned()",
        "String::from(\"web/api\")",
        "std::path::PathBuf::from(\"web/api\")",
        "std::path::Path::new(\"web/api\")",
    ] {
        reads(
            &format!("Builder::new().typescript({argument}).build()"),
            expect(),
        );
    }
}

#[test]
fn the_builder_is_found_under_any_name() {
    let expect = Builder::new().typescript("api");
    for text in [
        "fn main() { tramline_codegen::Builder::new().typescript(\"api\").build(); }",
        "fn main() { ::tramline_codegen::Builder::new().typescript(\"api\").build() }",
        "use tramline_codegen::Builder;\n\
         fn main() { println!(\"x\"); Builder::new().typescript(\"api\").build(); other(); }",
        "use tramline_codegen::{Builder as B, Numbers};\n\
         fn main() { { (B::new()).typescript(\"api\").build() } }",
        "use tramline_codegen::{self as codegen};\n\
         fn main() -> Result<(), E> { a()?; codegen::Builder::new().typescript(\"api\").build(); Ok(()) }",
        "fn main() { use tramline_codegen as t; t::Builder::new().typescript(\"api\").build() }",
        "struct Builder; impl Builder { fn new() {} }\n\
         fn main() { Builder::new().build(); tramline_codegen::Builder::new().typescript(\"api\").build() }",
    ] {
        let found = settings(text, "tramline_codegen").unwrap();
        assert_eq!(shown(&found), shown(&expect), "{text}");
    }
    let renamed = "fn main() { codegen::Builder::new().typescript(\"api\").build() }";
    assert_eq!(
        shown(&settings(renamed, "codegen").unwrap()),
        shown(&expect)
    );
}

#[test]
fn what_has_to_be_run_is_refused() {
    let script = |argument: &str| {
        format!(
            "use tramline_codegen::*;\nfn main() {{ Builder::new().typescript({argument}).build() }}"
        )
    };
    let literal = "write the text itself: `typescript(\"…\")`";
    for (argument, label) in [
        ("folder", "a name stands here"),
        ("env!(\"FOLDER\")", "`env!` is evaluated by the compiler"),
        (
            "format!(\"{a}/api\")",
            "`format!` is evaluated by the compiler",
        ),
        ("if a { \"x\" } else { \"y\" }", "a condition stands here"),
        ("std::env::var(\"FOLDER\").unwrap()", "this is no literal"),
        ("7", "this is no literal"),
    ] {
        refuses(&script(argument), &[(argument, label, literal)]);
    }
    refuses(
        "fn main() { tramline_codegen::Builder::new().numbers(N).dates(D).foreign(\"a\", f()).build() }",
        &[
            (
                "N",
                "a name stands here",
                "`Numbers::BigInt` or `Numbers::Safe`",
            ),
            (
                "D",
                "a name stands here",
                "`Dates::Date` or `Dates::String`",
            ),
            ("f()", "this is no literal", "`Foreign::string()`"),
        ],
    );
    refuses(
        "fn main() { tramline_codegen::Builder::new().novel(1).typescript().build() }",
        &[
            ("novel", "no such method", "install the version"),
            ("typescript", "too few are given", "`cargo build`"),
        ],
    );
}

#[test]
fn a_chain_that_may_not_run_is_refused() {
    let one_chain = "one chain of calls";
    let no_condition = "under no condition";
    let refused = |body: &str, place: &str, label: &str, help: &str| {
        let text = format!("use tramline_codegen::Builder;\n{body}");
        refuses(&text, &[(place, label, help)]);
    };
    refused("fn main() {}", "", "", "in `main`");
    refused(
        "fn main() { let b = Builder::new().root(\"a\"); b.build() }",
        "Builder::new()",
        "no `.build()` ends this chain of calls",
        one_chain,
    );
    refused(
        "fn main() { let b = Builder::new(); }",
        "Builder::new()",
        "no `.build()` ends this chain of calls",
        one_chain,
    );
    refused(
        "fn main() { Builder::new().build(); Builder::default().build(); }",
        "Builder::default()",
        "these are not the first",
        one_chain,
    );
    refused(
        "fn main() { if web() { Builder::new().build(); } }",
        "web()",
        "on this it depends",
        no_condition,
    );
    refused(
        "fn main() { match web() { true => Builder::new().build(), _ => {} } }",
        "web()",
        "on this it depends",
        no_condition,
    );
    refused(
        "fn main() { for x in y { Builder::new().build(); } }",
        "for",
        "a loop is around it",
        no_condition,
    );
    refused(
        "fn main() { #[cfg(unix)] Builder::new().build(); }",
        "#[cfg(unix)]",
        "on this it depends",
        no_condition,
    );
    refused(
        "fn main() { if docs() { return; } Builder::new().build(); }",
        "return",
        "this may end the script before",
        no_condition,
    );
    refused(
        "fn main() { client() } fn client() { Builder::new().build(); }",
        "client",
        "only `main` is sure to run",
        no_condition,
    );
}

#[test]
fn a_return_of_something_else_is_none_of_mains() {
    reads(
        "let f = || { return 1; }; fn g() -> u8 { return 2 } Builder::new().build(); if x { return; }",
        Builder::new(),
    );
}

#[test]
fn a_namespace_is_read_wherever_it_stands() {
    let read = |text: &str| namespace(text, "tramline_codegen").map_err(|unread| unread.message);
    let given = |name: &str| Ok(Some(name.to_owned()));
    let new = "tramline_codegen::Builder::new()";
    let cases = [
        (
            format!("fn main() {{ {new}.namespace(\"blog\").build() }}"),
            given("blog"),
        ),
        (
            format!("fn main() {{ let b = {new}\n.typescript(X)\n.namespace(\n\"blog\",\n); }}"),
            given("blog"),
        ),
        (
            format!(
                "fn main() {{ if a {{ {new}.namespace(\"old\").namespace(\"new\").build() }} }}"
            ),
            given("new"),
        ),
        (
            format!("// {new}.namespace(\"old\")\nfn main() {{ {new}.build() }}"),
            Ok(None),
        ),
        ("fn main() {}".to_owned(), Ok(None)),
        (
            "fn main() { other().namespace(\"a\") }".to_owned(),
            Ok(None),
        ),
    ];
    for (text, expect) in cases {
        assert_eq!(read(&text), expect, "{text}");
    }
    let computed = format!("fn main() {{ {new}.namespace(NAME).build() }}");
    assert!(read(&computed).unwrap_err().contains("only when"));
    let twice = format!("fn main() {{ {new}.namespace(\"a\"); {new}.namespace(\"b\") }}");
    assert!(read(&twice).unwrap_err().contains("several"));
    assert!(read("fn main( {").unwrap_err().contains("cannot be parsed"));
}

/// The public functions of a type in a source of this crate.
fn public_functions(source: &str, of: &str) -> BTreeSet<String> {
    let items = syn::parse_file(source).unwrap().items.into_iter();
    let blocks = items.filter_map(|item| match item {
        Item::Impl(block) if block.trait_.is_none() => Some(block),
        _ => None,
    });
    let blocks = blocks.filter(|block| match &*block.self_ty {
        syn::Type::Path(path) => path.path.is_ident(of),
        _ => false,
    });
    let members = blocks.flat_map(|block| block.items);
    let functions = members.filter_map(|member| match member {
        ImplItem::Fn(function) if matches!(function.vis, Visibility::Public(_)) => {
            Some(function.sig.ident.to_string())
        }
        _ => None,
    });
    functions.collect()
}

/// The variants of an enum in a source of this crate.
fn variants(source: &str, of: &str) -> BTreeSet<String> {
    let items = syn::parse_file(source).unwrap().items.into_iter();
    let enums = items.filter_map(|item| match item {
        Item::Enum(item) if item.ident == of => Some(item.variants),
        _ => None,
    });
    let variants = enums.flatten();
    variants.map(|variant| variant.ident.to_string()).collect()
}

fn listed<'a>(names: impl IntoIterator<Item = &'a &'a str>) -> BTreeSet<String> {
    names.into_iter().map(|name| (*name).to_owned()).collect()
}

/// A method that `Builder` gains needs a row in `methods.rs`.
#[test]
fn no_method_is_forgotten() {
    let names = methods::BUILDER.iter().map(|(name, _)| name);
    let known = listed(names.chain(&["new", "build"]));
    assert_eq!(
        public_functions(include_str!("../builder.rs"), "Builder"),
        known
    );

    let begin = methods::FOREIGN.iter().map(|(name, _)| name);
    let further = methods::FURTHER.iter().map(|(name, _)| name);
    let known = listed(begin.chain(further));
    assert_eq!(
        public_functions(include_str!("../foreign.rs"), "Foreign"),
        known
    );

    let choices = include_str!("../choices.rs");
    let known = listed(methods::NUMBERS.iter().map(|(name, _)| name));
    assert_eq!(variants(choices, "Numbers"), known);
    let known = listed(methods::DATES.iter().map(|(name, _)| name));
    assert_eq!(variants(choices, "Dates"), known);
}
