//! What is around types: errors, parameters, and the places of findings.

use super::compare;

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
    check("A(u16)", "A(u8)", &["the error `a`  type_changed"]);
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
             is its new name, what open clients send for it would be lost; if so, keep the name, or give `width` the attribute \
             `#[serde(alias = \"radius\")]`, which parameters do not have; if not, do the one in this deploy and the \
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
        ["type_changed"]
    );
    // A function that took nothing was sent nothing, which plain JSON has another form for.
    assert_eq!(rules("", "a: Option<u8>"), ["field_added"]);
    assert_eq!(rules("", "#[wire(default = 1)] a: u8"), ["field_added"]);
    assert_eq!(rules("", "a: u8"), ["required_field_added"]);
    assert_eq!(rules("a: Option<u8>", ""), ["unit_changed"]);
    assert_eq!(
        rules("", "j: Option<serde_json::Value>"),
        ["encoding_changed"]
    );
}
