//! Inputs in JSON.

use http::StatusCode;

use crate::harness::{self, BODY_LIMIT, service};

#[test]
fn promise_2_recursion_is_refused() {
    for (action, start, level) in [
        ("chain", r#"{"input":"#, "["),
        ("tree", "", r#"{"children":["#),
        ("expression", r#"{"input":"#, r#"{"Negate":"#),
        ("wide", "", r#"{"next":"#),
        ("loose", r#"{"input":"#, "["),
        ("loose", r#"{"input":"#, r#"{"":"#),
    ] {
        check(action, &filled(start, level), "too_deep");
    }
}

#[test]
fn promise_2_recursion_in_what_is_ignored_is_refused() {
    for info in service().actions() {
        for level in ["[", r#"{"":"#, r#"[{"":"#, "[0,["] {
            check(info.name, &filled(r#"{"?":"#, level), "too_deep");
        }
    }
}

#[test]
fn promise_2_what_is_no_input_is_refused() {
    let number = |number: &str| format!(r#"{{"input":{{"Number":{number}}}}}"#);
    let digits = "9".repeat(BODY_LIMIT - 100);
    for nonsense in [
        number("1e999999999999999999999"),
        number("-1e400"),
        number(&digits),
        number(&format!("1e{digits}")),
        number(&format!("{digits}.")),
        number(&"-".repeat(1 << 20)),
        filled("", "["),
        filled("", "{"),
        filled("", "\""),
        filled("", "\\"),
        filled("", " "),
        filled("\"", "\\u0000"),
        filled(r#"{"input":"#, r#"{"Number":0,"#),
    ] {
        let (status, _) = answer("expression", &nonsense);
        assert_eq!(status, StatusCode::BAD_REQUEST);
    }
    check("numbers", r#"{"input":[],"input":[]}"#, "malformed");
    check("words", r#"{"input":{"a":[],"\u0061":[]}}"#, "malformed");
    check("tree", r#"{"children":[],"x":{"y":0,"y":0}}"#, "malformed");
    check("loose", r#"{"input":{"a":0,"a":0}}"#, "malformed");
}

#[test]
fn promise_3_what_unfolds_is_refused() {
    check("options", &list("null"), "decode_budget");
    check("ordered", &entries("null"), "decode_budget");
    check("plain", &list("null"), "decode_budget");
}

#[test]
fn promise_3_names_without_end_take_no_more_memory_than_promised() {
    let mut members = String::from("{");
    for index in 0..BODY_LIMIT / 16 {
        members += &format!("\"{index:x}\":[],");
    }
    for (start, end) in [
        (r#"{"input":"#, r#""":[]}}"#),
        (r#"{"?":"#, r#""":[]}}"#),
        ("", r#""":[]}"#),
        (r#"{"input":"#, r#""0":[]}}"#),
    ] {
        for action in ["words", "numbers", "tree", "loose"] {
            answer(action, &format!("{start}{members}{end}"));
        }
    }
}

/// Whatever the answer is.
#[test]
fn promise_3_no_body_takes_more_memory_than_promised() {
    for info in service().actions() {
        for element in ["null", "[]", "{}"] {
            answer(info.name, &list(element));
        }
    }
}

fn check(action: &str, body: &str, code: &str) {
    harness::check(action, JSON, body.into(), code);
}

fn answer(action: &str, body: &str) -> (StatusCode, String) {
    harness::answer(action, JSON, body.into())
}

const JSON: &str = "application/json";

/// As many of `element` after `start` as a body can hold.
fn filled(start: &str, element: &str) -> String {
    let count = (BODY_LIMIT - start.len()) / element.len();
    start.to_owned() + &element.repeat(count)
}

/// A list of as many of `element` as a body can hold.
fn list(element: &str) -> String {
    let count = (BODY_LIMIT - 20) / (element.len() + 1);
    let rest = format!("{element},").repeat(count - 1);
    format!(r#"{{"input":[{rest}{element}]}}"#)
}

/// A map of as many entries as a body can hold, with keys that differ.
fn entries(value: &str) -> String {
    let mut text = String::from(r#"{"input":[[0,null]"#);
    for key in 1.. {
        let entry = format!(",[{key},{value}]");
        if text.len() + entry.len() + 2 > BODY_LIMIT {
            break;
        }
        text += &entry;
    }
    text + "]}"
}
