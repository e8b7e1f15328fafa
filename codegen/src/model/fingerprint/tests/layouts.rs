//! The schemas of types as they are written in Rust, attributes and all.

use super::super::identify;
use crate::testing::Files;

/// The schema of an action that takes and returns `A`, as lines.
fn check(text: &str, expect: &[&str]) {
    assert_eq!(schema(text), expect.join("\n"), "{text}");
}

fn schema(text: &str) -> String {
    let text = text.replace("#E", "#[derive(Serialize, Deserialize)]");
    let source = format!(
        "use serde::*; use std::collections::*; use serde_json::Value; {text}\n\
         #[tramline::action] async fn f(#[wire(default = 1)] a: A) -> A {{}}"
    );
    let mut front = Files::parse(&source).read();
    assert_eq!(front.rendered(), "", "{text}");
    identify(&mut front.api);
    let schema = front.api.actions.remove(0).schema;
    // Of no interest here.
    schema
        .replace("input #1\n", "")
        .replace("#1 = struct {a?: option<#2>}\n", "")
}

#[test]
fn names_and_presence() {
    check(
        "#E struct A { #[serde(rename(serialize = \"out\"), alias = \"x\")] a: u8, #[serde(default)] b: Vec<u8>, #[serde(default = \"one\")] c: u8, #[serde(skip)] d: fn() }",
        &[
            "result #3",
            "#2 = struct {a: u8, b~: bytes, c??: u8}",
            "#3 = struct {out: u8, b: bytes, c: u8}",
        ],
    );
    check(
        "#E struct A { #[serde(skip_serializing)] a: u8, #[serde(skip_deserializing)] b: u8, #[serde(skip_serializing_if = \"Option::is_none\")] c: Option<u8> }",
        &[
            "result #3",
            "#2 = struct {a: u8, c: option<u8>}",
            "#3 = struct {b: u8, c: option<u8>}",
        ],
    );
    // What does not differ is one definition.
    check(
        "#E struct A { a: u8 }",
        &["result #2", "#2 = struct {a: u8}"],
    );
}

#[test]
fn tags() {
    check(
        "#E #[serde(tag = \"the kind\")] enum A { B { c: u8 }, D(E), F } #E struct E { c: u8 }",
        &[
            "result #2",
            "#2 = tagged \"the kind\" {B: #3, D: #3, F}",
            "#3 = struct {c: u8}",
        ],
    );
    check(
        "#E #[serde(tag = \"t\", content = \"c\")] enum A { B(u8), C }",
        &["result #2", "#2 = tagged t, c {B: u8, C}"],
    );
    check(
        "#E enum A { #[serde(skip_serializing)] B, C, D(#[serde(skip)] u8), #[serde(skip_deserializing)] E }",
        &["result #3", "#2 = enum {B, C, D}", "#3 = enum {C@1, D, E}"],
    );
}

#[test]
fn json() {
    check(
        "#E struct A { #[serde(flatten)] b: B, #[serde(default, skip_serializing_if = \"odd\")] d: u8 } #E struct B { #[serde(default = \"one\")] c: Value }",
        &[
            "wire json",
            "result #4",
            "#2 = struct {*: #3, d?: u8}",
            "#3 = struct {c?: json}",
            "#4 = struct {*: #5, d?: u8}",
            "#5 = struct {c: json}",
        ],
    );
    check(
        "#E #[serde(untagged)] enum A { B(u8), C { d: u8 }, E }",
        &[
            "wire json",
            "result #2",
            "#2 = untagged {*: u8, *: #3, *}",
            "#3 = struct {d: u8}",
        ],
    );
    check(
        "#E enum A { B, #[serde(skip)] Z, #[serde(untagged)] C(u8) } ",
        &["wire json", "result #2", "#2 = enum {B, *: u8}"],
    );
    check(
        "#E #[serde(tag = \"type\", rename = \"Thing\")] struct A { b: u8 }",
        &["wire json", "result #2", "#2 = struct type: Thing {b: u8}"],
    );
}

#[test]
fn proxies_vanish() {
    check(
        "#E #[serde(from = \"B\", into = \"B\")] struct A(fn()); #E struct B { c: u8 }",
        &["result #2", "#2 = struct {c: u8}"],
    );
    check(
        "#E #[serde(transparent)] struct A { #[serde(skip)] a: fn(), b: B } #E struct B { c: u8 }",
        &["result #2", "#2 = struct {c: u8}"],
    );
}
