//! What the lock knows to be given up.

use super::{found_between, own, read};
use crate::gate::state::State;

const BEFORE: &str = "#[tramline::query] async fn count() -> u32 {} \
    #[tramline::query(renamed_from = \"all\")] async fn list() -> u8 {}";

fn retiring(source: &str, names: &[&str]) -> State {
    let mut state = State::of(&read(source).api);
    state.retired = names.iter().map(|name| (*name).to_owned()).collect();
    state
}

#[test]
fn what_is_retired_knowingly_is_let_through() {
    let after = "#[tramline::query] async fn list() -> u8 {}";
    let new = retiring(after, &["count", "all"]);
    let findings = found_between(&State::of(&read(BEFORE).api), &new, after);
    let allowed: Vec<_> = findings
        .iter()
        .map(|one| (one.rule, one.allowed.as_deref()))
        .collect();
    assert_eq!(
        allowed,
        [
            ("action_removed", Some("`tramline.lock` retires `count`")),
            ("former_name_removed", Some("`tramline.lock` retires `all`")),
        ]
    );
}

#[test]
fn a_retired_name_stays_retired() {
    let after = "#[tramline::query] async fn count() -> u32 {}";
    let old = retiring("", &["count"]);
    let expect = ["retired_name_reused count: `count` is the name of an action that was retired"];
    let findings = found_between(&old, &State::of(&read(after).api), after);
    assert_eq!(own(&findings), expect);
    // It may have been retired since.
    let new = retiring(after, &["count"]);
    assert_eq!(own(&found_between(&State::default(), &new, after)), expect);
}
