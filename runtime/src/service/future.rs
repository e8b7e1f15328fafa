//! The response under way.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::header::CONTENT_LENGTH;
use http::request::Parts;
use http::{HeaderValue, Response};
use http_body::Body as _;
use tracing::Span;

use super::respond::{self, Route};
use super::rest::{Answering, Taken};
use super::skew::Announced;
use super::span;
use super::table::Entry;
use crate::action::Running;
use crate::body::Body;
use crate::call::Incoming;
use crate::extract::{Door, RequestParts};
use crate::read::{Declared, Reading};
use crate::rest::marks::Marks;

/// The future of [`Service`](crate::Service): it never fails, and never panics where the action
/// does.
#[must_use = "futures do nothing unless polled"]
pub struct ResponseFuture {
    stage: Guarded,
    span: Span,
    /// The answer to a HEAD, whose body is left out.
    head: bool,
    mark: Option<Mark>,
}

/// What is added to a response, whatever it came to.
pub(super) enum Mark {
    Version(Announced),
    Rest(Box<Marks>),
}

/// Something that ends in a response, and whose panics are caught.
pub(super) struct Guarded(Stage);

enum Stage {
    Ready(Response<Body>),
    Running(Running, Route),
    Rest(Running, Box<Answering>),
    Layered(Layered),
    Done,
}

/// A call inside layers.
pub(super) type Layered = Pin<Box<dyn Future<Output = Response<Body>> + Send>>;

impl ResponseFuture {
    pub(super) fn new(stage: Guarded, span: Span, head: bool, mark: Option<Mark>) -> Self {
        Self {
            stage,
            span,
            head,
            mark,
        }
    }
}

impl Future for ResponseFuture {
    type Output = Result<Response<Body>, std::convert::Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        let entered = this.span.enter();
        let Poll::Ready(mut response) = this.stage.poll(context) else {
            return Poll::Pending;
        };
        drop(entered);
        span::close(&this.span, &response);
        match &this.mark {
            None => {}
            Some(Mark::Version(announced)) => announced.mark(&mut response),
            Some(Mark::Rest(marks)) => marks.mark(&mut response),
        }
        if this.head {
            leave_out_body(&mut response);
        }
        Poll::Ready(Ok(response))
    }
}

impl Guarded {
    pub(super) fn ready(response: Response<Body>) -> Self {
        Self(Stage::Ready(response))
    }

    /// Starts a call of `entry`.
    pub(super) fn running(
        entry: &Entry,
        declared: Declared,
        head: Parts,
        body: Body,
        reading: &Arc<Reading>,
    ) -> Self {
        let incoming = Incoming {
            request: RequestParts::new(head, entry.info, Door::Rpc),
            body,
            declared,
            reading: Arc::clone(reading),
            wire: entry.wire,
            arrival: None,
        };
        let route = Route {
            info: entry.info,
            wire: entry.wire,
            format: declared.format,
        };
        Self(Stage::Running(
            entry.table.start(entry.row, incoming),
            route,
        ))
    }

    /// Starts a call by the route that was `taken`.
    pub(super) fn running_rest(
        taken: Taken,
        declared: Declared,
        head: Parts,
        body: Body,
        reading: &Arc<Reading>,
    ) -> Self {
        let entry = taken.lead.entry.clone();
        let (arrival, answering) = taken.split(&head);
        let incoming = Incoming {
            request: RequestParts::new(head, entry.info, Door::Rest),
            body,
            declared,
            reading: Arc::clone(reading),
            wire: entry.wire,
            arrival: Some(Box::new(arrival)),
        };
        let running = entry.table.start(entry.row, incoming);
        Self(Stage::Rest(running, Box::new(answering)))
    }

    pub(super) fn layered(layered: Layered) -> Self {
        Self(Stage::Layered(layered))
    }

    /// Polls what runs. Whatever state a panic left behind is dropped here and never seen again,
    /// which is what makes it safe to go on.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Response<Body>> {
        let stage = &mut self.0;
        let polled = catch_unwind(AssertUnwindSafe(|| stage.poll(context)));
        match polled {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(response)) => Poll::Ready(response),
            Err(payload) => {
                let left = std::mem::replace(stage, Stage::Done);
                // What a destructor panics with after that says no more.
                let _ = catch_unwind(AssertUnwindSafe(|| drop(left)));
                Poll::Ready(respond::panicked(payload.as_ref()))
            }
        }
    }
}

impl Stage {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Response<Body>> {
        let response = match self {
            Self::Ready(_) | Self::Done => None,
            Self::Running(running, route) => match running.as_mut().poll(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(outcome) => Some(respond::outcome(outcome, *route)),
            },
            Self::Rest(running, answering) => match running.as_mut().poll(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(outcome) => Some(answering.respond(outcome)),
            },
            Self::Layered(layered) => match layered.as_mut().poll(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(response) => Some(response),
            },
        };
        // A call is over, and lets go of what it holds, before its response goes out.
        match (response, std::mem::replace(self, Self::Done)) {
            (Some(response), _) | (None, Self::Ready(response)) => Poll::Ready(response),
            (None, _) => Poll::Ready(respond::internal("polled after completion")),
        }
    }
}

/// Says how long the body would have been, and leaves it out.
fn leave_out_body(response: &mut Response<Body>) {
    let length = response.body().size_hint().exact();
    if let Some(length) = length.filter(|length| *length > 0) {
        let headers = response.headers_mut();
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    *response.body_mut() = Body::empty();
}

impl fmt::Debug for ResponseFuture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
