//! Every rule, broken by a change of one type `A`. A case that says nothing is compatible in both
//! directions of time and of the call.

use std::collections::BTreeSet;

use super::compare;
use crate::compatibility::Rule;

/// A type before and after a change; what is found where it is an input, and where it is a result.
struct Case {
    old: &'static str,
    new: &'static str,
    input: &'static [&'static str],
    result: &'static [&'static str],
}

const fn case(
    old: &'static str,
    new: &'static str,
    input: &'static [&'static str],
    result: &'static [&'static str],
) -> Case {
    Case {
        old,
        new,
        input,
        result,
    }
}

const CASES: &[Case] = &[
    // Numbers.
    case(
        "struct A { b: u8 }",
        "struct A { b: u16 }",
        &["b: type_widened"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: u64 }",
        "struct A { b: u32 }",
        &["b: type_incompatible"],
        &["b: type_widened"],
    ),
    case(
        "struct A { b: u32 }",
        "struct A { b: i64 }",
        &["b: type_widened"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: i32 }",
        "struct A { b: u64 }",
        &["b: type_incompatible"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: u32 }",
        "struct A { b: i32 }",
        &["b: type_incompatible"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: i16 }",
        "struct A { b: f32 }",
        &["b: type_widened"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: u32 }",
        "struct A { b: f32 }",
        &["b: type_incompatible"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: u32 }",
        "struct A { b: f64 }",
        &["b: type_widened"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: u64 }",
        "struct A { b: f64 }",
        &["b: type_incompatible"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: f32 }",
        "struct A { b: f64 }",
        &["b: type_widened"],
        &["b: type_incompatible"],
    ),
    // Text.
    case(
        "struct A { b: char }",
        "struct A { b: String }",
        &["b: type_widened"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: String }",
        "struct A { b: bool }",
        &["b: type_incompatible"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: std::net::Ipv4Addr }",
        "struct A { b: std::net::IpAddr }",
        &["b: type_widened"],
        &["b: type_incompatible"],
    ),
    // Nothing.
    case(
        "struct A { b: () }",
        "struct A { b: u8 }",
        &["b: unit_changed"],
        &["b: unit_changed"],
    ),
    // Options.
    case(
        "struct A { b: u8 }",
        "struct A { b: Option<u8> }",
        &["b: now_optional"],
        &["b: result_may_be_null"],
    ),
    case(
        "struct A { b: Option<u8> }",
        "struct A { b: u8 }",
        &["b: no_longer_optional"],
        &["b: result_never_null"],
    ),
    case(
        "struct A { b: Option<u8> }",
        "struct A { b: Option<u16> }",
        &["b: type_widened"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: Option<u8> }",
        "struct A { b: Option<Option<u8>> }",
        &["b: null_means_two_things"],
        &["b: null_means_two_things"],
    ),
    case(
        "struct A { b: Vec<Option<u8>> }",
        "struct A { b: Vec<Option<Option<u8>>> }",
        &["b[]: null_means_two_things"],
        &["b[]: null_means_two_things"],
    ),
    // Sequences.
    case(
        "struct A { b: BTreeSet<u8> }",
        "struct A { b: Vec<u16> }",
        &["b: type_widened", "b[]: type_widened"],
        &["b: repeats_refused"],
    ),
    case(
        "struct A { b: Vec<char> }",
        "struct A { b: BTreeSet<char> }",
        &["b: repeats_refused"],
        &["b: type_widened"],
    ),
    case(
        "struct A { b: [u16; 3] }",
        "struct A { b: Vec<u16> }",
        &["b: type_widened"],
        &["b: length_changed"],
    ),
    case(
        "struct A { b: [u16; 3] }",
        "struct A { b: (u16, u16, u32) }",
        &["b: type_widened", "b.2: type_widened"],
        &["b: type_widened", "b.2: type_incompatible"],
    ),
    case(
        "struct A { b: [u16; 3] }",
        "struct A { b: [u16; 4] }",
        &["b: length_changed"],
        &["b: length_changed"],
    ),
    case(
        "struct A { b: [u8; 3] }",
        "struct A { b: Vec<u8> }",
        &["b: type_widened"],
        &["b: length_changed"],
    ),
    case(
        "struct A { b: [u8; 3] }",
        "struct A { b: [u8; 4] }",
        &["b: length_changed"],
        &["b: length_changed"],
    ),
    case(
        "struct A { b: Vec<u8> }",
        "struct A { b: Vec<u16> }",
        &["b: type_incompatible"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: (u8, String) }",
        "struct A { b: (String, u8) }",
        &["b.0: type_incompatible", "b.1: type_incompatible"],
        &["b.0: type_incompatible", "b.1: type_incompatible"],
    ),
    // Maps.
    case(
        "struct A { b: BTreeMap<u8, u8> }",
        "struct A { b: BTreeMap<u16, u16> }",
        &["b[key]: type_widened", "b[]: type_widened"],
        &["b[key]: type_incompatible", "b[]: type_incompatible"],
    ),
    case(
        "struct A { b: BTreeMap<char, u8> }",
        "struct A { b: BTreeMap<String, u8> }",
        &["b: keys_changed"],
        &["b: keys_changed"],
    ),
    // Fields.
    case(
        "struct A { b: u8, c: u8 }",
        "struct A { c: u8, b: u8 }",
        &[": fields_reordered"],
        &[": fields_reordered"],
    ),
    case(
        "struct A { b: u8 }",
        "struct A { b: u8, c: u8 }",
        &["c: required_field_added"],
        &["c: field_added"],
    ),
    case(
        "struct A { b: u8 }",
        "struct A { b: u8, c: Option<u8> }",
        &["c: field_added"],
        &["c: field_added"],
    ),
    case(
        "struct A { b: u8 }",
        "struct A { b: u8, #[serde(default)] c: u8 }",
        &["c: field_added"],
        &["c: field_added"],
    ),
    case(
        "struct A { b: u8, c: Option<u8> }",
        "struct A { b: u8 }",
        &["c: field_removed"],
        &["c: result_field_removed"],
    ),
    case(
        "struct A { b: Option<u8> }",
        "struct A { c: Option<u8> }",
        &["c: field_added", "b: field_may_be_renamed"],
        &["c: field_added", "b: result_field_removed"],
    ),
    case(
        "struct A { b: u8 }",
        "struct A { c: u8 }",
        &["c: required_field_added", "b: field_removed"],
        &["c: field_added", "b: result_field_removed"],
    ),
    case(
        "struct A { b: u8 }",
        "struct A { #[serde(alias = \"b\")] c: u8 }",
        &["c: field_renamed"],
        &["c: field_added", "b: result_field_removed"],
    ),
    case(
        "struct A { b: u8, c: u8 }",
        "#[serde(deny_unknown_fields)] struct A { b: u8 }",
        &["c: unknown_field_refused"],
        &["c: result_field_removed"],
    ),
    case(
        "struct A { #[serde(default)] b: u8 }",
        "struct A { b: u8 }",
        &["b: field_now_required"],
        &[],
    ),
    case(
        "struct A { b: u8 }",
        "struct A { #[serde(default)] b: u8 }",
        &["b: absence_changed"],
        &[],
    ),
    case(
        "struct A { #[serde(default)] b: u8 }",
        "struct A { b: Option<u8> }",
        &["b: absence_changed", "b: now_optional"],
        &["b: result_may_be_null"],
    ),
    case(
        "struct A { b: u8, c: u8 }",
        "struct A { #[serde(alias = \"c\")] b: u8 }",
        &["b: field_renamed", "b: names_meet", "b: names_meet"],
        &["c: result_field_removed"],
    ),
    // Variants.
    case(
        "enum A { B }",
        "enum A { B, C }",
        &["::C: variant_added"],
        &["::C: result_variant_added"],
    ),
    case(
        "enum A { B, C }",
        "enum A { B }",
        &["::C: variant_removed"],
        &["::C: result_variant_removed"],
    ),
    case(
        "enum A { B, C }",
        "enum A { C, B }",
        &[": variants_reordered"],
        &[": variants_reordered"],
    ),
    case(
        "enum A { B, C }",
        "enum A { B, #[serde(skip_serializing)] Z, C }",
        &["::Z: variant_added"],
        &[": variants_reordered"],
    ),
    case(
        "enum A { B, C(u8) }",
        "enum A { B(u8), C(u16) }",
        &["::B: variant_data_changed", "::C: type_widened"],
        &["::B: variant_data_changed", "::C: type_incompatible"],
    ),
    case(
        "enum A { B, C { d: u8 } }",
        "enum A { B, C { d: Option<u8>, e: u8 } }",
        &["::C.e: required_field_added", "::C.d: now_optional"],
        &["::C.e: field_added", "::C.d: result_may_be_null"],
    ),
    case(
        "enum A { B }",
        "enum A { #[serde(alias = \"B\")] C }",
        &["::C: variant_renamed"],
        &["::C: result_variant_added", "::B: result_variant_removed"],
    ),
    case(
        "#[serde(tag = \"t\")] enum A { B, C { d: u8 }, O }",
        "#[serde(tag = \"t\")] enum A { B, #[serde(other)] O }",
        &["::C: variant_read_as_other"],
        &["::C: result_variant_removed"],
    ),
    case(
        "#[serde(tag = \"t\")] enum A { B, C, O }",
        "#[serde(tag = \"t\")] enum A { B, D, #[serde(other)] O }",
        &["::C: variant_may_be_renamed", "::D: variant_added"],
        &["::D: result_variant_added", "::C: result_variant_removed"],
    ),
    case(
        "#[serde(tag = \"t\")] enum A { B }",
        "#[serde(tag = \"t\", content = \"c\")] enum A { B }",
        &[": tagging_changed"],
        &[": tagging_changed"],
    ),
    case(
        "#[serde(tag = \"t\")] enum A { B(B) } #E struct B { c: u8 }",
        "#[serde(tag = \"t\")] enum A { B(B) } #E struct B { c: u8, #[serde(default, alias = \"t\")] d: u8 }",
        &["::B.d: field_added", "::B.d: tag_meets_field"],
        &["::B.d: field_added"],
    ),
    // Keys.
    case(
        "struct A { b: BTreeSet<B> } #E struct B { c: u8, d: u8 }",
        "struct A { b: BTreeSet<B> } #E struct B { c: u8 }",
        &["b[].d: keys_may_meet"],
        &["b[].d: result_field_removed"],
    ),
    case(
        "struct A { b: BTreeSet<B> } #E struct B { c: u8 }",
        "struct A { b: BTreeSet<B> } #E struct B { c: u8, d: u8 }",
        &["b[].d: required_field_added"],
        &["b[].d: keys_may_meet"],
    ),
    case(
        "struct A { b: BTreeSet<B> } #E enum B { C, D, E }",
        "struct A { b: BTreeSet<B> } #E enum B { E, #[serde(alias = \"C\", alias = \"D\")] F }",
        &[
            "b[]::F: variant_renamed",
            "b[]::F: variant_renamed",
            "b[]: variants_reordered",
            "b[]::F: keys_may_meet",
            "b[]::F: keys_may_meet",
        ],
        &[
            "b[]::F: result_variant_added",
            "b[]::C: result_variant_removed",
            "b[]::D: result_variant_removed",
        ],
    ),
    // Recursion.
    case(
        "struct A { b: Vec<A>, c: u8 }",
        "struct A { b: Vec<A>, c: u16 }",
        &["c: type_widened"],
        &["c: type_incompatible"],
    ),
    case(
        "struct A(Vec<A>);",
        "struct A(BTreeSet<A>);",
        &[": repeats_refused"],
        &[": type_widened"],
    ),
    // Plain JSON.
    case(
        "struct A { b: u8 }",
        "struct A { b: u8, #[serde(flatten)] c: B } #E struct B { d: u8 }",
        &["the action: encoding_changed"],
        &["the action: encoding_changed"],
    ),
    case(
        "struct A { b: u8, #[serde(flatten)] c: B } #E struct B { d: u8 }",
        "struct A { b: u8, #[serde(flatten)] c: B } #E struct B { d: u8, e: Option<u8> }",
        &[": form_changed"],
        &[": form_changed"],
    ),
    case(
        "struct A { b: u8, c: B } #E #[serde(untagged)] enum B { D { d: u8 }, E }",
        "struct A { b: u16, c: B } #E #[serde(untagged)] enum B { D { #[serde(alias = \"e\")] d: u8 }, E }",
        &["b: type_widened", "c: form_has_aliases"],
        &["b: type_incompatible"],
    ),
    case(
        "struct A { b: B, c: serde_json::Value } #E #[serde(tag = \"t\")] struct B { d: u8 }",
        "struct A { b: B, c: serde_json::Value } #E #[serde(tag = \"u\")] struct B { d: u8 }",
        &["b: struct_tag_changed"],
        &["b: struct_tag_changed"],
    ),
    case(
        "struct A { b: f32, c: serde_json::Value }",
        "struct A { b: f64, c: Option<serde_json::Value> }",
        &["b: type_incompatible", "c: null_means_two_things"],
        &["b: type_incompatible", "c: result_may_be_null"],
    ),
    case(
        "struct A { b: Vec<u8>, c: serde_json::Value }",
        "struct A { #[serde(skip_serializing_if = \"odd\")] b: Vec<u8>, c: serde_json::Value }",
        &[],
        &["b: result_field_may_be_missing"],
    ),
    case(
        "struct A { b: (i32, u16), c: serde_json::Value }",
        "struct A { b: (i32, u32), c: serde_json::Value }",
        &["b: type_incompatible"],
        &["b: type_incompatible"],
    ),
];

#[test]
fn changes_are_found() {
    let mut wrong = Vec::new();
    for case in CASES {
        for (is_input, expect) in [(true, case.input), (false, case.result)] {
            let found = found(case, is_input);
            if found != expect {
                let Case { old, new, .. } = case;
                wrong.push(format!(
                    "{old} -> {new} (input: {is_input})\n  {found:?}\n  {expect:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn found(case: &Case, is_input: bool) -> Vec<String> {
    let action = match is_input {
        true => "#[tramline::action] async fn f(a: A, z: u8) {}",
        false => "#[tramline::action] async fn f() -> A {}",
    };
    let [old, new] = [case.old, case.new].map(|ty| format!("#E {ty} {action}"));
    let findings = compare(&old, &new);
    let findings = findings.iter().map(|found| {
        let path = match found.path.as_str() {
            "" => found.part.to_string(),
            path => path.to_owned(),
        };
        let path = path.replace("the result", "");
        let path = path.strip_prefix('a').unwrap_or(&path);
        let path = path.strip_prefix('.').unwrap_or(path);
        format!("{path}: {}", found.rule.name())
    });
    findings.collect()
}

/// Those that concern what is around types.
const ELSEWHERE: &[Rule] = &[Rule::ErrorAdded, Rule::ErrorRemoved, Rule::ErrorDataChanged];

#[test]
fn errors_are_compared_by_their_codes() {
    let check = |old: &str, new: &str, expect: &[&str]| {
        let source = |variants: &str| {
            format!(
                "use tramline::ActionError; #[derive(ActionError)] enum E {{ {variants} }} \
                 #[tramline::action] async fn f() -> Result<(), E> {{}}"
            )
        };
        let findings = compare(&source(old), &source(new));
        let found: Vec<String> = findings
            .iter()
            .map(|one| format!("{} {} {}", one.part, one.path, one.rule.name()))
            .collect();
        assert_eq!(found, expect, "{old} -> {new}");
    };
    check("A, B", "B, A", &[]);
    check("A", "A, B", &["the error `b`  error_added"]);
    check("A, B", "B", &["the error `a`  error_removed"]);
    check("A", "A(u8)", &["the error `a`  error_data_changed"]);
    check("A(u16)", "A(u8)", &["the error `a`  type_widened"]);
    check(
        "A { b: u16, c: u8 }",
        "A { b: u32 }",
        &[
            "the error `a` c result_field_removed",
            "the error `a` b type_incompatible",
        ],
    );
}

#[test]
fn findings_say_what_happened_and_where() {
    let source = |fields: &str| {
        format!(
            "#E struct Post {{ tags: Vec<Tag> }} #E struct Tag {{ shape: Shape }} \
             #E enum Shape {{ Circle {{ {fields} }} }} \
             #[tramline::action] async fn f(post: Post, z: u8) {{}}"
        )
    };
    let findings = compare(&source("radius: f64"), &source("width: Option<f64>"));
    let found: Vec<String> = findings
        .iter()
        .map(|one| format!("{one}; {}", one.help()))
        .collect();
    assert_eq!(
        found,
        [
            "`post.tags[].shape::Circle.width` of the input is new, and open clients do without it; \
             nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again",
            "`post.tags[].shape::Circle.radius` of the input is gone while `width` is new: if that \
             is its new name, what open clients send for it would be lost; if so, give `width` the \
             attribute `#[serde(alias = \"radius\")]`; if not, do the one in this deploy and the \
             other in the next",
        ]
    );
    assert!(findings.iter().all(|one| one.location.is_some()));
}

#[test]
fn a_default_of_a_parameter_is_as_good_as_that_of_a_field() {
    let source = |parameters: &str| format!("#[tramline::action] async fn f({parameters}) {{}}");
    let rules = |old: &str, new: &str| -> Vec<&str> {
        let findings = compare(&source(old), &source(new));
        findings.iter().map(|one| one.rule.name()).collect()
    };
    assert_eq!(
        rules("a: u8", "a: u8, #[wire(default = 1)] b: u8"),
        ["field_added"]
    );
    assert_eq!(rules("a: u8", "a: u8, b: Option<u8>"), ["field_added"]);
    assert_eq!(rules("a: u8", "a: u8, b: u8"), ["required_field_added"]);
    assert_eq!(
        rules("a: u8", "#[wire(default = 1)] a: u8"),
        ["absence_changed"]
    );
    assert_eq!(
        rules("#[wire(default = 1)] a: u8", "a: u8"),
        ["field_now_required"]
    );
    // Left out, it was the default, and would be `None`.
    assert_eq!(
        rules("#[wire(default = 1)] a: u8", "a: Option<u8>"),
        ["absence_changed", "now_optional"]
    );
    // In plain JSON, where `null` is read as nothing, too.
    assert_eq!(
        rules(
            "j: serde_json::Value, a: Option<u8>",
            "j: serde_json::Value, #[wire(default = 1)] a: u8"
        ),
        ["absence_changed", "no_longer_optional"]
    );
    assert_eq!(
        rules(
            "j: serde_json::Value, #[wire(default = 1)] a: u8",
            "j: serde_json::Value, #[wire(default = 1)] a: u16"
        ),
        ["type_widened"]
    );
    // A function that takes nothing takes nothing at all.
    assert_eq!(rules("", "a: Option<u8>"), ["unit_changed"]);
}

#[test]
fn every_rule_has_a_case() {
    let cases = CASES
        .iter()
        .flat_map(|case| case.input.iter().chain(case.result));
    let mut covered: BTreeSet<&str> = cases
        .filter_map(|found| found.rsplit(": ").next())
        .collect();
    covered.extend(ELSEWHERE.iter().map(|rule| rule.name()));
    let all: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(covered, all);
    assert_eq!(all.len(), Rule::ALL.len(), "two rules with one name");
}
