//! Replies with headers.

use crate::actions::{Feed, Register, Session};
use crate::harness::{call, get, post};

#[test]
fn a_reply_adds_cookies_but_does_not_change_the_encoding() {
    let got = call(post(Session::INFO, &[7]));
    assert_eq!(got.answer(), (200, &[7][..]));
    let cookies: Vec<_> = got.headers.get_all("set-cookie").iter().collect();
    assert_eq!(cookies, ["session=7; HttpOnly", "seen=1"]);
    assert_eq!(got.headers["cache-control"], "no-store");
    assert_eq!(got.headers["x-content-type-options"], "nosniff");
}

#[test]
fn an_error_instead_of_a_reply_is_a_declared_error() {
    let got = call(post(Session::INFO, &[0]));
    assert_eq!(got.answer(), (401, &b"\x0asigned_out"[..]));
    assert!(!got.headers.contains_key("set-cookie"));
}

#[test]
fn a_reply_may_say_that_it_can_be_cached() {
    let got = call(get(Feed::INFO, ""));
    assert_eq!(got.answer(), (200, &[2, 1, 2][..]));
    assert_eq!(got.headers["cache-control"], "max-age=30");
}

#[test]
fn to_the_client_what_is_created_is_a_value_with_headers() {
    let got = call(post(Register::INFO, &[7]));
    assert_eq!(got.answer(), (200, &[7][..]));
    assert_eq!(got.headers["location"], "/v1/users/7");
    assert_eq!(got.headers["set-cookie"], "seen=1");
}
