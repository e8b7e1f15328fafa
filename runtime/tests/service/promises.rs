//! The promises of SECURITY.md that are kept here, each under its number.

use std::task::Poll;

use http::{Method, Request};
use http_body_util::Full;
use tower::Service as _;
use tramline::Service;
use tramline_syntax::digest::base64url;

use crate::actions::{
    Add, App, BadDrop, BadInput, BadOutput, FINGERPRINT, Panic, Ping, Sign, Wait, Who, actions,
};
use crate::harness::{Got, call, call_on, path, poll, post, with, without};

type Post = Request<Full<bytes::Bytes>>;

fn add() -> Post {
    post(Add::INFO, &[1, 2])
}

/// What `service` answers and how often the action has run since.
fn run(request: Post) -> (Got, u32) {
    let app = App::default();
    let got = call_on(&Service::new(actions(app.clone())), request);
    (got, app.runs())
}

#[test]
fn promise_1_an_unknown_id_method_or_version_never_runs_code() {
    assert_eq!(run(add()).1, 1);
    let known = path(Add::INFO);
    let (id, version) = (base64url(Add::INFO.id), base64url(FINGERPRINT));
    for uri in [
        known.replace(&id, "AAAAAAAA"),
        known.replace(&id, &id.to_ascii_lowercase()),
        known.replace(&version, "AAAAAAAA"),
        known.replace('.', "%2E"),
        known.replace("/rpc/", "/rpc/../rpc/"),
        known.replace("/rpc/", "//rpc/"),
    ] {
        let mut request = add();
        *request.uri_mut() = uri.parse().unwrap();
        let (got, runs) = run(request);
        assert!(got.status.is_client_error(), "{uri}");
        assert_eq!(runs, 0, "{uri}");
    }
    for method in [
        "GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "post",
    ] {
        let mut request = add();
        *request.method_mut() = Method::from_bytes(method.as_bytes()).unwrap();
        let (got, runs) = run(with(request, "x-http-method-override", "POST"));
        assert_eq!((got.status.as_u16(), runs), (405, 0), "{method}");
    }
}

#[test]
fn promise_2_a_panic_anywhere_in_a_call_is_an_answer() {
    let service = crate::actions::service();
    for info in [Panic::INFO, BadInput::INFO, BadOutput::INFO, BadDrop::INFO] {
        for _ in 0..3 {
            let got = call_on(&service, post(info, b""));
            assert_eq!(got.problem(), (500, "internal".into()), "{}", info.name);
        }
    }
    assert_eq!(call_on(&service, add()).answer(), (200, &[3][..]));
}

#[test]
fn promise_4_every_read_has_a_size_and_a_deadline_by_default() {
    let service = format!("{:?}", Service::new(actions(App::default())));
    assert!(service.contains("body_limit: 1048576"), "{service}");
    assert!(service.contains("deadline: 30s"), "{service}");
    let long = with(add(), "content-length", "1048577");
    assert_eq!(call(long).problem(), (413, "body_too_large".into()));
}

#[test]
fn promise_5_no_cross_origin_state_change() {
    let cross = [
        with(add(), "sec-fetch-site", "cross-site"),
        with(add(), "sec-fetch-site", "same-site"),
        with(
            without(add(), "sec-fetch-site"),
            "origin",
            "https://evil.example",
        ),
        with(without(add(), "sec-fetch-site"), "origin", "null"),
        with(without(add(), "sec-fetch-site"), "cookie", "session=1"),
    ];
    // Nothing depends on what the body is said to be.
    for kind in [
        "application/postcard",
        "text/plain",
        "application/x-www-form-urlencoded",
    ] {
        for request in cross.clone() {
            let (got, runs) = run(with(request, "content-type", kind));
            assert_eq!((got.status.as_u16(), runs), (403, 0), "{got:?}");
        }
    }
}

#[test]
fn promise_6_dns_rebinding_is_refused() {
    // The page and the server share the attacker's name, so the browser calls it same-origin.
    for host in [
        "evil.example",
        "evil.example:3000",
        "127.0.0.1.evil.example",
        "192.168.1.1",
    ] {
        let origin = format!("http://{host}");
        let request = with(with(add(), "host", host), "origin", &origin);
        let (got, runs) = run(request);
        assert_eq!(got.problem(), (403, "host_not_allowed".into()), "{host}");
        assert_eq!(runs, 0);
    }
}

#[test]
fn promise_7_no_request_header_changes_trust() {
    let claims = [
        ("x-forwarded-host", "localhost"),
        ("x-forwarded-proto", "https"),
        ("x-forwarded-for", "127.0.0.1"),
        ("forwarded", "host=localhost;proto=https;for=127.0.0.1"),
        ("x-real-ip", "127.0.0.1"),
        ("x-original-url", "/rpc"),
        ("x-requested-with", "XMLHttpRequest"),
        ("x-csrf-token", "1"),
        ("x-request-id", "mine"),
        ("x-tramline", "1"),
        ("referer", "http://localhost:3000/"),
    ];
    let refused = [
        with(add(), "host", "evil.example"),
        with(add(), "sec-fetch-site", "cross-site"),
        with(
            without(add(), "sec-fetch-site"),
            "origin",
            "http://localhost:1",
        ),
    ];
    for (name, value) in claims {
        for request in refused.clone() {
            let (got, runs) = run(with(request, name, value));
            assert_eq!((got.status.as_u16(), runs), (403, 0), "{name}");
            assert_ne!(got.headers["x-request-id"], "mine");
        }
        let got = call(with(post(Who::INFO, b""), name, value));
        assert_eq!(got.status, 401, "{name}");
    }
}

#[test]
fn promise_9_errors_never_leak() {
    let broken = call(post(Sign::INFO, b"\x06broken"));
    let panicked = call(post(Panic::INFO, b""));
    for got in [broken, panicked] {
        assert_eq!(got.problem(), (500, "internal".into()));
        let text = format!("{got:?}{}", String::from_utf8_lossy(&got.body));
        assert!(
            !text.contains("hunter2") && !text.contains("secret"),
            "{text}"
        );
    }
    // Nor is anything echoed that the caller sent.
    let mut marked = with(add(), "content-type", "text/marked");
    *marked.uri_mut() = "/rpc/marked?marked".parse().unwrap();
    let marked_host = with(add(), "host", "marked.example");
    let marked_input = post(Sign::INFO, b"\x09marked");
    for request in [marked, marked_host, marked_input] {
        let got = call(request);
        let text = format!("{:?}{}", got.headers, String::from_utf8_lossy(&got.body));
        assert!(
            got.status.is_client_error() && !text.contains("marked"),
            "{text}"
        );
    }
}

#[test]
fn promise_12_a_disconnect_drops_the_work_and_a_panic_costs_one_response() {
    let app = App::default();
    let mut service = Service::new(actions(app.clone()));
    let mut waiting = service.call(post(Wait::INFO, b""));
    assert!(poll(&mut waiting).is_pending());
    assert!(app.noted().is_empty());

    // Others are answered meanwhile, whatever becomes of them.
    assert_eq!(call_on(&service, post(Panic::INFO, b"")).status, 500);
    assert_eq!(call_on(&service, post(Ping::INFO, b"")).status, 204);
    assert!(matches!(poll(&mut waiting), Poll::Pending));

    drop(waiting);
    assert_eq!(app.noted(), ["given up"]);
}
