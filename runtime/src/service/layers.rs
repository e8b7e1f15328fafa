//! Middleware between routing and the action.

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::request::Parts;
use http::{Request, Response};
use tower::util::BoxCloneSyncService;
use tower::{Layer, Service, ServiceExt as _};

use super::future::{Guarded, Layered};
use super::respond;
use super::rest::{self, Taken};
use super::skew::Standing;
use super::table::Entry;
use super::webhooks;
use crate::body::{Body, BoxError};
use crate::read::{Declared, Format, Reading};
use crate::refusal::Refusal;

/// What a layer wraps: the action that the request was routed to, with the layers further in.
#[derive(Clone)]
pub struct Next(BoxCloneSyncService<Request<Body>, Response<Body>, Infallible>);

/// A layer whose type is forgotten.
pub(super) type Wrap = Box<dyn FnOnce(Next) -> Next + Send>;

/// Which entry the request was routed to, and how its caller stands to it. Only this crate can name
/// the type, so no layer can change the decision.
#[derive(Clone)]
pub(super) enum Routed {
    Rpc { entry: Entry, standing: Standing },
    Rest(Taken),
    Webhook(Entry),
}

/// Forgets the type of `layer`.
pub(super) fn wrap<L, R>(layer: L) -> Wrap
where
    L: Layer<Next> + Send + 'static,
    L::Service: Service<Request<Body>, Response = Response<R>> + Clone + Send + Sync + 'static,
    <L::Service as Service<Request<Body>>>::Future: Send + 'static,
    <L::Service as Service<Request<Body>>>::Error: Into<BoxError>,
    R: http_body::Body + Send + 'static,
    R::Error: Into<BoxError>,
{
    Box::new(move |next| {
        let service = Answering(layer.layer(next));
        Next(BoxCloneSyncService::new(service))
    })
}

/// `layers`, the first outermost, around the actions; `None` if there are none.
pub(super) fn stack(layers: Vec<Wrap>, reading: &Arc<Reading>) -> Option<Next> {
    if layers.is_empty() {
        return None;
    }
    let innermost = Next(BoxCloneSyncService::new(Innermost(Arc::clone(reading))));
    Some(
        layers
            .into_iter()
            .rev()
            .fold(innermost, |next, wrap| wrap(next)),
    )
}

impl Next {
    /// The call of `request` through all layers.
    pub(super) fn start(&self, request: Request<Body>) -> Layered {
        let next = self.clone();
        Box::pin(async move {
            match next.oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            }
        })
    }
}

impl Service<Request<Body>> for Next {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = NextFuture;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: Request<Body>) -> NextFuture {
        NextFuture(self.0.call(request))
    }
}

/// The future of [`Next`].
#[must_use = "futures do nothing unless polled"]
pub struct NextFuture(Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>);

impl Future for NextFuture {
    type Output = Result<Response<Body>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(context)
    }
}

/// The routed action itself.
#[derive(Clone)]
struct Innermost(Arc<Reading>);

impl Service<Request<Body>> for Innermost {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let mut guarded = route(request, &self.0);
        Box::pin(std::future::poll_fn(move |context| {
            guarded.poll(context).map(Ok)
        }))
    }
}

/// Starts the action that `request` was routed to, as the layers have left it.
fn route(request: Request<Body>, reading: &Arc<Reading>) -> Guarded {
    let (mut head, body) = request.into_parts();
    let (entry, standing) = match head.extensions.remove::<Routed>() {
        Some(Routed::Rpc { entry, standing }) => (entry, standing),
        Some(Routed::Rest(taken)) => return route_rest(taken, head, body, reading),
        Some(Routed::Webhook(entry)) => return webhooks::route(&entry, head, body, reading),
        None => {
            let cause = "a layer made a new request without the extensions of the old one";
            return Guarded::ready(respond::internal(cause));
        }
    };
    let limit = reading.limit(entry.info);
    match Declared::read(&head, limit, entry.wire.encoding) {
        // A caller of another version would not read what answers.
        Ok(declared) if standing == Standing::Tolerated && declared.format == Format::Postcard => {
            Guarded::ready(respond::refuse(Refusal::VersionSkew, Some(entry.info)))
        }
        Ok(declared) => Guarded::running(&entry, declared, head, body, reading),
        Err(refusal) => Guarded::ready(respond::refuse(refusal, Some(entry.info))),
    }
}

/// The same by REST.
fn route_rest(taken: Taken, head: Parts, body: Body, reading: &Arc<Reading>) -> Guarded {
    let limit = reading.limit(taken.lead.entry.info);
    match rest::declared(&head, &taken.lead, limit) {
        Ok(declared) => Guarded::running_rest(taken, declared, head, body, reading),
        Err(refusal) => Guarded::ready(rest::refuse(refusal, Some(&taken.lead))),
    }
}

/// A layer's service with its errors answered.
#[derive(Clone)]
struct Answering<T>(T);

impl<T, R> Service<Request<Body>> for Answering<T>
where
    T: Service<Request<Body>, Response = Response<R>> + Clone + Send + 'static,
    T::Future: Send + 'static,
    T::Error: Into<BoxError>,
    R: http_body::Body + Send + 'static,
    R::Error: Into<BoxError>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    // Readiness belongs to the clone that takes the call.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let service = self.0.clone();
        Box::pin(async move {
            Ok(match service.oneshot(request).await {
                Ok(response) => response.map(Body::new),
                Err(error) => {
                    let error: BoxError = error.into();
                    respond::internal(&format!("a layer failed: {error}"))
                }
            })
        })
    }
}

impl fmt::Debug for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next").finish_non_exhaustive()
    }
}

impl fmt::Debug for NextFuture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextFuture").finish_non_exhaustive()
    }
}
