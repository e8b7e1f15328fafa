//! Extractors written for axum, behind the feature of that name.

#![cfg(feature = "axum")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use std::convert::Infallible;
use std::task::{Context, Poll, Waker};

use axum_core::extract::{FromRef, FromRequestParts};
use http::request::Parts;
use http::{Request, StatusCode};
use tower::Service as _;
use tramline::codegen::shape::Shape;
use tramline::codegen::{Action, Bound, Call, Encoding, Errors, Outcome, Wire, refusals, value};
use tramline::{ActionInfo, Actions, Axum, Body, Kind, Service};

#[derive(Clone)]
struct App {
    greeting: &'static str,
}

struct Greeting(&'static str);

impl FromRef<App> for Greeting {
    fn from_ref(app: &App) -> Self {
        Self(app.greeting)
    }
}

/// An extractor as axum's users write them: over the state, refusing with a status.
struct Greeted(String);

impl<S: Send + Sync> FromRequestParts<S> for Greeted
where
    Greeting: FromRef<S>,
{
    type Rejection = (StatusCode, &'static str);

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let Greeting(greeting) = Greeting::from_ref(state);
        match parts
            .headers
            .get("x-name")
            .and_then(|name| name.to_str().ok())
        {
            Some("crash") => Err((StatusCode::BAD_GATEWAY, "secret")),
            Some(name) => Ok(Self(format!("{greeting}, {name}"))),
            None => Err((StatusCode::UNAUTHORIZED, "secret")),
        }
    }
}

struct Marker;

static INFO: ActionInfo = ActionInfo {
    name: "greet",
    id: 0,
    former_ids: &[],
    fingerprint: 0,
    kind: Kind::Query,
    labels: &[],
    body_limit: None,
    errors: &[],
    authentication: &[],
};

static WIRE: Wire = Wire {
    input: &Shape::Unit,
    result: &Shape::Unit,
    errors: &[],
    encoding: Encoding::Postcard,
};

impl Bound<App> for Marker {
    const ERRORS: Errors = &[refusals::<App, Axum<Greeted>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let Axum(Greeted(text)) = call.extract::<Axum<Greeted>>().await?;
        call.no_input().await?;
        value(text.len() as u8)
    }
}

const ALL: &[Action<App>] = &[Action::new::<Marker>(&INFO, &WIRE)];

fn greet(name: Option<&str>) -> http::Response<Body> {
    let app = App { greeting: "Hello" };
    let mut service = Service::new(Actions::new(app, ALL));
    let mut request = Request::get("/rpc/AAAAAAAA.AAAAAAAA/greet").header("host", "localhost");
    if let Some(name) = name {
        request = request.header("x-name", name);
    }
    let mut future = std::pin::pin!(service.call(request.body(Body::empty()).unwrap()));
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(response) = future.as_mut().poll(&mut context) else {
        panic!("not ready");
    };
    response.unwrap_or_else(|never: Infallible| match never {})
}

#[test]
fn an_axum_extractor_reads_the_request_and_the_state() {
    let response = greet(Some("Ada"));
    assert_eq!(response.status(), 200);
    assert_eq!(format!("{:?}", response.body()), "Body(1 bytes)");
}

#[test]
fn its_refusal_keeps_a_client_error_and_nothing_else() {
    for (name, status) in [(None, 401), (Some("crash"), 500)] {
        let response = greet(name);
        assert_eq!(response.status(), status);
        assert_eq!(
            response.headers()["content-type"],
            "application/problem+json"
        );
    }
}
