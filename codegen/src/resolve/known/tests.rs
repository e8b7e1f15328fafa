//! The document that users read names every row of the table of crates.

use super::crates;

#[test]
fn every_type_of_another_crate_is_documented() {
    let document = include_str!("../../../../TYPES.md");
    for (path, _) in crates::TABLE {
        let words: Vec<&str> = path.split("::").collect();
        let names = |line: &str| {
            let in_line = line.split(|character| !is_part_of_a_name(character));
            let in_line: Vec<&str> = in_line.collect();
            words.iter().all(|word| in_line.contains(word))
        };
        assert!(document.lines().any(names), "TYPES.md does not name {path}");
    }
}

fn is_part_of_a_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
