//! What the server answers, beside what the document says that it can.

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{Method, Request, Response};
use http_body_util::{BodyExt as _, Full};
use serde_json::{Value, json};
use tower::ServiceExt as _;
use tramline::Service;

use super::document::{DOCUMENT, validator};
use super::values::samples;
use crate::Notes;

/// Asks, and holds the answer against the document.
struct Caller(Service);

/// What is asked.
struct Ask<'a> {
    method: Method,
    /// As it stands in the document.
    route: &'a str,
    uri: &'a str,
    headers: &'a [(&'static str, &'a str)],
    body: Option<Value>,
}

impl Caller {
    fn new() -> Self {
        Caller(Service::builder(crate::actions(Notes::default())).build())
    }

    /// The status of an answer that is as the document says.
    fn ask(&self, ask: &Ask<'_>) -> (u16, Value) {
        let mut request = Request::builder().method(&ask.method).uri(ask.uri);
        request = request.header("host", "localhost");
        for (name, value) in ask.headers {
            request = request.header(*name, *value);
        }
        let body = ask.body.as_ref().map(Value::to_string).unwrap_or_default();
        if ask.body.is_some() && !ask.headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/json");
        }
        let request = request
            .body(Full::new(Bytes::from(body)))
            .expect("a request");
        let response = self.0.clone().oneshot(request).now_or_never();
        let response = response
            .expect("nothing waits")
            .unwrap_or_else(|never| match never {});
        let (parts, body) = response.into_parts();
        let body = body.collect().now_or_never().expect("nothing waits");
        let body = body.expect("the body is all there").to_bytes();
        self.hold(ask, &Response::from_parts(parts, body))
    }

    fn hold(&self, ask: &Ask<'_>, response: &Response<Bytes>) -> (u16, Value) {
        let what = format!("{} {}", ask.method, ask.uri);
        let status = response.status().as_u16();
        let method = ask.method.as_str().to_lowercase();
        let path = ask.route.replace('/', "~1");
        let responses = format!("/paths/{path}/{method}/responses");
        let documented = &DOCUMENT
            .pointer(&responses)
            .expect("the operation is there");
        let key = status.to_string();
        let answer = documented
            .get(&key)
            .unwrap_or_else(|| panic!("{what}: {status}"));
        let at = match answer.get("$ref").and_then(Value::as_str) {
            Some(reference) => reference.trim_start_matches('#').to_owned(),
            None => format!("{responses}/{key}"),
        };
        let answer = DOCUMENT.pointer(&at).expect("the answer is there");
        for name in answer["headers"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, _)| name)
        {
            // These depend on what is answered.
            let is_needed = !["Link", "ETag"].contains(&name.as_str());
            assert!(
                !is_needed || response.headers().contains_key(name),
                "{what}: {name}"
            );
        }
        let Some(content) = answer.get("content") else {
            assert!(response.body().is_empty(), "{what}: a body");
            return (status, Value::Null);
        };
        let kind = response.headers()["content-type"].to_str().expect("text");
        assert!(content.get(kind).is_some(), "{what}: {kind}");
        let kind = kind.replace('/', "~1");
        let body: Value = serde_json::from_slice(response.body()).expect("the body is JSON");
        let validator = validator(&format!("{at}/content/{kind}/schema"));
        let wrong: Vec<String> = validator
            .iter_errors(&body)
            .map(|one| one.to_string())
            .collect();
        assert!(wrong.is_empty(), "{what}: {body}\n{}", wrong.join("\n"));
        (status, body)
    }
}

fn ask<'a>(method: Method, route: &'a str, uri: &'a str) -> Ask<'a> {
    Ask {
        method,
        route,
        uri,
        headers: &[],
        body: None,
    }
}

fn post(route: &str, body: Value) -> Ask<'_> {
    Ask {
        body: Some(body),
        ..ask(Method::POST, route, route)
    }
}

#[test]
fn every_form_comes_back_as_it_was_sent() {
    let caller = Caller::new();
    for (path, value) in samples() {
        let (status, answer) = caller.ask(&post(path, value.clone()));
        assert_eq!(status, 200, "{path}: {answer}");
        assert_eq!(answer, value, "{path}");
    }
}

#[test]
fn the_document_that_is_served_is_the_one_that_is_checked_in() {
    let caller = Caller::new();
    let request = Request::get("/openapi.v1.json").header("host", "localhost");
    let request = request.body(Full::<Bytes>::default()).expect("a request");
    let response = caller
        .0
        .oneshot(request)
        .now_or_never()
        .expect("nothing waits");
    let response = response.unwrap_or_else(|never| match never {});
    let body = response
        .into_body()
        .collect()
        .now_or_never()
        .expect("nothing waits");
    let body = body.expect("the body is all there").to_bytes();
    assert_eq!(
        body,
        include_str!("../../documents/openapi.v1.json").as_bytes()
    );
}

#[test]
fn answers_of_every_kind_are_described() {
    let caller = Caller::new();
    let notes = "/v1/notes";
    let note = "/v1/notes/{id}";
    let expect = |expected: u16, what: &Ask<'_>| {
        let (status, body) = caller.ask(what);
        assert_eq!(status, expected, "{} {}: {body}", what.method, what.uri);
        body
    };
    let text = |text: &str| json!({ "text": text });
    let first = expect(201, &post(notes, text("one")));
    assert_eq!(first["id"], 1);
    assert_eq!(expect(409, &post(notes, text("one")))["code"], "repeated");
    expect(201, &post(notes, json!({ "text": "two", "author": "me" })));
    expect(201, &post(notes, text("three")));
    assert_eq!(expect(409, &post(notes, text("four")))["code"], "too_many");
    assert_eq!(
        expect(422, &post(notes, text(&"x".repeat(1001))))["data"],
        1
    );
    assert_eq!(
        expect(422, &post(notes, json!({ "text": 7 })))["code"],
        "invalid_input"
    );
    expect(422, &post(notes, json!({})));
    expect(
        415,
        &Ask {
            headers: &[("content-type", "text/plain")],
            ..post(notes, text("one"))
        },
    );
    let list = |uri| ask(Method::GET, notes, uri);
    assert_eq!(expect(200, &list("/v1/notes"))[2]["text"], "three");
    assert_eq!(
        expect(200, &list("/v1/notes?author=me&author=you"))[0]["id"],
        2
    );
    assert_eq!(expect(200, &list("/v1/notes?after=3")), json!([]));
    expect(422, &list("/v1/notes?size=many"));
    expect(422, &list("/v1/notes?size=1&size=2"));
    let not_json = [("accept", "text/html")];
    expect(
        406,
        &Ask {
            headers: &not_json,
            ..list("/v1/notes")
        },
    );
    expect(200, &ask(Method::GET, note, "/v1/notes/1"));
    expect(404, &ask(Method::GET, note, "/v1/notes/7"));
    expect(422, &ask(Method::GET, note, "/v1/notes/x"));
    expect(400, &ask(Method::GET, note, "/v1/notes/%2F"));
    let tag = "\"0\"";
    let changed = |headers, body| Ask {
        headers,
        body: Some(body),
        ..ask(Method::PATCH, note, "/v1/notes/1")
    };
    expect(428, &changed(&[], text("uno")));
    expect(412, &changed(&[("if-match", "\"other\"")], text("uno")));
    let known = [("if-match", tag)];
    let merged = [
        ("if-match", tag),
        ("content-type", "application/merge-patch+json"),
    ];
    expect(422, &changed(&known, json!({ "author": 7 })));
    assert_eq!(
        expect(200, &changed(&merged, json!({ "author": "you" })))["revision"],
        1
    );
    expect(412, &changed(&known, text("uno")));
    let unchanged = [("if-none-match", "*")];
    expect(
        304,
        &Ask {
            headers: &unchanged,
            ..ask(Method::GET, note, "/v1/notes/1")
        },
    );
    assert_eq!(expect(200, &ask(Method::GET, "/v1/count", "/v1/count")), 3);
    expect(204, &ask(Method::DELETE, note, "/v1/notes/1"));
    expect(404, &ask(Method::DELETE, note, "/v1/notes/1"));
}
