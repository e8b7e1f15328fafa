//! Two branches change the file, and git puts them together.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::{api, locked};
use crate::lock::{FILE, Lock};

/// The lock after `git merge`, and whether that asked for a person.
fn merge(base: &str, ours: &str, theirs: &str) -> (Lock, bool) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    git(folder, "init --quiet --initial-branch base");
    commit(folder, &[base]);
    git(folder, "checkout --quiet -b theirs");
    commit(folder, &[base, theirs]);
    git(folder, "checkout --quiet -b ours base");
    commit(folder, &[base, ours]);
    let merged = git(folder, "merge --quiet theirs");
    let text = fs::read_to_string(folder.join(FILE)).unwrap();
    let of_merge = Lock::of_merge(folder).unwrap();
    assert_eq!(merged, of_merge.is_none(), "{text}");
    let conflict = !merged;
    assert_eq!(Lock::parse(&text).is_err(), conflict, "{text}");
    (
        of_merge.unwrap_or_else(|| Lock::parse(&text).unwrap()),
        conflict,
    )
}

fn commit(folder: &Path, history: &[&str]) {
    fs::write(folder.join(FILE), locked(history).0.to_text()).unwrap();
    git(folder, "add .");
    git(folder, "commit --quiet --message=lock");
}

fn git(folder: &Path, arguments: &str) -> bool {
    let status = Command::new("git")
        .args([
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@b",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments.split(' '))
        .current_dir(folder)
        .output()
        .unwrap();
    status.status.success()
}

fn package(functions: &[(&str, &str)]) -> String {
    let action = |(name, input)| format!("#[action] async fn {name}({input}) -> u64 {{}}\n");
    functions.iter().copied().map(action).collect()
}

#[test]
fn actions_in_different_places_merge_by_themselves() {
    let base = package(&[("b", "x: u8"), ("d", "x: u8"), ("f", "x: u8")]);
    let ours = package(&[
        ("b", "x: u8"),
        ("c", "x: u8"),
        ("d", "x: u8"),
        ("f", "x: u16"),
    ]);
    let theirs = package(&[
        ("b", "x: u8, y: u8"),
        ("d", "x: u8"),
        ("e", "x: u8"),
        ("f", "x: u8"),
    ]);
    let (lock, conflict) = merge(&base, &ours, &theirs);
    assert!(!conflict);
    let merged = package(&[
        ("b", "x: u8, y: u8"),
        ("c", "x: u8"),
        ("d", "x: u8"),
        ("e", "x: u8"),
        ("f", "x: u16"),
    ]);
    assert_eq!(lock.hold_against(&api(&merged)).drift, []);
    assert_eq!(lock.actions["b"].past.len(), 1);
    assert_eq!(lock.actions["f"].past.len(), 1);
}

#[test]
fn actions_in_one_place_are_both_kept() {
    let base = package(&[("a", "x: u8")]);
    let ours = package(&[("a", "x: u8"), ("b", "y: u8")]);
    let theirs = package(&[("a", "x: u8"), ("c", "z: u16")]);
    let (lock, conflict) = merge(&base, &ours, &theirs);
    assert!(conflict);
    let merged = package(&[("a", "x: u8"), ("b", "y: u8"), ("c", "z: u16")]);
    assert_eq!(lock.hold_against(&api(&merged)).drift, []);
}

#[test]
fn an_action_that_both_changed_keeps_every_version() {
    let inputs = [
        "x: u8",
        "x: u8, y: u8",
        "x: u8, z: u8",
        "x: u8, y: u8, z: u8",
    ];
    let [base, ours, theirs, merged] = inputs.map(|input| package(&[("a", input)]));
    let (lock, conflict) = merge(&base, &ours, &theirs);
    assert!(conflict);
    let (settled, _) = Lock::updated(Some(&lock), &api(&merged));
    let past: Vec<&str> = settled.actions["a"]
        .past
        .iter()
        .map(|version| version.schema.rsplit("= ").next().unwrap())
        .collect();
    let expect = [
        "struct {x: u8}",
        "struct {x: u8, z: u8}",
        "struct {x: u8, y: u8}",
    ];
    assert_eq!(past, expect);
}

#[test]
fn one_side_renames_what_the_other_changes() {
    let base = package(&[("a", "x: u8")]);
    let ours = package(&[("b", "x: u8")]).replace("action", "action(renamed_from = \"a\")");
    let theirs = package(&[("a", "x: u8, y: Option<u8>")]);
    let (lock, conflict) = merge(&base, &ours, &theirs);
    assert!(conflict);
    let merged = ours.replace("x: u8", "x: u8, y: Option<u8>");
    let (settled, _) = Lock::updated(Some(&lock), &api(&merged));
    assert_eq!(settled.actions["b"].past.len(), 1);
    assert!(settled.actions["b"].former.contains("a"));
    assert!(settled.retired.is_empty());
}

#[test]
fn names_that_both_retired_are_both_kept() {
    let base = package(&[("a", "x: u8"), ("b", "x: u8"), ("c", "x: u8")]);
    let ours = package(&[("a", "x: u8"), ("b", "x: u8")]);
    let theirs = package(&[("b", "x: u8"), ("c", "x: u8")]);
    let (lock, _) = merge(&base, &ours, &theirs);
    let (settled, _) = Lock::updated(Some(&lock), &api(&package(&[("b", "x: u8")])));
    assert_eq!(settled.retired.len(), 2);
}

#[test]
fn what_one_side_dropped_the_sources_decide_about() {
    let base = package(&[("a", "x: u8"), ("b", "x: u8")]);
    let changed = package(&[("a", "x: u16"), ("b", "x: u8")]);
    let dropped = package(&[("b", "x: u8")]);
    for (ours, theirs) in [(&changed, &dropped), (&dropped, &changed)] {
        let (lock, conflict) = merge(&base, ours, theirs);
        assert!(conflict);
        let (kept, _) = Lock::updated(Some(&lock), &api(&changed));
        assert_eq!(kept.actions["a"].past.len(), 1);
        assert!(kept.retired.is_empty());
        let (gone, _) = Lock::updated(Some(&lock), &api(&dropped));
        assert!(gone.retired.contains("a"));
    }
}

#[test]
fn where_there_is_no_merge_there_are_no_sides() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Lock::of_merge(folder.path()), Ok(None));
    git(folder.path(), "init --quiet");
    assert_eq!(Lock::of_merge(folder.path()), Ok(None));
}

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

/// A lock after two states in which each of a few actions is there or not, and takes one of a few
/// inputs.
fn random(random: &mut Random) -> Lock {
    let inputs = ["x: u8", "x: u16", "x: u8, y: Option<u8>", "y: String"];
    let sources: [String; 2] = std::array::from_fn(|_| {
        let names = ["a", "b", "c", "d"].into_iter();
        let present = names.filter_map(|name| {
            let input = random.below(inputs.len() + 2);
            Some((name, *inputs.get(input)?))
        });
        package(&present.collect::<Vec<_>>())
    });
    locked(&[&sources[0], &sources[1]]).0
}

/// Every version that callers may have.
fn versions(lock: &Lock) -> BTreeSet<(String, u64)> {
    let mut versions = BTreeSet::new();
    for (name, locked) in &lock.actions {
        let past = locked.past.iter().map(|version| version.fingerprint);
        let all = past.chain([locked.fingerprint]);
        versions.extend(all.map(|fingerprint| (name.clone(), fingerprint)));
    }
    versions
}

fn names(lock: &Lock) -> BTreeSet<String> {
    let actions = lock.actions.keys();
    actions.chain(&lock.retired).cloned().collect()
}

#[test]
fn nothing_that_either_side_knows_is_lost() {
    let mut state = Random(0xd1b5_4a32_d192_ed03);
    for _ in 0..40 {
        let (ours, theirs) = (random(&mut state), random(&mut state));
        let joined = ours.clone().join(theirs.clone());
        assert_eq!(versions(&joined), &versions(&ours) | &versions(&theirs));
        assert_eq!(names(&joined), &names(&ours) | &names(&theirs));
        assert_eq!(Lock::parse(&joined.to_text()).as_ref(), Ok(&joined));
    }
}
