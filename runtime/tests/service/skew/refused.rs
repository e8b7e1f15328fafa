//! What cannot go on, and how it is told.

use tramline::Service;
use tramline::codegen::History;

use super::{
    NEWER, NOTHING, OLD, OLDER, RETIRED, add, add_in_json, announces, from, locked, run, service,
    to,
};
use crate::actions::{Add, App, Double, FINGERPRINT, Sign, actions};
use crate::harness::{call_on, get, post, post_json, with, without};

#[test]
fn any_other_call_of_another_version_runs_nothing_and_says_why() {
    for (version, request, status, code) in [
        (OLD, add(), 409, "version_skew"),
        (
            OLD,
            without(post(Add::INFO, b""), "content-type"),
            409,
            "version_skew",
        ),
        (
            OLD,
            with(add(), "content-type", "text/plain"),
            409,
            "version_skew",
        ),
        (OLDER, add(), 409, "stale_client"),
        (OLDER, add_in_json(), 409, "stale_client"),
        (NEWER, add(), 409, "stale_server"),
        (NEWER, add_in_json(), 409, "stale_server"),
    ] {
        let (got, runs) = run(from(version, request));
        assert_eq!(
            (got.problem(), runs),
            ((status, code.into()), 0),
            "{version}"
        );
        assert!(announces(&got));
    }
    // Without a lock, or without a word about this action in it, nothing is known of any version.
    let nobodys = Service::new(actions(App::default()));
    let signed = || post_json(Sign::INFO, r#"{"name":"ada"}"#);
    for got in [
        call_on(&nobodys, from(OLD, add_in_json())),
        call_on(&service(), from(OLD, signed())),
        call_on(&service(), from(NEWER, signed())),
    ] {
        assert_eq!(got.problem(), (409, "stale_client".into()));
        assert!(announces(&got));
    }
}

#[test]
fn queries_are_no_exception() {
    for (version, query, expected) in [
        (OLD, "?i=AQU", (409, "version_skew")),
        (OLD, "", (409, "version_skew")),
        (OLDER, "?i=AQU", (409, "stale_client")),
        (OLDER, "?j=%7B%7D", (409, "stale_client")),
        (NEWER, "?j=%7B%7D", (409, "stale_server")),
    ] {
        let got = call_on(&service(), from(version, get(Double::INFO, query)));
        assert_eq!(
            got.problem(),
            (expected.0, expected.1.into()),
            "{version} {query}"
        );
        assert!(announces(&got));
    }
    let got = call_on(&service(), from(OLD, get(Double::INFO, "?j=%7B%7D")));
    assert_eq!(got.json(), (200, "42"));
    assert!(announces(&got));
    // What the headers say does not count where the input is in the address.
    let typed = with(
        get(Double::INFO, "?i=AQU"),
        "content-type",
        "application/json",
    );
    let got = call_on(&service(), from(OLD, typed));
    assert_eq!(got.problem(), (409, "version_skew".into()));
}

#[test]
fn a_page_that_knows_an_action_as_a_query_learns_that_it_is_outdated() {
    for (version, query, expected) in [
        (OLDER, "?i=FBY", (409, "stale_client")),
        (NEWER, "?i=FBY", (409, "stale_server")),
        (OLD, "?i=FBY", (409, "version_skew")),
        (
            OLD,
            "?j=%7B%22a%22%3A1%2C%22b%22%3A2%7D",
            (405, "method_not_allowed"),
        ),
        (FINGERPRINT, "?i=FBY", (405, "method_not_allowed")),
    ] {
        let app = App::default();
        let request = from(version, get(Add::INFO, query));
        let got = call_on(&Service::new(locked(app.clone())), request);
        assert_eq!(got.problem(), (expected.0, expected.1.into()), "{version}");
        assert_eq!(app.runs(), 0);
    }
}

#[test]
fn which_type_it_is_has_to_be_said_once() {
    let mut twice = from(OLD, add_in_json());
    twice
        .headers_mut()
        .append("content-type", "application/json".parse().unwrap());
    let (got, runs) = run(twice);
    assert_eq!((got.problem(), runs), ((400, "duplicate_header".into()), 0));
    // The first of two inputs counts until both are read, which is too late for either.
    let got = call_on(&service(), from(OLD, get(Double::INFO, "?j=%7B%7D&i=AQU")));
    assert_eq!(got.problem(), (400, "malformed".into()));
    assert!(announces(&got));
}

#[test]
fn a_retired_action_never_runs() {
    for version in [FINGERPRINT, OLD, OLDER, NEWER] {
        for request in [add(), add_in_json()] {
            let (got, runs) = run(to(RETIRED, from(version, request)));
            assert_eq!((got.problem(), runs), ((410, "action_retired".into()), 0));
            assert!(!announces(&got));
        }
    }
    let (got, runs) = run(to(NOTHING, add()));
    assert_eq!((got.problem(), runs), ((404, "unknown_action".into()), 0));
    assert!(!announces(&got));
}

#[test]
fn an_action_that_lives_again_is_not_retired() {
    static LOCK: History = History {
        versions: &[],
        locked: &[],
        retired: &[Add::INFO.id],
    };
    let service = Service::new(actions(App::default()).with_history(&LOCK));
    assert_eq!(call_on(&service, add()).answer(), (200, &[42][..]));
}

#[test]
fn promise_1_an_unknown_version_never_runs_code() {
    let mut versions: Vec<u64> = (0..48).map(|bit| FINGERPRINT ^ 1 << bit).collect();
    versions.extend([0, OLDER, NEWER, (1 << 48) - 1]);
    for version in versions {
        for request in [add(), add_in_json(), without(add(), "content-type")] {
            let (got, runs) = run(from(version, request));
            assert_eq!((got.status.as_u16(), runs), (409, 0), "{version:x}");
        }
    }
}
