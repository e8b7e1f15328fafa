//! The span of a call, by the names of OpenTelemetry.
//!
//! One test in a binary of its own: `tracing` remembers for each place in the code whether anyone
//! listens, and another thread, where nobody does, could be the one to ask first.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use http::Request;
use tower::Service as _;
use tracing::field::Visit;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber, subscriber};
use tramline::codegen::shape::{Field, Presence, Shape, Struct};
use tramline::codegen::{
    Action, Bound, Call, Encoding, Errors, Form, Outcome, Parameter, Place, Rest, Route, RouteBody,
    RouteMethod, Segment, Wire, errors, rest, result,
};
use tramline::{ActionError, ActionInfo, Actions, Body, ErrorCode, Kind, Service};

#[derive(Debug, ActionError)]
enum SignError {
    #[error(status = 409)]
    NameTaken,
    #[error(internal)]
    Io(#[from] std::io::Error),
}

struct Sign;

static INFO: ActionInfo = ActionInfo {
    name: "book.sign",
    id: 0,
    former_ids: &[],
    fingerprint: 0,
    kind: Kind::Query,
    labels: &[],
    body_limit: None,
    errors: &[ErrorCode {
        code: "name_taken",
        status: 409,
    }],
    authentication: &[],
};

static WIRE: Wire = Wire {
    input: &Shape::Struct(&Struct {
        fields: &[Field {
            name: "how",
            aliases: &[],
            shape: Shape::U8,
            presence: Presence::Required,
        }],
        deny_unknown_fields: false,
    }),
    result: &Shape::U8,
    errors: &[],
    encoding: Encoding::Postcard,
};

impl Bound<()> for Sign {
    const ERRORS: Errors = &[errors::<Result<u8, SignError>>()];

    async fn call(mut call: Call<()>) -> Outcome {
        let body = call.body().await?;
        let (how,) = call.fields::<(u8,)>(&body)?;
        result(match how {
            0 => Ok(how),
            1 => Err(SignError::NameTaken),
            2 => Err(std::io::Error::other("password hunter2").into()),
            _ => panic!("secret {how}"),
        })
    }
}

impl Rest<()> for Sign {
    async fn rest(mut call: Call<()>) -> Outcome {
        let input = call.rest_input().await?;
        let (how, ()) = call.rest_fields::<(u8, ())>(&input, &["how"])?;
        rest::value(how)
    }
}

static ROUTES: [Route; 1] = [Route {
    method: RouteMethod::Get,
    version: "v1",
    segments: &[
        Segment::Literal("v1"),
        Segment::Literal("signs"),
        Segment::Parameter,
    ],
    parameters: &[Parameter {
        place: Place::Path(0),
        name: "how",
        form: Form::Integer,
        repeated: false,
        required: true,
    }],
    body: RouteBody::None,
    success: 200,
    deprecation: None,
    cache: None,
    authentication: &[],
}];

const ALL: &[Action<()>] = &[Action::new::<Sign>(&INFO, &WIRE).rest::<Sign>(&ROUTES)];

/// The request id of the response to a call, where it has one.
fn call(host: &str, path: &str) -> Option<String> {
    let request = Request::get(path).header("host", host);
    let mut service = Service::new(Actions::new((), ALL));
    let mut future = service.call(request.body(Body::empty()).unwrap());
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(Ok(response)) = std::pin::Pin::new(&mut future).poll(&mut context) else {
        panic!("not ready");
    };
    let id = response.headers().get("x-request-id")?;
    Some(id.to_str().unwrap().to_owned())
}

/// The path of a call with the input `how`.
fn sign(how: u8) -> String {
    let letter = ["AA", "AQ", "Ag", "Aw"][usize::from(how)];
    format!("/rpc/AAAAAAAA.AAAAAAAA/book.sign?i={letter}")
}

type Fields = BTreeMap<&'static str, String>;

/// Keeps the fields of every span, and of every event with the span it came in.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Recorded>>);

#[derive(Default)]
struct Recorded {
    spans: Vec<Fields>,
    events: Vec<(Option<usize>, Fields)>,
    entered: Vec<usize>,
}

struct Into<'a>(&'a mut Fields);

impl Visit for Into<'_> {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &tracing::field::Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("tramline")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut fields = Fields::new();
        attributes.record(&mut Into(&mut fields));
        let mut recorded = self.0.lock().unwrap();
        recorded.spans.push(fields);
        Id::from_u64(recorded.spans.len() as u64)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        let mut recorded = self.0.lock().unwrap();
        values.record(&mut Into(&mut recorded.spans[id.into_u64() as usize - 1]));
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::new();
        event.record(&mut Into(&mut fields));
        let mut recorded = self.0.lock().unwrap();
        let span = recorded.entered.last().copied();
        recorded.events.push((span, fields));
    }

    fn enter(&self, id: &Id) {
        self.0.lock().unwrap().entered.push(id.into_u64() as usize);
    }

    fn exit(&self, _: &Id) {
        self.0.lock().unwrap().entered.pop();
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
}

fn record(run: impl FnOnce()) -> Recorded {
    let recorder = Recorder::default();
    subscriber::with_default(recorder.clone(), run);
    std::mem::take(&mut recorder.0.lock().unwrap())
}

fn check(span: &Fields, expected: &[(&'static str, &str)]) {
    let expected: Fields = expected
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect();
    assert_eq!(*span, expected);
}

fn names() {
    let json = sign(0).replace("?i=AA", "?j=%7B%22how%22:0%7D");
    let recorded = record(|| {
        call("localhost:3000", &sign(0));
        call("localhost:3000", &sign(1));
        call("localhost:3000", &json);
        call("evil.example", &sign(0));
        call("localhost:3000", &sign(0).replace(".AAAAAAAA", ".AAAAAAAB"));
        call("localhost:3000", "/rpc");
    });
    let common = [("otel.kind", "server"), ("rpc.system.name", "tramline")];
    let [ok, declared, lossless, refused, skewed, nowhere] = &recorded.spans[..] else {
        panic!("{} spans", recorded.spans.len());
    };
    let here = [("server.address", "localhost"), ("server.port", "3000")];
    let known = [("otel.name", "book.sign"), ("rpc.method", "book.sign")];
    let ended = |code| [("rpc.status_code", code), ("error.type", code)];
    let fine = [("rpc.status_code", "ok")];
    let postcard = [("tramline.encoding", "postcard")];
    check(ok, &[&common[..], &here, &known, &postcard, &fine].concat());
    let taken = ended("name_taken");
    check(
        declared,
        &[&common[..], &here, &known, &postcard, &taken].concat(),
    );
    let json = [("tramline.encoding", "lossless_json")];
    check(
        lossless,
        &[&common[..], &here, &known, &json, &fine].concat(),
    );
    let elsewhere = [("server.address", "evil.example")];
    let host = ended("host_not_allowed");
    check(refused, &[&common[..], &elsewhere, &known, &host].concat());
    let skew = [("tramline.skew", "unknown")];
    let stale = ended("stale_client");
    check(
        skewed,
        &[&common[..], &here, &known, &skew, &stale].concat(),
    );
    let other = [("otel.name", "tramline"), ("rpc.method", "_OTHER")];
    let unknown = ended("unknown_action");
    check(nowhere, &[&common[..], &here, &other, &unknown].concat());
}

fn routes() {
    let recorded = record(|| {
        call("localhost", "/v1/signs/3");
        call("localhost", "/v1/signs/secret");
        call("localhost", "/v1/secret");
    });
    let [ok, invalid, nowhere] = &recorded.spans[..] else {
        panic!("{} spans", recorded.spans.len());
    };
    let common = [
        ("otel.kind", "server"),
        ("http.request.method", "GET"),
        ("server.address", "localhost"),
    ];
    let known = [
        ("otel.name", "GET /v1/signs/{how}"),
        ("http.route", "/v1/signs/{how}"),
        ("tramline.action", "book.sign"),
    ];
    let ended = |status, code| [("http.response.status_code", status), ("error.type", code)];
    let fine = [("http.response.status_code", "200")];
    check(ok, &[&common[..], &known, &fine].concat());
    let refused = ended("422", "invalid_input");
    check(invalid, &[&common[..], &known, &refused].concat());
    let other = [("otel.name", "GET")];
    let missing = ended("404", "unknown_route");
    check(nowhere, &[&common[..], &other, &missing].concat());
}

fn causes() {
    for (how, cause) in [(2, "password hunter2"), (3, "panic: secret 3")] {
        let mut id = None;
        let recorded = record(|| id = call("localhost", &sign(how)));
        let [(Some(1), event)] = &recorded.events[..] else {
            panic!("{:?}", recorded.events);
        };
        assert_eq!(event["cause"], cause);
        assert_eq!(event.get("request_id"), id.as_ref());
        assert_eq!(recorded.spans[0]["otel.status_code"], "ERROR");
        assert_eq!(recorded.spans[0]["error.type"], "internal");
    }
}

#[test]
fn a_call_is_one_span_with_the_names_of_opentelemetry_and_the_log_has_the_cause() {
    names();
    routes();
    causes();
}
