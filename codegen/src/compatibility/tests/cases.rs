//! Changes of a type `A`, and what is found where it is an input and where it is a result: blocks of
//! the files in `cases/`. `UPDATE_EXPECT=1` rewrites what follows the first two lines of each.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::compare;
use crate::compatibility::{Finding, Rule};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/compatibility/tests/cases");

/// Each use of a type, and the action that makes it.
const USES: [(&str, &str); 2] = [
    ("input", "#[tramline::action] async fn f(a: A, z: u8) {}"),
    ("result", "#[tramline::action] async fn f() -> A {}"),
];

/// Those that concern what is around types, which `parts` is about.
const ELSEWHERE: &[Rule] = &[Rule::ErrorAdded, Rule::ErrorRemoved, Rule::ErrorDataChanged];

#[test]
fn changes_are_found_and_every_rule_has_a_case() {
    let mut broken: BTreeSet<&str> = ELSEWHERE.iter().map(|rule| rule.name()).collect();
    let mut files: Vec<_> = fs::read_dir(FOLDER).unwrap().collect();
    files.sort_by_key(|file| file.as_ref().unwrap().path());
    for file in files {
        broken.extend(check(&file.unwrap().path()));
    }
    let all: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(broken, all, "a rule without a case");
    assert_eq!(all.len(), Rule::ALL.len(), "two rules with one name");
}

/// Compares what is found with what is recorded, and returns the rules that were broken.
fn check(file: &Path) -> BTreeSet<&'static str> {
    let mut broken = BTreeSet::new();
    let recorded = fs::read_to_string(file).unwrap();
    let blocks = recorded.split("\n\n").map(|block| {
        let mut lines = block.lines();
        let [old, new] = [lines.next().unwrap(), lines.next().unwrap()];
        let mut text = format!("{old}\n{new}\n");
        for (name, action) in USES {
            let [old, new] = [old, new].map(|ty| format!("#E {ty} {action}"));
            for finding in compare(&old, &new) {
                text += &shown(name, &finding);
                broken.insert(finding.rule.name());
            }
        }
        text
    });
    let found = blocks.collect::<Vec<_>>().join("\n");
    if found != recorded {
        let update = std::env::var_os("UPDATE_EXPECT").is_some();
        assert!(update, "{}: {found}", file.display());
        fs::write(file, found).unwrap();
    }
    broken
}

fn shown(name: &str, finding: &Finding) -> String {
    let mut line = String::new();
    let (category, rule) = (finding.category().name(), finding.rule.name());
    // Writing to a string does not fail.
    let _ = writeln!(line, "  {name}: {category} {rule}: {finding}");
    line
}
