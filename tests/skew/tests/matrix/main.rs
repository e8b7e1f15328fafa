//! DEPLOYING.md says what happens to a page that is open during a deploy. Here it happens: generated
//! clients in Node, at real servers of the same and of the other version, with and without a lock. The
//! table in the document is what was seen, and what the gate says of each change has to agree.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod locks;
mod observed;
mod table;
mod verdict;

use std::collections::BTreeSet;

use observed::Observed;
use verdict::Verdict;

#[test]
fn every_pair_of_client_and_server_does_what_it_should() {
    let observed = observed::observe();
    let problems = &observed.problems;
    assert!(
        problems.is_empty(),
        "{} problems\n{}",
        problems.len(),
        problems.join("\n")
    );

    assert_covered(&observed);
    let findings = locks::read("after")
        .findings(&locks::lock("before"))
        .unwrap();
    let rows = observed.rows.iter();
    let rows: Vec<_> = rows.map(|row| (row, Verdict::of(row, &findings))).collect();
    let disagreements = rows
        .iter()
        .flat_map(|(row, verdict)| verdict::disagreements(row, verdict));
    let disagreements: Vec<String> = disagreements.collect();
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
    table::check(&table::text(&rows));
}

/// Every action of every version is in a scenario.
fn assert_covered(observed: &Observed) {
    let rows = observed.rows.iter();
    let tried: BTreeSet<&str> = rows
        .flat_map(|row| row.actions.iter().map(String::as_str))
        .collect();
    for version in ["earlier", "before", "after"] {
        for action in locks::read(version).actions() {
            assert!(
                tried.contains(&action),
                "{action} of `{version}` is in no scenario"
            );
        }
    }
}
