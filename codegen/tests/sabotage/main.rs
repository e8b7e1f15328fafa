//! Makes the build step wrong about a type, in every way that source text can mislead, and shows
//! that it does not pass: rustc refuses the generated code, or a generated test fails. Either says
//! which type and which field.
//!
//! A row has the source that the build step reads and the source that is compiled with what it
//! generates. Where the two are the same, a macro does the misleading.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod rows;
mod workspace;

use std::fmt::Write as _;

use rows::{By, ROWS};
use workspace::Workspace;

#[test]
fn every_mistake_is_caught() {
    let workspace = Workspace::write(ROWS);
    let refusals = workspace.check();
    let compiled = ROWS.iter().filter(|row| !refusals.contains_key(row.name));
    let failures = workspace.test(compiled);
    let (mut table, mut escaped) = (String::new(), String::new());
    for row in ROWS {
        let refusal = refusals.get(row.name).map(|text| (By::Compiler, text));
        let failure = failures.get(row.name).map(|text| (By::Trace, text));
        let caught = refusal.or(failure);
        let by = caught.map_or(By::Nobody, |(by, _)| by);
        writeln!(table, "{:<28} {by:?}", row.name).unwrap();
        let text = caught.map_or("", |(_, text)| text);
        let missing: Vec<_> = row
            .says
            .iter()
            .filter(|part| !text.contains(**part))
            .collect();
        if by != row.caught || !missing.is_empty() {
            writeln!(
                escaped,
                "{}: {by:?}, not saying {missing:?}:\n{text}",
                row.name
            )
            .unwrap();
        }
    }
    println!("{table}");
    assert!(escaped.is_empty(), "{escaped}");
}
