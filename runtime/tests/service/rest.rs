//! Routes of REST beside RPC, in one service.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, header};
use http_body_util::Full;
use tower::layer::layer_fn;
use tower::{Service as _, ServiceExt as _};
use tramline::codegen::shape::Shape;
use tramline::codegen::{
    Action, Bound, Call, Document, Encoding, Errors, Form, Outcome, Parameter, Place, Rest, Route,
    RouteBody, RouteMethod, Segment, Wire, json, rest,
};
use tramline::{ActionInfo, Actions, Body, Door, Next, RequestParts, Service};

use crate::harness::{Got, call_on, poll, post_json};

/// Adds to a number, whoever asks.
struct Sum;

const INFO: &ActionInfo = &ActionInfo {
    name: "sum",
    id: 70,
    fingerprint: 71,
    ..*crate::actions::Ping::INFO
};

const WIRE: &Wire = &Wire {
    input: &Shape::Unit,
    result: &Shape::Unit,
    errors: &[],
    encoding: Encoding::Json,
};

const ROUTES: &[Route] = &[Route {
    method: RouteMethod::Post,
    version: "v1",
    segments: &[
        Segment::Literal("v1"),
        Segment::Literal("sums"),
        Segment::Parameter,
    ],
    parameters: &[Parameter {
        place: Place::Path(0),
        name: "one",
        form: Form::Integer,
        repeated: false,
        required: true,
    }],
    body: RouteBody::Object,
    success: 200,
    deprecation: None,
    cache: None,
    authentication: &[],
}];

/// How the call came in.
struct Came(Door);

impl<S: Send + Sync> tramline::Extract<S> for Came {
    type Rejection = std::convert::Infallible;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(request.door()))
    }
}

impl Bound<()> for Sum {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<()>) -> Outcome {
        let Came(door) = call.extract::<Came>().await?;
        let body = call.body().await?;
        let (one, (other, ())) = call.json_fields::<(u8, (u8, ()))>(&body, &["one", "other"])?;
        json::value((format!("{door:?}"), one + other))
    }
}

impl Rest<()> for Sum {
    async fn rest(mut call: Call<()>) -> Outcome {
        let Came(door) = call.extract::<Came>().await?;
        let input = call.rest_input().await?;
        let (one, (other, ())) = call.rest_fields::<(u8, (u8, ()))>(&input, &["one", "other"])?;
        rest::value((format!("{door:?}"), one + other))
    }
}

fn sums() -> Actions {
    const ROWS: &[Action<()>] = &[Action::new::<Sum>(INFO, WIRE).rest::<Sum>(ROUTES)];
    const DOCUMENTS: &[Document] = &[Document {
        version: "v1",
        json: "{}",
    }];
    Actions::new((), ROWS).with_documents(DOCUMENTS)
}

fn by_rest(path: &str, body: &str) -> Request<Full<Bytes>> {
    Request::post(path)
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Full::from(body.to_owned()))
        .unwrap()
}

fn get(path: &str) -> Request<Body> {
    let request = Request::get(path).header(header::HOST, "localhost");
    request.body(Body::empty()).unwrap()
}

#[test]
fn one_function_has_two_doors() {
    let service = Service::new(sums());
    let rpc = call_on(&service, post_json(INFO, r#"{"one":3,"other":4}"#));
    assert_eq!(rpc.json(), (200, r#"["Rpc",7]"#));
    let rest = call_on(&service, by_rest("/v1/sums/3", r#"{"other":4}"#));
    assert_eq!(rest.json(), (200, r#"["Rest",7]"#));
}

#[test]
fn layers_see_the_action_of_a_route_and_not_its_cookies() {
    let seen: Arc<Mutex<Vec<String>>> = Arc::default();
    let notes = Arc::clone(&seen);
    let watch = layer_fn(move |next: Next| {
        let notes = Arc::clone(&notes);
        next.map_request(move |request: Request<Body>| {
            let action = request.extensions().get::<&'static ActionInfo>().unwrap();
            let has_cookie = request.headers().contains_key(header::COOKIE);
            let note = format!("{} {has_cookie}", action.name);
            notes.lock().unwrap().push(note);
            request
        })
    });
    let service = Service::builder(sums()).layer(watch).build();
    let request = crate::harness::with(by_rest("/v1/sums/3", r#"{"other":4}"#), "cookie", "a=b");
    assert_eq!(call_on(&service, request).json(), (200, r#"["Rest",7]"#));
    assert_eq!(*seen.lock().unwrap(), ["sum false"]);
    let missing = call_on(&service, by_rest("/v1/sums", "{}"));
    assert_eq!(missing.problem(), (404, "unknown_route".to_owned()));
    assert_eq!(seen.lock().unwrap().len(), 1);
}

#[test]
fn a_body_by_rest_has_its_limit_and_its_deadline() {
    let service = Service::builder(sums())
        .body_limit(10)
        .read_deadline(std::time::Duration::ZERO, |_| std::future::ready(()))
        .build();
    let long = call_on(&service, by_rest("/v1/sums/3", r#"{"other":  4}"#));
    assert_eq!(long.problem(), (413, "body_too_large".to_owned()));
    // A body that never comes.
    let pending =
        futures_util::stream::pending::<Result<http_body::Frame<Bytes>, tramline::BoxError>>();
    let never = by_rest("/v1/sums/3", "").map(|_| http_body_util::StreamBody::new(pending));
    assert_eq!(
        call_on(&service, never).problem(),
        (408, "read_timeout".to_owned())
    );
}

#[test]
fn two_tables_cannot_have_one_route() {
    fn message(service: tramline::ServiceBuilder) -> String {
        service.try_build().unwrap_err().to_string()
    }
    const OTHER: &ActionInfo = &ActionInfo {
        name: "other",
        id: 72,
        ..*INFO
    };
    let other = |rows| Actions::new((), rows);
    const SAME: &[Action<()>] = &[Action::new::<Sum>(OTHER, WIRE).rest::<Sum>(ROUTES)];
    assert_eq!(
        message(Service::builder(sums()).merge(other(SAME))),
        "two routes are `POST /v1/sums/{one}`: is a table merged twice?"
    );
    assert_eq!(
        message(Service::builder(sums()).cors_origins(["partner.example"])),
        "`partner.example` is not an origin: expected a scheme and a host, such as \
         `https://example.com`, without a path"
    );
}

#[test]
fn what_only_routes_lead_to_is_not_called_by_rpc() {
    const ROWS: &[Action<()>] = &[Action::rest_only::<Sum>(INFO, WIRE, ROUTES)];
    let service = Service::new(Actions::new((), ROWS));
    let rpc = call_on(&service, post_json(INFO, r#"{"one":3,"other":4}"#));
    assert_eq!(rpc.problem(), (404, "unknown_action".to_owned()));
    let rest = call_on(&service, by_rest("/v1/sums/3", r#"{"other":4}"#));
    assert_eq!(rest.json(), (200, r#"["Rest",7]"#));
}

#[test]
fn descriptions_are_served_unless_they_are_not() {
    let described = |openapi| {
        let service = Service::builder(sums()).openapi(openapi).build();
        call_on(&service, get("/openapi.v1.json"))
    };
    let document = described(true);
    assert_eq!(document.json(), (200, "{}"));
    let tag = document.headers["etag"].to_str().unwrap();
    let again = crate::harness::with(get("/openapi.v1.json"), "if-none-match", tag);
    assert_eq!(call_on(&Service::new(sums()), again).status, 304);
    assert_eq!(
        described(false).problem(),
        (404, "unknown_route".to_owned())
    );
}

#[test]
fn a_call_by_rest_that_is_given_up_is_dropped() {
    let mut service = Service::new(sums());
    let pending =
        futures_util::stream::pending::<Result<http_body::Frame<Bytes>, tramline::BoxError>>();
    let never = by_rest("/v1/sums/3", "").map(|_| http_body_util::StreamBody::new(pending));
    let mut future = service.call(never);
    assert!(poll(&mut future).is_pending());
    drop(future);
    let rest: Got = call_on(&service, by_rest("/v1/sums/3", r#"{"other":4}"#));
    assert_eq!(rest.status, 200);
}
