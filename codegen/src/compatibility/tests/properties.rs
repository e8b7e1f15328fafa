//! Random schemas, and pairs of them.

use super::edit::edited;
use super::world::World;
use crate::compatibility::{Category, Schema, compare, tolerance};
use crate::model::Encoding;
use crate::random::Random;

const CASES: u64 = 400;

/// Some schemas, and what they are after a few changes.
fn pairs() -> impl Iterator<Item = (Schema, Schema)> {
    (0..CASES).flat_map(|seed| {
        let mut random = Random::new(seed + 1_000_000);
        let encoding = random.pick(&[Encoding::Postcard, Encoding::Json]);
        let old = World::new(&mut random, encoding);
        let new = match random.below(4) {
            0 => World::new(&mut random, encoding),
            _ => edited(&old, &mut random),
        };
        [
            (old.as_input(), new.as_input()),
            (old.as_result(), new.as_result()),
        ]
    })
}

#[test]
fn what_is_written_is_read_as_the_same() {
    for (schema, _) in pairs() {
        let text = schema.to_string();
        assert_eq!(Schema::parse(&text).unwrap().to_string(), text);
    }
}

#[test]
fn nothing_is_found_between_a_schema_and_itself() {
    for (schema, _) in pairs() {
        let remembered = Schema::parse(&schema.to_string()).unwrap();
        assert_eq!(compare(&schema, &schema), []);
        assert_eq!(compare(&remembered, &schema), []);
        assert!(tolerance(&remembered, &schema).is_full());
    }
}

#[test]
fn nothing_is_found_only_where_the_texts_are_equal() {
    let mut different = 0;
    for (old, new) in pairs() {
        let equal = old.to_string() == new.to_string();
        assert_eq!(compare(&old, &new).is_empty(), equal, "{old}\n->\n{new}");
        different += u32::from(!equal);
    }
    assert!(different > 500, "{different}");
}

#[test]
fn tolerable_is_what_has_no_finding_about_json() {
    for (old, new) in pairs() {
        let findings = compare(&old, &new);
        let breaks = findings.iter().any(|one| one.category() == Category::Json);
        assert_eq!(tolerance(&old, &new).is_full(), !breaks);
        for finding in findings {
            let texts = [finding.to_string(), finding.help()];
            let placeholders = ["{was}", "{is}", "{writer}", "{reader}"];
            let is_filled = |text: &String| !placeholders.iter().any(|one| text.contains(one));
            assert!(texts.iter().all(is_filled), "{texts:?}");
        }
    }
}
