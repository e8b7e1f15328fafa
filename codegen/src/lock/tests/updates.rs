//! What each change of the sources does to the lock.

use super::{api, locked};
use crate::lock::{Change, Lock};

/// Runs `tramline lock` on each of the sources; then, what the last run did.
fn check(sources: &[&str], expect: &[&str]) -> Lock {
    let (lock, changes) = locked(sources);
    let done: Vec<String> = changes.iter().map(Change::done).collect();
    assert_eq!(done, expect, "{}", lock.to_text());
    lock
}

/// The past of an action: how callers fare, oldest first.
fn past(lock: &Lock, name: &str) -> Vec<String> {
    let verdict = |readable| if readable { "ok" } else { "no" };
    let past = lock.actions[name].past.iter();
    past.map(|version| {
        let may = version.may;
        let (input, result) = (verdict(may.input), verdict(may.result));
        let reason = version.breaking.as_deref().unwrap_or_default();
        format!("{input} {result} {reason}").trim_end().to_owned()
    })
    .collect()
}

const CREATE: &str = "#[action] async fn create(title: String) -> u64 {}";
const NARROW: &str = "#[action] async fn create(title: String, body: String) -> u64 {}";
const WIDE: &str = "#[action] async fn create(title: String, body: Option<String>) -> u64 {}";

#[test]
fn nothing_changes_without_a_change() {
    check(&[""], &[]);
    check(&[CREATE], &["added `create`"]);
    check(&[CREATE, CREATE], &[]);
}

#[test]
fn a_changed_action_remembers_its_past() {
    let lock = check(
        &[CREATE, WIDE],
        &["changed `create`: callers of 1 past version go on"],
    );
    assert_eq!(past(&lock, "create"), ["ok ok"]);
    let lock = check(
        &[CREATE, WIDE, NARROW],
        &["changed `create`: callers of 2 past versions are refused"],
    );
    assert_eq!(past(&lock, "create"), ["no ok", "no ok"]);
}

#[test]
fn what_returns_is_past_no_longer() {
    let lock = check(
        &[CREATE, NARROW, CREATE],
        &["changed `create`: callers of 1 past version go on"],
    );
    assert_eq!(past(&lock, "create"), ["ok ok"]);
}

#[test]
fn a_reason_stays_with_the_callers_that_it_gave_up() {
    let narrow = NARROW.replace("action", "action(breaking = \"no body, no post\")");
    let reason = "no ok no body, no post";
    let lock = check(
        &[CREATE, &narrow],
        &["changed `create`: callers of 1 past version are refused"],
    );
    assert_eq!(past(&lock, "create"), [reason]);
    let lock = check(&[CREATE, &narrow, NARROW], &[]);
    assert_eq!(past(&lock, "create"), [reason]);
    let other = narrow.replace("no body, no post", "another");
    assert_eq!(
        past(&check(&[CREATE, &narrow, &other], &[]), "create"),
        [reason]
    );
    // Given later, it is the reason all the same.
    let lock = check(
        &[CREATE, NARROW, &narrow],
        &["judged `create` anew: callers of 1 past version are refused"],
    );
    assert_eq!(past(&lock, "create"), [reason]);
    let lock = check(
        &[CREATE, &narrow, WIDE],
        &["changed `create`: callers of 2 past versions go on"],
    );
    assert_eq!(past(&lock, "create"), ["ok ok", "ok ok"]);
}

#[test]
fn what_shows_in_no_schema_is_judged_too() {
    let new = |alias: &str| {
        format!(
            "#[derive(Deserialize)] struct New {{ {alias} title: String }}\n\
             #[action] async fn create(new: New) {{}}"
        )
    };
    let old = new("").replace("title", "name");
    let lock = check(
        &[&old, &new("")],
        &["changed `create`: callers of 1 past version are refused"],
    );
    assert_eq!(past(&lock, "create"), ["no ok"]);
    let lock = check(
        &[&old, &new(""), &new("#[serde(alias = \"name\")]")],
        &["judged `create` anew: callers of 1 past version go on"],
    );
    assert_eq!(past(&lock, "create"), ["ok ok"]);
}

#[test]
fn what_is_gone_is_retired() {
    let lock = check(
        &[CREATE, ""],
        &["retired `create`, whose callers are told that it is gone"],
    );
    assert!(lock.actions.is_empty());
    assert!(lock.retired.contains("create"));
    let lock = check(
        &[CREATE, "", CREATE],
        &["left out `create`, whose name is retired"],
    );
    assert!(lock.actions.is_empty());
}

#[test]
fn a_former_name_carries_the_past_over() {
    let add = WIDE.replace("create", "add");
    let renamed = add.replace("action", "action(renamed_from = \"create\")");
    let lock = check(
        &[CREATE, &renamed],
        &[
            "renamed `create` to `add`",
            "changed `add`: callers of 1 past version go on",
        ],
    );
    assert_eq!(past(&lock, "add"), ["ok ok"]);
    assert!(lock.actions["add"].former.contains("create"));
    assert!(lock.retired.is_empty());

    let lock = check(
        &[CREATE, &renamed, &add],
        &["retired the former name `create`"],
    );
    assert!(lock.retired.contains("create"));
    assert_eq!(past(&lock, "add"), ["ok ok"]);

    let again = renamed
        .replace("add", "insert")
        .replace("\"create\"", "[\"add\", \"create\"]");
    let lock = check(&[CREATE, &renamed, &again], &["renamed `add` to `insert`"]);
    assert_eq!(lock.actions["insert"].former.len(), 2);
    let back = CREATE.replace("action", "action(renamed_from = \"add\")");
    let lock = check(
        &[CREATE, &renamed, &back],
        &[
            "renamed `add` to `create`",
            "changed `create`: callers of 1 past version go on",
        ],
    );
    assert_eq!(lock.actions.len(), 1);
    assert!(lock.retired.is_empty());
}

#[test]
fn a_former_name_can_be_given_late() {
    let add = CREATE.replace("create", "add");
    let renamed = add.replace("action", "action(renamed_from = \"create\")");
    check(
        &[CREATE, &add, &renamed],
        &["added the former name `create` of `add`"],
    );
    check(
        &[&renamed],
        &["added `add`", "added the former name `create` of `add`"],
    );
}

#[test]
fn a_former_name_is_nobody_elses() {
    let renamed = CREATE
        .replace("create", "add")
        .replace("action", "action(renamed_from = \"create\")");
    let taken = format!("{CREATE} {}", CREATE.replace("create", "add"));
    let lock = check(
        &[&renamed, &taken],
        &[
            "left out `create`, whose name is retired",
            "retired the former name `create`",
        ],
    );
    assert_eq!(lock.actions.len(), 1);
}

#[test]
fn two_actions_may_become_one() {
    let both = format!("{CREATE} {}", WIDE.replace("create", "add"));
    let one = CREATE.replace("action", "action(renamed_from = \"add\")");
    let lock = check(&[&both, &one], &["renamed `add` to `create`"]);
    assert_eq!(past(&lock, "create"), ["ok ok"]);
}

#[test]
fn callers_of_a_query_that_became_an_action_are_refused() {
    let query = CREATE.replace("action", "query");
    check(&[&query, CREATE], &["made `create` an action"]);
    check(&[CREATE, &query], &["made `create` a query"]);
    let lock = check(
        &[&query, WIDE],
        &[
            "changed `create`: callers of 1 past version are refused",
            "made `create` an action",
        ],
    );
    assert_eq!(past(&lock, "create"), ["no ok"]);
    let wide = WIDE.replace("action", "query");
    let lock = check(
        &[CREATE, &wide],
        &[
            "changed `create`: callers of 1 past version go on",
            "made `create` a query",
        ],
    );
    assert_eq!(past(&lock, "create"), ["ok ok"]);
}

#[test]
fn a_new_action_like_one_that_is_gone_is_pointed_out() {
    let (lock, _) = locked(&[CREATE]);
    let drift = lock
        .hold_against(&api(&CREATE.replace("create", "add")))
        .drift;
    let pending: Vec<String> = drift.iter().map(Change::pending).collect();
    assert_eq!(pending, ["`add` is new", "`create` is gone"]);
    let help = drift[1].help().unwrap();
    assert!(
        help.contains("if `add` is it") && help.contains("renamed_from = \"create\""),
        "{help}"
    );
    assert_eq!(drift[0].help(), None);
}

#[test]
fn the_text_reads_well() {
    let (lock, _) = locked(&[
        &format!(
            "{CREATE} #[query] async fn list() -> Vec<u64> {{}} #[action] async fn drop() {{}}"
        ),
        "#[action(renamed_from = \"create\", breaking = \"a post has a body\")] \
         async fn add(title: String, body: String) -> u64 {}\n\
         #[query] async fn list(page: Option<u32>) -> Vec<u64> {}",
    ]);
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lock/tests/expected.lock");
    let text = lock.to_text();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), text);
}
