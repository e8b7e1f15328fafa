use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use super::{assert_traces, trace};

fn check<T: Deserialize<'static>>(expected: &[&str]) {
    assert_eq!(trace::<T>().definitions(), expected);
    assert_traces::<T>(expected);
}

#[expect(dead_code, reason = "decoded only")]
mod types {
    use super::*;

    #[derive(Deserialize)]
    pub(super) struct Marker;

    #[derive(Deserialize)]
    pub(super) struct Empty {}

    #[derive(Deserialize)]
    pub(super) struct PostId(u64);

    #[derive(Deserialize)]
    pub(super) struct Pair<'a>(#[serde(borrow)] &'a [u8], #[serde(borrow)] &'a str);

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub(super) struct Post {
        id: PostId,
        created_at: i64,
        tags: HashSet<String>,
        kind: Kind,
        #[serde(skip)]
        cached: Option<u8>,
        raw: Vec<u8>,
    }

    #[derive(Deserialize)]
    pub(super) enum Kind {
        A,
        B(u32),
        C(u8, u8),
        D { x: bool },
        E {},
        F((u8, char)),
    }

    #[derive(Deserialize)]
    pub(super) struct Page<T> {
        items: Vec<T>,
        next: Option<(u32,)>,
    }

    #[derive(Deserialize)]
    pub(super) struct Node {
        children: Vec<Node>,
        next: Option<Box<Node>>,
        named: HashMap<String, Node>,
        kind: Option<Kind>,
    }

    #[derive(Deserialize)]
    pub(super) enum Expression {
        Negate(Box<Expression>),
        Add(Box<Expression>, Box<Expression>),
        Call {
            name: String,
            arguments: Vec<Expression>,
        },
        Typed(Box<Expression>, Option<Type>),
        Number(f64),
    }

    #[derive(Deserialize)]
    pub(super) enum Type {
        Function(Box<Type>, Vec<Type>),
        Number,
        Row(BTreeMap<String, Type>),
    }

    #[derive(Deserialize)]
    pub(super) struct Endless(Box<Endless>);

    #[derive(Deserialize)]
    #[serde(try_from = "u8")]
    pub(super) struct Even(u8);

    impl TryFrom<u8> for Even {
        type Error = &'static str;

        fn try_from(byte: u8) -> Result<Self, Self::Error> {
            if byte.is_multiple_of(2) {
                Ok(Self(byte))
            } else {
                Err("odd")
            }
        }
    }

    #[derive(Deserialize)]
    pub(super) struct Choosy {
        before: Option<Even>,
        after: Kind,
    }

    #[derive(Deserialize)]
    pub(super) struct Aliased {
        #[serde(alias = "a", alias = "z")]
        id: u8,
        kind: AliasedKind,
        #[serde(alias = "b")]
        name: String,
    }

    #[derive(Deserialize)]
    pub(super) enum AliasedKind {
        #[serde(alias = "Zero")]
        None,
        One {
            #[serde(alias = "n")]
            value: u8,
        },
    }

    #[derive(Deserialize)]
    pub(super) enum Stubborn {
        Never(Even),
        Always(Marker),
    }
}
use types::*;

const KIND: &str =
    r#"enum Kind { "A", "B"(u32), "C"(u8, u8), "D" { "x": bool }, "E" {}, "F"((u8, char)) }"#;

#[test]
fn writes_every_form() {
    check::<u8>(&[]);
    check::<Marker>(&["struct Marker"]);
    check::<Empty>(&["struct Empty {}"]);
    check::<PostId>(&["newtype PostId(u64)"]);
    check::<Pair<'static>>(&["struct Pair([u8], string)"]);
    check::<Kind>(&[KIND]);
    check::<Post>(&[
        KIND,
        r#"struct Post { "id": PostId, "createdAt": i64, "tags": [string], "kind": Kind, "raw": [u8] }"#,
        "newtype PostId(u64)",
    ]);
}

#[test]
fn shows_every_instance_of_a_generic_type() {
    check::<(Page<Marker>, Page<[u16; 2]>)>(&[
        "struct Marker",
        r#"struct Page { "items": [(u16, u16)], "next": Option<(u32,)> }"#,
        r#"struct Page { "items": [Marker], "next": Option<(u32,)> }"#,
    ]);
}

#[test]
fn follows_recursion_to_every_variant_and_stops() {
    check::<Node>(&[
        KIND,
        r#"struct Node { "children": [Node], "next": Option<Node>, "named": {string: Node}, "kind": Option<Kind> }"#,
    ]);
    check::<Vec<Expression>>(&[
        r#"enum Expression { "Negate"(Expression), "Add"(Expression, Expression), "Call" { "name": string, "arguments": [Expression] }, "Typed"(Expression, Option<Type>), "Number"(f64) }"#,
        r#"enum Type { "Function"(Type, [Type]), "Number", "Row"({string: Type}) }"#,
    ]);
    check::<Endless>(&[]);
}

#[test]
fn tells_names_from_aliases_by_what_is_expected() {
    const KIND: &str = r#"enum AliasedKind { "None", "One" { "value": u8 } }"#;
    const TYPE: &str = r#"struct Aliased { "id": u8, "kind": AliasedKind, "name": string }"#;
    check_lines(&[], &[]);
    check_lines(&[KIND], &[KIND]);
    check_lines(&[TYPE, KIND], &[TYPE, KIND]);
    let wrong = r#"struct Aliased { "id": u64, "kind": AliasedKind, "name": string }"#;
    check_lines(&[wrong, KIND], &[TYPE, KIND]);

    fn check_lines(expected: &[&str], found: &[&str]) {
        let lines = trace::<Aliased>().lines(expected);
        assert_eq!(
            lines.into_iter().map(|line| line.text).collect::<Vec<_>>(),
            found
        );
    }
}

#[test]
fn goes_round_what_refuses_the_values_made_up() {
    check::<Choosy>(&[KIND]);
    check::<Stubborn>(&["struct Marker"]);
}

#[test]
#[should_panic(
    expected = "`PostId`\n  the build step believes: newtype PostId(u32)\n  serde reads:             newtype PostId(u64)"
)]
fn says_what_differs() {
    assert_traces::<PostId>(&["struct Marker", "newtype PostId(u32)"]);
}

#[test]
#[should_panic(expected = "`PostId`\n  the build step has not seen a type of this name")]
fn says_what_is_unheard_of() {
    assert_traces::<PostId>(&["struct Marker"]);
}
