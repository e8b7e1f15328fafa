//! Webhooks in process, from the request to what their sender is answered.

#![cfg(feature = "webhooks")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "actions and helpers of tests fail as tests do"
)]

mod actions;
mod delivering;
mod promises;
mod refusing;

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use http::{HeaderMap, Request, header};
use http_body_util::{BodyExt as _, Full};
use tower::Service as _;
use tramline::webhook::{Receiver, standard};
use tramline::{Body, ResponseFuture, Service};

use actions::{App, NOW, PATH, SECRET};

type Posted = Request<Full<bytes::Bytes>>;

/// What came back.
#[derive(Debug)]
struct Got {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Got {
    /// The status and the code of a problem document.
    fn problem(&self) -> (u16, &str) {
        assert_eq!(self.headers["content-type"], "application/problem+json");
        let text = &self.body;
        assert!(text.contains(self.headers["x-request-id"].to_str().unwrap()));
        assert!(!text.contains("secret"), "{text}");
        let code = text.split(r#""code":""#).nth(1).unwrap();
        (self.status, code.split('"').next().unwrap())
    }
}

/// An application and its service, with a receiver that has its defaults.
fn served() -> (App, Service) {
    serving(Receiver::standard([SECRET]).unwrap())
}

fn serving(receiver: Receiver) -> (App, Service) {
    let app = App::new(receiver);
    let service = Service::new(actions::actions(app.clone()));
    (app, service)
}

/// A delivery as its sender makes it.
fn delivery(id: &str, body: &str) -> Posted {
    sent(PATH, id, NOW, body)
}

fn sent(path: &str, id: &str, timestamp: i64, body: &str) -> Posted {
    let signature = standard::sign(&SECRET.parse().unwrap(), id, timestamp, body.as_bytes());
    Request::post(path)
        .header(header::HOST, "localhost:3000")
        .header(header::CONTENT_TYPE, "application/json")
        .header(standard::WEBHOOK_ID, id)
        .header(standard::WEBHOOK_TIMESTAMP, timestamp)
        .header(standard::WEBHOOK_SIGNATURE, signature)
        .body(Full::from(body.to_owned()))
        .unwrap()
}

/// The same with another value in a header, or without it.
fn with(mut request: Posted, name: &'static str, value: Option<&str>) -> Posted {
    match value {
        Some(value) => request.headers_mut().insert(name, value.parse().unwrap()),
        None => request.headers_mut().remove(name),
    };
    request
}

fn start(service: &Service, request: Posted) -> ResponseFuture {
    service.clone().call(request)
}

/// What `future` comes to, which has nothing to wait for but itself.
fn end(
    future: impl Future<Output = Result<http::Response<Body>, std::convert::Infallible>>,
) -> Got {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let (head, body) = future.await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Got {
            status: head.status.as_u16(),
            headers: head.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    })
}

fn send(service: &Service, request: Posted) -> Got {
    end(start(service, request))
}

/// Polls a delivery once, which is not enough for it.
fn waits(future: &mut ResponseFuture) {
    let mut context = Context::from_waker(Waker::noop());
    assert!(matches!(pin!(future).poll(&mut context), Poll::Pending));
}
