//! Pages from before more than one deploy.

use super::read;
use crate::gate::earlier::left_behind;
use crate::gate::state::State;
use crate::lock::Lock;

/// Deploys each of the sources but the last, and returns what is said of that one.
fn said(sources: &[&str]) -> Vec<String> {
    let mut lock: Option<Lock> = None;
    let (last, deployed) = sources.split_last().unwrap();
    for source in deployed {
        lock = Some(Lock::updated(lock.as_ref(), &read(source).api).0);
    }
    let old = State::of_lock(&lock.unwrap()).unwrap();
    left_behind(&old, &State::of(&read(last).api))
}

fn action(field: &str) -> String {
    format!(
        "#[derive(Deserialize)] struct New {{ {field}: String }} #[tramline::action] async fn create(new: New) {{}}"
    )
}

#[test]
fn an_alias_is_needed_for_as_long_as_someone_uses_it() {
    let [old, renamed, bare] = ["title", "#[serde(alias = \"title\")] name", "name"].map(action);
    assert_eq!(
        said(&[&old, &renamed, &bare]),
        [
            "callers of an earlier version of `create` could go on and now cannot, though those of the \
          last one can: pages that have been open for more than one deploy"
        ]
    );
    assert_eq!(said(&[&old, &renamed, &renamed]), [""; 0]);
    // It is a finding already.
    assert_eq!(said(&[&old, &renamed, &action("label")]), [""; 0]);
}
