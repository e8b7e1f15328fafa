//! What is refused, at which line, and with which way out.

use tramline_syntax::digest::{base64url, bits48};

use crate::lock::Lock;
use crate::lock::tests::locked;

/// The text of a lock with one of everything, less its first comments.
fn text() -> String {
    let (lock, _) = locked(&[
        "#[action] async fn create(title: String) -> u64 {} #[action] async fn drop(id: u64) {}",
        "#[action(renamed_from = \"create\")] async fn add(title: String, body: String) -> u64 {}",
    ]);
    let text = lock.to_text();
    let (_, text) = text.split_once("version = 1").unwrap();
    format!("version = 1{text}")
}

/// What is said once `from` reads `to`.
fn check(from: &str, to: &str, line: usize, message: &str, help: &str) {
    let text = text();
    assert!(text.contains(from), "{from:?} is not in\n{text}");
    let broken = text.replacen(from, to, 1);
    let error = Lock::parse(&broken).expect_err(&broken);
    assert!(
        error.message.contains(message),
        "{message:?} not in {error}"
    );
    assert!(error.help.contains(help), "{help:?} not in {error}");
    assert_eq!(error.line, line, "{error}\n{broken}");
    let shown = error.to_string();
    assert!(!shown.contains('\n'), "{shown}");
    assert!(
        shown.starts_with(&format!("tramline.lock:{line}: ")),
        "{shown}"
    );
}

#[test]
fn the_format_is_known() {
    check(
        "version = 1",
        "version = 2",
        1,
        "has the format 2",
        "update tramline",
    );
    check(
        "version = 1",
        "version = \"1\"",
        1,
        "is not a number",
        "history",
    );
    check("version = 1\n", "", 1, "`version` is missing", "history");
}

#[test]
fn every_key_is_known_and_has_its_type() {
    check(
        "kind = \"action\"",
        "kinds = 1",
        5,
        "no `kinds` in the entry of `add`",
        "newer",
    );
    check(
        "kind = \"action\"\n",
        "",
        3,
        "`kind` is missing in the entry of `add`",
        "history",
    );
    check(
        "kind = \"action\"",
        "kind = true",
        5,
        "is not a string",
        "history",
    );
    check(
        "kind = \"action\"",
        "kind = \"get\"",
        5,
        "cannot be `get`",
        "`action` or `query`",
    );
    check(
        "\"unreadable\"",
        "\"maybe\"",
        17,
        "cannot be `maybe`",
        "`unreadable`",
    );
    check(
        "[retired]",
        "[retried]",
        26,
        "no `retried` in this file",
        "newer",
    );
    check(
        "[[action.\"add\".past]]",
        "[action.\"add\".past]",
        14,
        "not an array",
        "history",
    );
    check(
        "[retired]",
        "[retired]\n[retired]",
        27,
        "not TOML: duplicate key",
        "keep one of them",
    );
}

#[test]
fn names_and_digests_fit_together() {
    check(
        "[action.\"add\"]",
        "[action.\"ad\"]",
        4,
        "is not the ID of `ad`",
        "follows from",
    );
    check(
        "\"drop\" = \"",
        "\"drop\" = \"_",
        27,
        "is not the ID of `drop`",
        "and this one is",
    );
    check(
        "\"drop\" = \"",
        "\"dr op\" = \"",
        27,
        "cannot be the name",
        "history",
    );
    check(
        "body: string",
        "text: string",
        7,
        "is not the fingerprint",
        "from one side",
    );
    check(
        "input #1\nresult u64\n#1 = struct {title: string}\n",
        "input unit\nresult u64\n",
        15,
        "is not the fingerprint",
        "mixed",
    );
}

#[test]
fn a_schema_can_be_compared_with() {
    let fingerprint = line_of("fingerprint");
    let schema = "input #1\nresult u64\n#1 = struct {title: string, body: text}";
    let digest = base64url(bits48(schema));
    let text = text();
    let broken = text
        .replace(&fingerprint, &format!("fingerprint = \"{digest}\""))
        .replace("body: string", "body: text");
    let error = Lock::parse(&broken).unwrap_err();
    assert_eq!(error.line, 11, "{error}");
    assert!(error.message.contains("cannot be read"), "{error}");
    assert!(error.help.contains("update tramline"), "{error}");
}

#[test]
fn a_merge_is_finished_by_a_person() {
    check(
        "kind =",
        "<<<<<<< ours\nkind =",
        5,
        "not resolved",
        "`tramline lock`",
    );
    check(
        "kind =",
        "=======\nkind =",
        5,
        "not resolved",
        "keeps what either knows",
    );
    let twice = "kind = \"action\"\nkind = \"query\"";
    check(
        "kind = \"action\"",
        twice,
        6,
        "not TOML: duplicate key",
        "keep one of them",
    );
}

#[test]
fn a_name_is_one_thing() {
    let create = line_of("former.\"create\"").replace("former.", "");
    let add = format!("\"add\" = {}", line_of("id").replace("id = ", ""));
    let drop = line_of("\"drop\"");
    let both = |other: &str| format!("{drop}\n{other}");
    check(
        &drop,
        &both(&create),
        28,
        "`create` is a former name of `add`, and also retired",
        "",
    );
    check(
        &drop,
        &both(&add),
        28,
        "`add` is an action, and also retired",
        "remove the other",
    );
    let former = "former.\"create\"";
    let itself = format!("former.{add}\n{former}");
    check(
        former,
        &itself,
        6,
        "`add` is an action, and also a former name of `add`",
        "decide",
    );
}

fn line_of(start: &str) -> String {
    let text = text();
    let mut lines = text.lines();
    lines
        .find(|line| line.starts_with(start))
        .unwrap()
        .to_owned()
}
