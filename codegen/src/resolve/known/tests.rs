//! The table of crates beside the document that users read, and beside the types that Rust and
//! JavaScript are held against each other with.

use super::crates;

#[test]
fn every_type_of_another_crate_is_documented() {
    let document = include_str!("../../../../TYPES.md");
    for (path, _) in crates::TABLE {
        assert!(names(document, path), "TYPES.md does not name {path}");
    }
}

#[test]
fn every_type_of_another_crate_is_compared_with_javascript() {
    let sources = concat!(
        include_str!("../../../../tests/conformance/src/echo_foreign.rs"),
        include_str!("../../../../tests/conformance/src/echo_plain.rs"),
        include_str!("../../../../tests/conformance/src/foreign.rs"),
    );
    for (path, _) in crates::TABLE {
        let others = crates::ALIASES.iter().filter(|(_, other)| other == path);
        let mut paths = others.map(|(alias, _)| alias).chain([path]);
        assert!(paths.any(|path| names(sources, path)), "no echo has {path}");
    }
}

/// Whether a line of the text has every word of a path.
fn names(text: &str, path: &str) -> bool {
    text.lines().any(|line| {
        let words = line.split(|character| !is_part_of_a_name(character));
        let words: Vec<&str> = words.collect();
        path.split("::").all(|word| words.contains(&word))
    })
}

fn is_part_of_a_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
