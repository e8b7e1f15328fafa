//! What is written is read as the same, and nothing else is read.

use super::{Schema, schema};
use crate::random::Random;

const WRITTEN: &[&str] = &[
    "input unit\nresult unit",
    "wire json\ninput list<json>\nresult decimal\nerror gone\nerror \"not found\": string",
    "input #1\nresult #2\n#1 = struct {a?: option<u8>, b~: string, c??: tuple<>}\n#2 = list<#2>",
    "input #1\nresult array<#3, 4>\n#1 = enum {A, B@3: #2, \"a \\\"\\\\\\u{7}b\": bytes<16>}\n\
     #2 = tagged \"the kind\", content {C: tuple<u8, f64>}\n#3 = tagged t {D: #4}\n#4 = struct {}",
    "wire json\ninput #1\nresult map<string, set<uuid>>\n#1 = struct type: name {*: #2, *?: #2}\n\
     #2 = untagged {*, *: u8}",
];

#[test]
fn what_is_written_is_read() {
    for text in WRITTEN {
        assert_eq!(Schema::parse(text).unwrap().to_string(), *text);
    }
}

fn refused(text: &str) -> String {
    Schema::parse(text).unwrap_err().to_string()
}

#[test]
fn mistakes_are_told_with_their_lines() {
    let check = |text: &str, expected: &str| assert_eq!(refused(text), expected, "{text}");
    check("", "line 1: expected `input `, found the end of the line");
    check(
        "input unit",
        "line 2: expected `result `, found the end of the line",
    );
    check(
        "input u7\nresult unit",
        "line 1: expected a type, found `u7`",
    );
    check(
        "input unit\nresult unit\n",
        "line 3: expected a definition, found the end of the line",
    );
    check(
        "input list<u8>>\nresult unit",
        "line 1: expected the end of the line, found `>`",
    );
    check(
        "input #1\nresult unit",
        "line 1: expected the number of a definition, found `1`",
    );
    check(
        "input #1\nresult unit\n#2 = struct {}",
        "line 3: expected `#1 = `, found `#2 = struct {}`",
    );
    check(
        "input array<u8, 04>\nresult unit",
        "line 1: expected a number, found `04>`",
    );
    check(
        "input option<u8, u8>\nresult unit",
        "line 1: expected `>`, found `, u8>`",
    );
}

#[test]
fn no_text_is_read_as_anything_else() {
    let mut random = Random::new(1);
    let mut read = 0;
    for text in WRITTEN.repeat(400) {
        let mut characters: Vec<char> = text.chars().collect();
        let [from, to] = [0; 2].map(|_| random.below(characters.len()));
        match random.below(3) {
            0 => drop(characters.remove(from)),
            1 => characters[to] = characters[from],
            _ => characters.insert(to, characters[from]),
        }
        let edited: String = characters.into_iter().collect();
        if let Ok(schema) = Schema::parse(&edited) {
            assert_eq!(schema.to_string(), edited);
            read += 1;
        }
    }
    assert!(read > 100, "{read}");
}

#[test]
fn nothing_is_written_in_two_ways() {
    // Out of order, unused, twice the same, quoted without need.
    for text in [
        "input unit\nresult unit\n#1 = struct {}",
        "input #1\nresult #2\n#1 = struct {}\n#2 = struct {}",
        "input #2\nresult #1\n#1 = struct {a: u8}\n#2 = struct {}",
        "input #1\nresult unit\n#1 = struct {\"a\": u8}",
        "input unit\nresult unit\nerror b\nerror a",
        "input #1\nresult unit\n#1 = list<u8>",
    ] {
        let refused = refused(text);
        assert!(
            refused.contains("is written differently"),
            "{text}: {refused}"
        );
    }
}

#[test]
fn what_is_read_from_source_is_written_as_its_text() {
    let source = "#E struct Post { #[serde(alias = \"x\")] title: String, key: [u8; 4] } \
                  #[tramline::action] async fn f(post: Post) -> Vec<Post> {}";
    assert_eq!(
        schema(source).to_string(),
        "input #1\nresult list<#1>\n#1 = struct {title: string, key: bytes<4>}"
    );
}
