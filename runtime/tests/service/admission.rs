//! Everything that is decided before an action runs.

use http::{Method, Request, StatusCode};
use http_body_util::Full;
use tramline::Service;

use crate::actions::{Add, App, Double, FINGERPRINT, Ping, Record, Shout, Sign, Track, actions};
use crate::harness::{Got, call, call_on, get, path, post, with, without};

type Post = Request<Full<bytes::Bytes>>;

fn add() -> Post {
    post(Add::INFO, &[20, 22])
}

fn refused(request: Post, status: u16, code: &str) -> Got {
    let described = format!("{request:?}");
    let got = call(request);
    assert_eq!(got.problem(), (status, code.to_owned()), "{described}");
    assert_eq!(got.headers["cache-control"], "no-store");
    assert_eq!(got.headers["x-content-type-options"], "nosniff");
    got
}

fn at(uri: String) -> Post {
    let mut request = add();
    *request.uri_mut() = uri.parse().unwrap();
    request
}

#[test]
fn a_call_is_answered_with_or_without_the_mount() {
    let whole = path(Add::INFO);
    let inner = whole.strip_prefix("/rpc").unwrap().to_owned();
    let renamed = whole.replace("/add", "/anything-people-like");
    for uri in [whole.clone(), inner, renamed, format!("{whole}?x=1")] {
        assert_eq!(call(at(uri)).answer(), (200, &[42][..]));
    }
    let service = Service::builder(actions(App::default()))
        .mount("/api/v1/")
        .build();
    let moved = path(Add::INFO).replace("/rpc/", "/api/v1/");
    assert_eq!(call_on(&service, at(moved)).answer(), (200, &[42][..]));
    assert_eq!(
        call_on(&service, add()).problem(),
        (404, "unknown_action".into())
    );
}

#[test]
fn paths_that_lead_nowhere_are_unknown() {
    for uri in [
        "/",
        "/rpc",
        "/rpc/add",
        "/favicon.ico",
        "/rpc/AAAAAAAA.AAAAAAAA",
    ] {
        refused(at(uri.into()), 404, "unknown_action");
    }
    refused(
        at("/rpc/AAAAAAAA.AAAAAAAA/add".into()),
        404,
        "unknown_action",
    );
    let long = format!("{}?{}", path(Add::INFO), "x".repeat(9000));
    refused(at(long), 414, "uri_too_long");
}

#[test]
fn methods_are_those_of_the_kind() {
    for method in [
        Method::GET,
        Method::HEAD,
        Method::PUT,
        Method::OPTIONS,
        Method::DELETE,
    ] {
        let mut request = add();
        *request.method_mut() = method.clone();
        let got = call(request);
        assert_eq!(got.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(got.headers["allow"], "POST");
        assert_eq!(got.body.is_empty(), method == Method::HEAD);
    }
    let mut request = get(Double::INFO, "");
    *request.method_mut() = Method::PATCH;
    assert_eq!(call(request).headers["allow"], "GET, HEAD, POST");
}

#[test]
fn a_query_takes_its_input_from_either_place() {
    assert_eq!(call(get(Double::INFO, "?i=AQU")).answer(), (200, &[10][..]));
    assert_eq!(call(post(Double::INFO, &[1, 5])).answer(), (200, &[10][..]));
    assert_eq!(call(post(Double::INFO, &[0])).answer(), (200, &[42][..]));
    assert_eq!(
        call(get(Double::INFO, "")).problem(),
        (400, "malformed".into())
    );
    assert_eq!(
        call(get(Double::INFO, "?i=!")).problem(),
        (400, "malformed".into())
    );
}

#[test]
fn head_is_get_without_the_body() {
    let mut request = get(Double::INFO, "?i=AQU");
    *request.method_mut() = Method::HEAD;
    let got = call(request);
    assert_eq!((got.status.as_u16(), got.body.len()), (200, 0));
    assert_eq!(got.headers["content-length"], "1");
    assert_eq!(got.headers["content-type"], "application/postcard");
}

#[test]
fn a_result_without_content_is_204() {
    let got = call(post(Ping::INFO, b""));
    assert_eq!(got.answer(), (204, &[][..]));
    assert_eq!(got.headers["cache-control"], "no-store");
    assert_eq!(
        call(without(post(Ping::INFO, b""), "content-type")).answer(),
        (204, &[][..])
    );
}

#[test]
fn hosts_come_first() {
    for (host, status, code) in [
        ("evil.example", 403, "host_not_allowed"),
        ("localhost.evil.example", 403, "host_not_allowed"),
        ("local host", 400, "bad_host"),
    ] {
        // Even where nothing else is right either.
        let mut request = with(at("/nowhere".into()), "host", host);
        *request.method_mut() = Method::DELETE;
        refused(with(request, "sec-fetch-site", "cross-site"), status, code);
    }
    refused(without(add(), "host"), 400, "bad_host");
    let mut twice = add();
    twice
        .headers_mut()
        .append("host", "localhost:3000".parse().unwrap());
    refused(twice, 400, "bad_host");
}

#[test]
fn a_public_name_has_to_be_set() {
    let service = Service::builder(actions(App::default()))
        .public_origin("https://example.com")
        .allowed_hosts(["www.example.com"])
        .trusted_origins(["https://partner.example"])
        .build();
    let ok = |request: Post| assert_eq!(call_on(&service, request).answer(), (200, &[42][..]));
    ok(add());
    ok(with(add(), "host", "example.com"));
    ok(with(add(), "host", "www.example.com"));
    let trusted = with(add(), "origin", "https://partner.example");
    ok(with(trusted, "sec-fetch-site", "cross-site"));
    ok(with(
        without(add(), "sec-fetch-site"),
        "origin",
        "https://example.com",
    ));
    let other = with(
        without(add(), "sec-fetch-site"),
        "origin",
        "http://example.com",
    );
    assert_eq!(
        call_on(&service, other).problem(),
        (403, "csrf_origin_mismatch".into())
    );
}

#[test]
fn skew_is_decided_after_the_method_and_before_the_origin() {
    let stale = |request: Post| {
        let uri = request
            .uri()
            .to_string()
            .replace(&tramline_syntax::digest::base64url(FINGERPRINT), "AAAAAAAA");
        let mut request = request;
        *request.uri_mut() = uri.parse().unwrap();
        request
    };
    refused(stale(add()), 409, "stale_client");
    // An outdated page of another origin learns that it is outdated, …
    refused(
        stale(with(add(), "sec-fetch-site", "cross-site")),
        409,
        "stale_client",
    );
    refused(
        stale(with(add(), "content-type", "text/plain")),
        409,
        "stale_client",
    );
    refused(
        stale(with(add(), "content-length", "99999999")),
        409,
        "stale_client",
    );
    // … but not what a host is that is not served, nor past a doubled header or a wrong method.
    refused(
        stale(with(add(), "host", "evil.example")),
        403,
        "host_not_allowed",
    );
    let mut doubled = stale(add());
    doubled
        .headers_mut()
        .append("sec-fetch-site", "none".parse().unwrap());
    refused(doubled, 400, "duplicate_header");
    let mut wrong = stale(add());
    *wrong.method_mut() = Method::PUT;
    refused(wrong, 405, "method_not_allowed");
}

#[test]
fn pages_elsewhere_are_refused() {
    let bare = || without(add(), "sec-fetch-site");
    assert_eq!(call(bare()).answer().0, 200);
    for site in ["same-origin", "none"] {
        assert_eq!(call(with(add(), "sec-fetch-site", site)).answer().0, 200);
    }
    for site in ["same-site", "cross-site", "", "Same-Origin", "whatever"] {
        refused(
            with(add(), "sec-fetch-site", site),
            403,
            "csrf_cross_origin",
        );
        let read = with(get(Double::INFO, "?i=AA"), "sec-fetch-site", site);
        assert_eq!(call(read).problem(), (403, "cross_origin_read".into()));
    }
    assert_eq!(
        call(with(bare(), "origin", "http://localhost:3000"))
            .answer()
            .0,
        200
    );
    refused(
        with(bare(), "origin", "http://localhost:8080"),
        403,
        "csrf_origin_mismatch",
    );
    refused(with(bare(), "origin", "null"), 403, "csrf_null_origin");
    refused(
        with(bare(), "cookie", "session=1"),
        403,
        "csrf_missing_metadata",
    );
    assert_eq!(call(with(add(), "cookie", "session=1")).answer().0, 200);

    let lenient = Service::builder(actions(App::default()))
        .allow_missing_metadata(true)
        .build();
    let cookie = with(bare(), "cookie", "session=1");
    assert_eq!(call_on(&lenient, cookie).answer().0, 200);
}

#[test]
fn inputs_are_what_they_are_said_to_be_and_nothing_more() {
    refused(post(Add::INFO, &[20]), 400, "malformed");
    refused(post(Add::INFO, &[20, 22, 0]), 400, "malformed");
    refused(post(Add::INFO, b""), 400, "malformed");
    refused(post(Add::INFO, &[0x80, 0x00, 1]), 400, "malformed");
    refused(post(Ping::INFO, &[0]), 400, "malformed");
    refused(post(Shout::INFO, &[1, 0xff, 0]), 400, "malformed");
    for kind in ["text/plain", "application/x-www-form-urlencoded", "x", ""] {
        refused(
            with(add(), "content-type", kind),
            415,
            "unsupported_media_type",
        );
    }
    // JSON would be welcome, but these bytes are none.
    refused(
        with(add(), "content-type", "application/json"),
        400,
        "malformed",
    );
    refused(
        without(add(), "content-type"),
        415,
        "unsupported_media_type",
    );
    refused(
        with(add(), "content-encoding", "gzip"),
        415,
        "unsupported_media_type",
    );
    assert_eq!(
        call(with(add(), "content-type", "Application/Postcard; a=b"))
            .answer()
            .0,
        200
    );
    let mut twice = add();
    twice
        .headers_mut()
        .append("content-type", "text/plain".parse().unwrap());
    refused(twice, 400, "duplicate_header");
}

#[test]
fn an_input_with_names_in_it_is_read_along_its_shape() {
    let text = |info, body: &[u8]| {
        let got = call(post(info, body));
        String::from_utf8(got.answer().1[1..].to_vec()).unwrap()
    };
    let moved = b"\x05Moved\x02\x03\x01\x09";
    assert_eq!(text(Track::INFO, moved), "moved 1 -2 9");
    assert_eq!(text(Track::INFO, b"\x06Opened\x00"), "opened 7");
    let recorded = [&[200, 1][..], moved].concat();
    assert_eq!(text(Record::INFO, &recorded), "200: moved 1 -2 9");
    refused(post(Track::INFO, b"\x06Closed\x00"), 400, "malformed");
    refused(post(Track::INFO, b"\x06Opened\x02"), 400, "malformed");
    refused(post(Track::INFO, b"\x06Opened\x00\x00"), 400, "malformed");
}

#[test]
fn declared_errors_are_their_code_and_fields() {
    let sign = |name: &str| {
        let mut body = vec![name.len() as u8];
        body.extend(name.as_bytes());
        call(post(Sign::INFO, &body))
    };
    assert_eq!(sign("ada").answer(), (200, &b"\x0asigned ada"[..]));
    assert_eq!(
        sign("taken").answer(),
        (409, &b"\x0aname_taken\x05taken"[..])
    );
    assert_eq!(sign("nobody").answer(), (401, &b"\x0asigned_out"[..]));
    assert_eq!(sign("broken").problem(), (500, "internal".into()));
    assert_eq!(sign("taken").headers["cache-control"], "no-store");
}
