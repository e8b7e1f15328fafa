//! What a lock keeps of routes.

use super::{api, locked};
use crate::lock::{Change, Lock};

const GET: &str = "#[query(rest = \"GET /v2/posts/{id}\")] async fn get(id: u32) -> u64 {}";
const OLD: &str = "#[query(rest = \"GET /v1/posts/{id}\", rpc = false, \
    deprecated(since = \"2026-01-01\", sunset = \"2027-06-01\"))] async fn get_v1(id: u32) -> u32 {}";

/// What `tramline lock` says after each of the sources.
fn check(sources: &[&str], expect: &[&str]) -> Lock {
    let (lock, changes) = locked(sources);
    let done: Vec<String> = changes.iter().map(Change::done).collect();
    assert_eq!(done, expect, "{}", lock.to_text());
    lock
}

#[test]
fn the_file_says_what_each_route_promises() {
    let lock = check(
        &[&format!("{GET} {OLD}")],
        &["added `get`", "added `get_v1`, which only routes lead to"],
    );
    let text = lock.to_text();
    let expect = "\
routes = '''
GET /v2/posts/{id}
  path id: integer
  success 200
'''

[rest.\"get_v1\"]
fingerprint = \"7JHInQW9\"
schema = '''
input #1
result u32
#1 = struct {id: u32}
'''
routes = '''
GET /v1/posts/{id}
  path id: integer
  success 200
  sunset 2027-06-01
'''
";
    assert!(text.ends_with(expect), "{text}");
}

#[test]
fn a_change_of_a_route_is_a_change_of_the_file() {
    let changed = GET.replace("v2", "v3");
    check(&[GET, &changed], &["changed routes of `get`"]);
    let none = GET.replace("rest = \"GET /v2/posts/{id}\"", "");
    check(&[GET, &none], &["changed routes of `get`"]);
    check(&[&none, GET], &["changed routes of `get`"]);
    let later = OLD.replace("2027", "2028");
    check(&[OLD, &later], &["changed routes of `get_v1`"]);
    check(&[OLD, ""], &["removed `get_v1`, which only routes led to"]);
}

#[test]
fn an_action_that_clients_no_longer_call_is_retired_for_them() {
    let only = GET.replace(")]", ", rpc = false)]");
    let lock = check(
        &[GET, &only],
        &[
            "added `get`, which only routes lead to",
            "retired `get`, whose callers are told that it is gone",
        ],
    );
    assert!(lock.retired.contains("get") && lock.rest.contains_key("get"));
}

#[test]
fn a_lock_from_before_there_were_routes_is_read() {
    let (lock, _) = Lock::updated(None, &api("#[query] async fn get(id: u32) -> u64 {}"));
    assert!(!lock.to_text().contains("routes"));
    let (new, changes) = Lock::updated(Some(&lock), &api(GET));
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(new.actions["get"].past, []);
}

#[test]
fn a_merge_keeps_the_routes_of_both_sides() {
    let (ours, _) = Lock::updated(None, &api(OLD));
    let (theirs, _) = Lock::updated(None, &api(&format!("{GET} {}", OLD.replace("v1", "v3"))));
    let joined = ours.join(theirs);
    assert_eq!(Vec::from_iter(joined.rest.keys()), ["get_v1", "get_v3"]);
    assert_eq!(joined.actions["get"].routes.len(), 1);
}

#[test]
fn what_is_no_route_is_refused_at_its_line() {
    let (lock, _) = Lock::updated(None, &api(OLD));
    let text = lock.to_text();
    let broken = text.replace("  success 200", "  success soon");
    let error = Lock::parse(&broken).unwrap_err();
    let line = broken.lines().position(|line| line == "  success soon");
    assert_eq!(Some(error.line - 1), line, "{error}");
    assert_eq!(
        error.message,
        "these routes cannot be read: `success soon` says nothing of a route"
    );
}
