//! What can go on, and what that does not change.

use http::Method;
use tower::ServiceExt as _;
use tower::layer::layer_fn;
use tramline::{Next, Service};

use super::{
    NEWER, OLD, OLDER, RETIRED, add, add_in_json, announces, from, locked, run, service, to,
};
use crate::actions::{Add, App, Panic, Ping, Search, Sign};
use crate::harness::{call_on, post, post_json, with, without};

#[test]
fn a_call_of_another_version_runs_in_json_if_it_is_tolerable() {
    let (got, runs) = run(from(OLD, add_in_json()));
    assert_eq!((got.json(), runs), ((200, "42"), 1));
    assert!(announces(&got));
    // By name: what is not known here is ignored, …
    let more = post_json(Add::INFO, r#"{"b":22,"c":[],"a":20}"#);
    assert_eq!(run(from(OLD, more)).0.json(), (200, "42"));
    // … what is missing is missed.
    let less = post_json(Add::INFO, r#"{"b":22}"#);
    let (got, runs) = run(from(OLD, less));
    assert_eq!((got.problem(), runs), ((400, "malformed".into()), 0));
    assert!(announces(&got));
}

#[test]
fn an_action_in_plain_json_answers_at_once() {
    let search = || post_json(Search::INFO, r#"{"text":"a"}"#);
    let present = call_on(&service(), search());
    let got = call_on(&service(), from(OLD, search()));
    assert_eq!(got.json(), present.json());
    assert!(announces(&got));
    assert!(!announces(&present));
    for (version, code) in [(OLDER, "stale_client"), (NEWER, "stale_server")] {
        let got = call_on(&service(), from(version, search()));
        assert_eq!(got.problem(), (409, code.into()));
    }
    let binary = with(search(), "content-type", "application/postcard");
    let got = call_on(&service(), from(OLD, binary));
    assert_eq!(got.problem(), (415, "unsupported_media_type".into()));
}

#[test]
fn no_input_and_no_result_are_null() {
    let nothing = || without(post(Ping::INFO, b""), "content-type");
    let got = call_on(&service(), from(OLD, nothing()));
    assert_eq!(got.problem(), (409, "version_skew".into()));
    let got = call_on(&service(), from(OLD, post_json(Ping::INFO, "null")));
    assert_eq!(got.json(), (200, "null"));
}

#[test]
fn a_tolerated_call_meets_every_other_check() {
    for (name, value, status, code) in [
        ("host", "evil.example", 403, "host_not_allowed"),
        ("sec-fetch-site", "cross-site", 403, "csrf_cross_origin"),
        ("content-length", "99999999", 413, "body_too_large"),
        ("content-encoding", "gzip", 415, "unsupported_media_type"),
    ] {
        let (got, runs) = run(with(from(OLD, add_in_json()), name, value));
        assert_eq!((got.problem(), runs), ((status, code.into()), 0));
        // A page under a name of its own, pointed here, does not even learn that there is an action.
        assert_eq!(announces(&got), name != "host", "{name}");
    }
    let mut put = from(OLD, add_in_json());
    *put.method_mut() = Method::PUT;
    let (got, runs) = run(put);
    assert_eq!(
        (got.problem(), runs),
        ((405, "method_not_allowed".into()), 0)
    );
    assert!(announces(&got));
}

#[test]
fn every_answer_in_lossless_json_names_the_present_version_and_none_in_postcard_does() {
    let sign = |name| format!(r#"{{"name":"{name}"}}"#);
    for (request, status) in [
        (add_in_json(), 200),
        (post_json(Sign::INFO, &sign("taken")), 409),
        (post_json(Sign::INFO, &sign("broken")), 500),
        (post_json(Panic::INFO, "null"), 500),
        (post_json(Add::INFO, "{"), 400),
        (with(add_in_json(), "sec-fetch-site", "cross-site"), 403),
    ] {
        let got = call_on(&service(), request);
        assert_eq!(got.status, status);
        assert!(announces(&got), "{got:?}");
    }
    for (request, status) in [
        (add(), 200),
        (post(Sign::INFO, b"\x05taken"), 409),
        (post(Panic::INFO, b""), 500),
        (post(Add::INFO, &[20]), 400),
        (with(add(), "sec-fetch-site", "cross-site"), 403),
        (to(RETIRED, add()), 410),
    ] {
        let got = call_on(&service(), request);
        assert_eq!(got.status, status);
        assert!(!announces(&got), "{got:?}");
    }
}

#[test]
fn layers_see_a_tolerated_call_and_cannot_make_it_another() {
    let passing = Service::builder(locked(App::default()))
        .layer(layer_fn(|next: Next| next))
        .build();
    let got = call_on(&passing, from(OLD, add_in_json()));
    assert_eq!(got.json(), (200, "42"));
    assert!(announces(&got));
    let app = App::default();
    let changing = Service::builder(locked(app.clone()))
        .layer(layer_fn(|next: Next| {
            next.map_request(|request| with(request, "content-type", "application/postcard"))
        }))
        .build();
    let got = call_on(&changing, from(OLD, post_json(Add::INFO, "\x14\x16")));
    assert_eq!(
        (got.problem(), app.runs()),
        ((409, "version_skew".into()), 0)
    );
    assert_eq!(call_on(&changing, add()).answer(), (200, &[42][..]));
}
