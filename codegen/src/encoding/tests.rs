//! What the types of an action make it speak.

use crate::model::{Action, Encoding};
use crate::testing::Files;

fn action(text: &str) -> (Action, String) {
    let source = format!(
        "use serde::*; use std::collections::*; use std::net::IpAddr; use serde_json::Value;\n\
         {}\n",
        text.replace("#E", "#[derive(Serialize, Deserialize)]")
    );
    let mut front = Files::parse(&source).read();
    let rendered = front.rendered();
    (front.api.actions.remove(0), rendered)
}

/// `f` takes `A` and speaks postcard.
fn binary(text: &str, shaped: bool) {
    let (action, rendered) = action(&format!("{text} #[tramline::action] async fn f(a: A) {{}}"));
    assert_eq!(rendered, "", "{text}");
    assert_eq!(action.json_reasons, [""; 0], "{text}");
    assert_eq!(
        (action.encoding, action.shaped),
        (Encoding::Postcard, shaped),
        "{text}"
    );
}

/// `f` takes `A` and speaks JSON.
fn json(text: &str, reasons: &[&str]) {
    let (action, rendered) = action(&format!("{text} #[tramline::action] async fn f(a: A) {{}}"));
    assert_eq!(rendered, "", "{text}");
    assert_eq!(action.json_reasons, reasons, "{text}");
    assert_eq!(
        (action.encoding, action.shaped),
        (Encoding::Json, false),
        "{text}"
    );
}

/// No wire carries the input `A` of `f`; says why.
fn refused(text: &str, why: &str) {
    let (_, rendered) = action(&format!("{text} #[tramline::action] async fn f(a: A) {{}}"));
    assert!(rendered.contains(why), "{text}\n{rendered}");
}

#[test]
fn ordinary_types() {
    binary(
        "#E struct A { a: u128, b: HashMap<(u8, u8), IpAddr>, c: Option<Option<u8>> }",
        false,
    );
    binary("#E struct A { #[serde(default)] a: u8 }", false);
    binary("#E struct A { #[serde(default = \"one\")] a: u8 }", true);
    binary(
        "#E enum A { B, C { #[serde(default)] d: E } } #E struct E;",
        true,
    );
    binary(
        "#E #[serde(tag = \"t\", content = \"c\")] enum A { B(u8), C(Vec<u8>) }",
        true,
    );
    binary(
        "#E struct A(Vec<Option<Box<E>>>); #E #[serde(tag = \"t\")] enum E { B { b: A }, C(D), F } #E struct D { ip: IpAddr, keys: HashMap<u8, u8> }",
        true,
    );
    binary(
        "#E struct A { #[serde(skip_deserializing, flatten)] a: HashMap<u8, Value>, b: u8 }",
        false,
    );
    binary(
        "#E struct A { #[serde(skip_serializing_if = \"odd\")] a: u8 }",
        false,
    );
}

#[test]
fn what_takes_json() {
    json(
        "#E struct A { #[serde(flatten)] b: B } #E struct B { c: u8 }",
        &["field `b` of `A` is flattened"],
    );
    json(
        "#E #[serde(tag = \"t\")] struct A { b: u8 }",
        &["`A` carries a tag"],
    );
    json(
        "#E struct A(Vec<B>); #E #[serde(untagged)] enum B { C(u8), D(Option<Value>) }",
        &["`B` has no tag", "field 0 of `B::D` can be any JSON"],
    );
    json(
        "#E enum A { B, #[serde(untagged)] C(u8) }",
        &["variant `A::C` has no tag"],
    );
    json(
        "#E #[serde(tag = \"t\")] enum A { B(HashMap<String, u8>) }",
        &["`A::B` holds something other than a struct beside its tag"],
    );
    json(
        "#E #[serde(tag = \"t\")] enum A { B(C) } #E enum C { D }",
        &["`A::B` holds something other than a struct beside its tag"],
    );
    json(
        "#E #[serde(tag = \"t\")] enum A { B { at: time::Date } }",
        &["field `at` of `A::B` is a time inside a tag"],
    );
    json(
        "#E struct A { b: Page<Value> } #E struct Page<T> { items: Vec<T> }",
        &["field `items` of `Page` can be any JSON"],
    );
}

#[test]
fn results_and_errors() {
    let (odd, rendered) = action(
        "#E struct A { #[serde(skip_serializing_if = \"odd\")] a: u8 } #[tramline::action] async fn f() -> A {}",
    );
    assert_eq!(rendered, "");
    assert_eq!(
        odd.json_reasons,
        ["field `a` of `A` is left out where its predicate says so"]
    );
    let (error, rendered) = action(
        "#[derive(tramline::ActionError)] enum E { No { why: Value } } #[tramline::action] async fn f() -> Result<(), E> {}",
    );
    assert_eq!(rendered, "");
    assert_eq!(
        error.json_reasons,
        ["field `why` of `E::No` can be any JSON"]
    );
    // Nothing is buffered on the way out.
    let (tagged, rendered) = action(
        "#E #[serde(tag = \"t\")] enum A { B { a: u128, #[serde(default = \"one\")] b: time::Date } } #[tramline::action] async fn f() -> A {}",
    );
    assert_eq!(rendered, "");
    assert_eq!(
        (tagged.encoding, tagged.shaped),
        (Encoding::Postcard, false)
    );
}

#[test]
fn what_nothing_carries() {
    refused(
        "#E #[serde(tag = \"t\")] enum A { B { c: Vec<u128> } }",
        "field `c` of `A::B` cannot cross the wire",
    );
    refused(
        "#E #[serde(untagged)] enum A { B(i128) }",
        "field 0 of `A::B` cannot cross the wire",
    );
    refused(
        "#E struct A { #[serde(flatten)] b: B } #E struct B { c: u128 }",
        "field `c` of `B` cannot cross the wire",
    );
    refused(
        "#E struct A { #[serde(flatten)] b: Vec<u8> }",
        "serde can flatten only",
    );
    refused(
        "#E struct A { #[serde(flatten)] b: HashMap<u8, u8> }",
        "serde can flatten only",
    );
    refused(
        "#E #[serde(tag = \"t\")] enum A { B(u8) }",
        "`A::B` cannot cross the wire",
    );
    refused(
        "#E #[serde(tag = \"t\")] enum A { B(Option<C>) } #E struct C { a: u8 }",
        "`A::B` cannot cross the wire",
    );
    refused(
        "#E #[serde(tag = \"t\")] enum A { B(C) } #E struct C { t: u8 }",
        "has the name of the tag",
    );
    refused(
        "#E struct A { id: u8, #[serde(flatten)] b: B } #E struct B { #[serde(flatten)] c: Option<C> } #E struct C { id: u8 }",
        "brings a member that is there already",
    );
    refused(
        "#E struct A { #[serde(flatten)] b: B, #[serde(flatten)] c: C } #E #[serde(tag = \"t\")] enum B { D } #E struct C { t: u8 }",
        "brings a member that is there already",
    );
    // What postcard would carry, in the company of what it does not.
    refused(
        "#E struct A { a: Value, b: HashMap<(u8, u8), u8> }",
        "serde_json cannot make strings",
    );
    refused(
        "#E #[serde(tag = \"t\")] enum A { B { a: Value, b: HashMap<u8, u8> } }",
        "cannot read such keys from JSON",
    );
    refused(
        "#E struct A<'a> { a: Value, b: &'a str }",
        "this borrows from the call",
    );
    let (_, rendered) = action("#[tramline::action] async fn f(a: &str, b: Value) {}");
    assert!(
        rendered.contains("parameter `a` of `f` cannot cross the wire"),
        "{rendered}"
    );
    assert!(
        rendered.contains("`f` speaks JSON: parameter `b` of `f` can be any JSON"),
        "{rendered}"
    );
}

#[test]
fn enums_without_a_tag_that_contain_themselves() {
    let why = "serde tries its variants in turn";
    refused(
        "#E #[serde(untagged)] enum A { B(u8), C { next: Box<A> } }",
        why,
    );
    refused(
        "#E struct A { b: B } #E enum B { C, #[serde(untagged)] D(Vec<A>) }",
        why,
    );
    json(
        "#E #[serde(untagged)] enum A { B(u8), C(C) } #E struct C { next: Option<Box<C>> }",
        &["`A` has no tag"],
    );
}
