//! `breaking = "…"`, and what it lets through.

use super::{Past, found, read};
use crate::gate::level::FailOn;
use crate::gate::reasons::unused_reasons;

const BEFORE: &str = "#[tramline::query] async fn get(id: u32) -> u32 {} \
                      #[tramline::query] async fn list() -> u32 {}";

#[test]
fn a_reason_lets_all_of_an_action_through_and_nothing_else() {
    let after = "#[tramline::query(breaking = \"ids were guessed\")] async fn get(id: String) -> String {} \
                 #[tramline::query] async fn list() -> String {}";
    let findings = found(BEFORE, after, Past::Sources);
    for finding in &findings {
        let expect = (finding.action == "get").then_some("ids were guessed");
        assert_eq!(finding.allowed.as_deref(), expect, "{finding:?}");
    }
    let failing = findings.iter().filter(|one| FailOn::Source.fails(one));
    assert_eq!(
        failing.map(|one| one.rule).collect::<Vec<_>>(),
        ["type_incompatible", "result_type_changed"]
    );
    assert_eq!(unused_reasons(&findings, &read(after).api), [""; 0]);
}

#[test]
fn a_reason_for_nothing_is_told() {
    let after = "#[tramline::query(breaking = \"ids were guessed\")] \
                 async fn get(id: u32, #[wire(default = 1)] size: u32) -> u32 {} \
                 #[tramline::query] async fn list() -> u32 {}";
    let findings = found(BEFORE, after, Past::Sources);
    assert_eq!(
        unused_reasons(&findings, &read(after).api),
        [
            "`get` says `breaking = \"…\"`, and breaks nothing: take it out, or it lets the next change through"
        ]
    );
}
