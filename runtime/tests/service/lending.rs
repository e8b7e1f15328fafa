//! Values that are lent to a function, and finished after it.

use tower::Service as _;
use tramline::Service;

use crate::actions::{App, Transfer, actions};
use crate::harness::{Got, call_on, poll, post, with};

fn transfer(how: u8, conflict: bool) -> (Got, Vec<&'static str>) {
    let app = App::default();
    let mut request = post(Transfer::INFO, &[how]);
    if conflict {
        request = with(request, "x-conflict", "1");
    }
    let got = call_on(&Service::new(actions(app.clone())), request);
    (got, app.noted())
}

#[test]
fn success_commits_after_the_reply_is_encoded() {
    let (got, log) = transfer(0, false);
    assert_eq!(got.answer(), (200, &b"\x14from the transaction"[..]));
    assert_eq!(log, ["begin", "run", "commit"]);
}

#[test]
fn an_error_rolls_back() {
    let (got, log) = transfer(1, false);
    assert_eq!(got.answer(), (409, &b"\x0aname_taken\x03run"[..]));
    assert_eq!(log, ["begin", "run", "rollback"]);
}

#[test]
fn a_failed_commit_replaces_the_reply() {
    let (got, log) = transfer(0, true);
    assert_eq!(got.answer(), (409, &b"\x0aname_taken\x02tx"[..]));
    assert_eq!(log, ["begin", "run", "rollback"]);
}

#[test]
fn an_input_that_does_not_decode_rolls_back() {
    let app = App::default();
    let got = call_on(
        &Service::new(actions(app.clone())),
        post(Transfer::INFO, b"\x00\x00"),
    );
    assert_eq!(got.problem(), (400, "malformed".into()));
    assert_eq!(app.noted(), ["begin", "rollback"]);
}

#[test]
fn a_panic_rolls_back() {
    let (got, log) = transfer(3, false);
    assert_eq!(got.problem(), (500, "internal".into()));
    assert_eq!(log, ["begin", "run", "rollback"]);
}

#[test]
fn a_caller_who_goes_away_rolls_back() {
    let app = App::default();
    let mut service = Service::new(actions(app.clone()));
    let mut future = service.call(post(Transfer::INFO, &[2]));
    assert!(poll(&mut future).is_pending());
    assert_eq!(app.noted(), ["begin", "run"]);
    drop(future);
    assert_eq!(app.noted(), ["begin", "run", "rollback"]);
}
