//! What is refused before anything runs.

use http::Method;
use tramline::Service;
use tramline::webhook::{Receiver, github, stripe};

use crate::actions::{self, INFO, NOW, PATH, SECRET};
use crate::{Posted, delivery, send, sent, served, serving, with};

const SETTLED: &str = r#"{"type":"settled","order":"a"}"#;

fn check(request: Posted, expected: (u16, &str)) {
    let (app, service) = served();
    let got = send(&service, request);
    assert_eq!(got.problem(), expected);
    assert_eq!(app.noted(), [""; 0], "something ran");
}

#[test]
fn what_is_not_signed_does_not_reach_an_extractor() {
    let request = || delivery("1", SETTLED);
    for name in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
        check(with(request(), name, None), (400, "signature_missing"));
        let mut twice = request();
        let value = twice.headers()[name].clone();
        twice.headers_mut().append(name, value);
        check(twice, (400, "duplicate_header"));
        check(with(request(), name, Some("2")), (401, "signature_invalid"));
    }
    let other = r#"{"type":"settled","order":"b"}"#;
    let mut forged = delivery("1", other);
    *forged.headers_mut() = request().headers().clone();
    check(forged, (401, "signature_invalid"));
}

#[test]
fn what_was_signed_long_ago_does_not_either() {
    for (timestamp, refused) in [
        (NOW - 300, false),
        (NOW + 300, false),
        (NOW - 301, true),
        (NOW + 301, true),
        (0, true),
    ] {
        let request = sent(PATH, "1", timestamp, SETTLED);
        match refused {
            true => check(request, (401, "signature_expired")),
            false => assert_eq!(send(&served().1, request).status, 200),
        }
    }
}

#[test]
fn a_refused_delivery_is_not_remembered() {
    let (app, service) = served();
    let forged = with(delivery("1", SETTLED), "webhook-timestamp", Some("5"));
    assert_eq!(send(&service, forged).problem(), (401, "signature_invalid"));
    assert_eq!(send(&service, delivery("1", SETTLED)).status, 200);
    assert_eq!(app.noted().len(), 2);
}

#[test]
fn a_body_has_a_limit_a_type_and_no_coding() {
    let long = format!(r#"{{"type":"settled","order":"{}"}}"#, "x".repeat(1000));
    check(delivery("1", &long), (413, "body_too_large"));
    for kind in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
    ] {
        let request = with(delivery("1", SETTLED), "content-type", kind);
        check(request, (415, "unsupported_media_type"));
    }
    let coded = with(delivery("1", SETTLED), "content-encoding", Some("gzip"));
    check(coded, (415, "unsupported_media_type"));
    let charset = Some("application/json; charset=utf-8");
    let request = with(delivery("1", SETTLED), "content-type", charset);
    assert_eq!(send(&served().1, request).status, 200);
}

#[test]
fn a_webhook_answers_to_post_alone() {
    for method in [
        Method::GET,
        Method::HEAD,
        Method::PUT,
        Method::DELETE,
        Method::OPTIONS,
    ] {
        let mut request = delivery("1", SETTLED);
        *request.method_mut() = method.clone();
        let got = send(&served().1, request);
        assert_eq!(
            (got.status, &got.headers["allow"]),
            (405, &"POST".parse().unwrap())
        );
        assert_eq!(got.body.is_empty(), method == Method::HEAD);
    }
}

#[test]
fn a_webhook_has_one_path() {
    let (id, fingerprint) = (INFO.id, INFO.fingerprint);
    let characters = tramline_syntax::digest::base64url;
    let rpc = format!(
        "/rpc/{}.{}/hooks.happened",
        characters(id),
        characters(fingerprint)
    );
    for path in [
        "/hooks/test/",
        "//hooks/test",
        "/hooks//test",
        "/Hooks/test",
        "/hooks/%74est",
        "/hooks/./test",
        "/hooks",
        "/rpc/hooks/test",
        &rpc,
        &rpc["/rpc".len()..],
    ] {
        let (app, service) = served();
        let got = send(&service, sent(path, "1", NOW, SETTLED));
        assert_eq!(got.status, 404, "{path}");
        assert_eq!(app.noted(), [""; 0]);
    }
    // What a sender appends is not part of it.
    let got = send(
        &served().1,
        sent("/hooks/test?from=them", "1", NOW, SETTLED),
    );
    assert_eq!(got.status, 200);
}

#[test]
fn hosts_are_checked_and_origins_and_cookies_play_no_part() {
    let request = || delivery("1", SETTLED);
    check(with(request(), "host", None), (400, "bad_host"));
    check(
        with(request(), "host", Some("evil.example")),
        (403, "host_not_allowed"),
    );
    let long = format!("/hooks/test?{}", "x".repeat(9000));
    check(sent(&long, "1", NOW, SETTLED), (414, "uri_too_long"));
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("cookie", "session=1"),
    ] {
        let got = send(&served().1, with(request(), name, Some(value)));
        assert_eq!(got.status, 200, "{name}");
    }
    let mut twice = with(request(), "origin", Some("a"));
    twice.headers_mut().append("origin", "b".parse().unwrap());
    check(twice, (400, "duplicate_header"));
}

#[test]
fn other_schemes_stand_in_the_same_place() {
    let bare = |body: &'static str| {
        let request = delivery("1", body);
        let request = with(request, "webhook-id", None);
        with(request, "webhook-signature", None)
    };
    let (app, service) = serving(Receiver::stripe(["whsec_a"]).unwrap());
    let body = r#"{"id":"evt_1","type":"settled","order":"a"}"#;
    for later in [0, 60] {
        let signature = stripe::sign("whsec_a", NOW + later, body.as_bytes());
        let request = with(bare(body), "stripe-signature", Some(&signature));
        assert_eq!(send(&service, request).status, 200);
    }
    assert_eq!(app.noted(), ["extracted by Webhook", "evt_1 a"]);
    let got = send(&service, bare(body));
    assert_eq!(got.problem(), (400, "signature_missing"));

    let (app, service) = serving(Receiver::github(["old", "new"]).unwrap());
    let posted = |id: &str| {
        let signature = github::sign("new", SETTLED.as_bytes());
        let request = with(bare(SETTLED), "x-hub-signature-256", Some(&signature));
        with(request, "x-github-delivery", Some(id))
    };
    for id in ["g-1", "g-1", "g-2"] {
        assert_eq!(send(&service, posted(id)).status, 200);
    }
    assert_eq!(app.noted().len(), 4);
    let got = send(
        &service,
        with(posted("g-3"), "x-hub-signature-256", Some("sha256=00")),
    );
    assert_eq!(got.problem(), (401, "signature_invalid"));
}

#[test]
fn the_limit_of_the_service_holds_where_there_is_none() {
    let app = actions::App::new(Receiver::standard([SECRET]).unwrap());
    let service = Service::builder(actions::unlimited(app))
        .body_limit(20)
        .build();
    let got = send(&service, delivery("1", SETTLED));
    assert_eq!(got.problem(), (413, "body_too_large"));
}
