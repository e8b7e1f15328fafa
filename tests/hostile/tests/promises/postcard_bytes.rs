//! Inputs in postcard.

use http::StatusCode;

use crate::harness::{self, BODY_LIMIT, service};

/// 2^63 as a varint.
const HUGE: [u8; 10] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1];

#[test]
fn promise_2_recursion_is_refused() {
    for action in ["chain", "tree", "wide"] {
        check(action, vec![1; BODY_LIMIT], "too_deep");
    }
    check("expression", vec![0; BODY_LIMIT], "too_deep");
}

#[test]
fn promise_2_counts_without_end_are_refused() {
    for action in [
        "units",
        "nested_units",
        "numbers",
        "options",
        "ordered",
        "sets",
    ] {
        check(action, HUGE.to_vec(), "decode_budget");
    }
}

#[test]
fn promise_3_what_unfolds_is_refused() {
    for element in [&[0][..], &[1; 65]] {
        check("options", filled(element), "decode_budget");
    }
    check("ordered", entries(), "decode_budget");
    check(
        "sets",
        filled(&[&[1][..], &[1; 64]].concat()),
        "decode_budget",
    );
    check("boxes", filled(&[0; 64]), "decode_budget");
}

/// Whatever the answer is.
#[test]
fn promise_3_no_body_takes_more_memory_than_promised() {
    let elements = [
        &[0][..],
        &[1],
        &[2],
        &[0x7f],
        &[0, 1],
        &[1, 0],
        &[1, 1, 0],
        &[0xff; 2],
    ];
    for info in service().actions() {
        for element in elements {
            answer(info.name, filled(element));
            answer(info.name, element.repeat(BODY_LIMIT / element.len()));
        }
    }
}

/// Asserts that the action refuses the body for the reason `code`.
fn check(action: &str, body: Vec<u8>, code: &str) {
    harness::check(action, POSTCARD, body, code);
}

/// The action's answer to `body`.
fn answer(action: &str, body: Vec<u8>) -> (StatusCode, String) {
    harness::answer(action, POSTCARD, body)
}

const POSTCARD: &str = "application/postcard";

/// As many of `element` as a body can hold, after their count.
fn filled(element: &[u8]) -> Vec<u8> {
    let count = (BODY_LIMIT - 4) / element.len();
    let mut body = postcard::to_stdvec(&count).unwrap();
    body.extend(element.repeat(count));
    body
}

/// As many entries as a body can hold, with keys that differ and values that are absent.
fn entries() -> Vec<u8> {
    let count = BODY_LIMIT / 5;
    let mut body = postcard::to_stdvec(&count).unwrap();
    for key in 0..count {
        body.extend(postcard::to_stdvec(&(key, false)).unwrap());
    }
    body
}
