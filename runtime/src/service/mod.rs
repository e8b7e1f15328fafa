//! The tower service: from a request to the action it is for, and back to a response.
//!
//! The order of the checks is that of [`Inner::admit`]: host, route, method, version, origin,
//! declared length. A path that is not one of RPC may be one of REST, where they are the same. All of them need only the head of the request, so they are made before
//! anything runs or any of the body is read.

mod builder;
mod future;
mod layers;
mod lossless;
mod path;
mod problem;
mod request_id;
mod respond;
mod rest;
mod skew;
mod span;
mod table;
mod webhooks;

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::request::Parts;
use http::{Method, Request, Response};

pub use builder::{BuildError, ServiceBuilder};
pub use future::ResponseFuture;
pub use layers::{Next, NextFuture};

use crate::action::{ActionInfo, Actions, Kind, Version};
use crate::body::{Body, BoxError};
use crate::origin::{self, Access, Authority, Door, Facts, Policy, Target, Verdict};
use crate::read::{self, Declared, Format, Reading};
use crate::refusal::Refusal;
use crate::rest::Routes;
use future::{Guarded, Mark};
use layers::Routed;
use path::Address;
use skew::{Announced, Standing};
pub(crate) use table::Entry;
use table::Table;
use webhooks::Webhooks;

/// The longest path and query in bytes: a client puts an input of more than 1,536 bytes into a
/// body, so this leaves room.
const URI_LIMIT: usize = 8 * 1024;

/// Answers the calls of one or several crates' actions: a [`tower::Service`] for requests with any
/// body, which never fails.
///
/// Cloning is cheap, and all clones are one.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// use tower::ServiceExt as _;
/// use tramline::{Body, Service, http};
///
/// # fn actions(state: ()) -> tramline::Actions { tramline::Actions::new(state, &[]) }
/// // `actions` is what `tramline::include_actions!()` brings.
/// let service = Service::builder(actions(())).mount("/rpc").build();
///
/// let request = http::Request::get("http://localhost/rpc/AAAAAAAA.AAAAAAAA/nothing.here");
/// let response = service.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
/// assert_eq!(response.status(), 404);
/// # });
/// ```
#[derive(Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

struct Inner {
    table: Table,
    webhooks: Webhooks,
    mount: Box<str>,
    policy: Policy,
    routes: Routes,
    reading: Arc<Reading>,
    /// `None` where there are no layers, so that a call costs nothing for them.
    layers: Option<Next>,
}

impl Service {
    /// A service of one crate's actions, with every default.
    ///
    /// # Panics
    ///
    /// If two actions have one id, which the build step excludes.
    pub fn new(actions: Actions) -> Self {
        Self::builder(actions).build()
    }

    /// The way to more tables, other limits and layers.
    pub fn builder(actions: Actions) -> ServiceBuilder {
        ServiceBuilder::new(actions)
    }

    /// The facts of every action.
    pub fn actions(&self) -> impl Iterator<Item = &'static ActionInfo> {
        self.inner.table.infos()
    }
}

impl<B> tower::Service<Request<B>> for Service
where
    B: http_body::Body + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = ResponseFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> ResponseFuture {
        let (head, body) = request.into_parts();
        if let Some(entry) = self.inner.webhooks.find(head.uri.path()) {
            return self.inner.webhook(entry, head, Body::new(body));
        }
        let is_head = head.method == Method::HEAD;
        let target = self.inner.route(&head);
        if let Err(Refusal::UnknownAction) = target
            && self.inner.may_be_rest(head.uri.path())
        {
            let length = body.size_hint().lower();
            return self.inner.call_rest(head, Body::new(body), length);
        }
        let info = target.as_ref().ok().map(|found| found.entry.info);
        let host = origin::host_of(&head);
        let span = span::open(info, host);
        let entered = span.enter();
        if let Ok(found) = &target {
            span::skewed(&span, found.version);
        }
        let length = body.size_hint().lower();
        let (stage, announced) = match self.inner.admit(&head, host, target, length) {
            Ok((found, declared)) => {
                span::negotiated(&span, declared.format);
                let announced = found.announced(Ok(declared.format));
                let stage = self.inner.start(found, declared, head, Body::new(body));
                (stage, announced)
            }
            Err(refusal) => {
                let announced = target.ok().and_then(|found| found.refused(refusal, &head));
                (Guarded::ready(respond::refuse(refusal, info)), announced)
            }
        };
        drop(entered);
        ResponseFuture::new(stage, span, is_head, announced.map(Mark::Version))
    }
}

/// The action that a request is for.
#[derive(Clone, Copy)]
struct Found<'a> {
    entry: &'a Entry,
    /// What the caller was generated from.
    version: Version,
    standing: Standing,
}

impl Inner {
    /// The action that the path leads to, and how the caller stands to it.
    fn route(&self, head: &Parts) -> Result<Found<'_>, Refusal> {
        let target = head.uri.path_and_query();
        if target.is_some_and(|target| target.as_str().len() > URI_LIMIT) {
            return Err(Refusal::UriTooLong);
        }
        let address = path::parse(head.uri.path(), &self.mount).ok_or(Refusal::UnknownAction)?;
        match self.table.find(address.id) {
            Some(entry) if entry.info.fingerprint == address.fingerprint => Ok(Found {
                entry,
                version: Version::Present,
                standing: Standing::Current,
            }),
            Some(entry) => Ok(self.skewed(entry, address, head)),
            None => Err(self.absent(address)),
        }
    }

    /// Where the caller knows another version.
    #[cold]
    fn skewed<'a>(&self, entry: &'a Entry, address: Address, head: &Parts) -> Found<'a> {
        let version = self.table.version(entry.info, address.fingerprint);
        let format = Declared::format(head, entry.wire.encoding);
        Found {
            entry,
            version,
            standing: skew::standing(version, self.table.is_rebuilding(), format),
        }
    }

    /// Where there is no action.
    #[cold]
    fn absent(&self, address: Address) -> Refusal {
        let retired = self.table.is_retired(address.id);
        skew::absence(retired, self.table.is_rebuilding())
    }

    /// Every check that the head allows. `length` is the least that the body is known to hold.
    fn admit<'a>(
        &self,
        head: &Parts,
        host: Option<Authority<'_>>,
        target: Result<Found<'a>, Refusal>,
        length: u64,
    ) -> Result<(Found<'a>, Declared), Refusal> {
        let facts = match &target {
            Err(refusal) => Target::Nowhere(*refusal),
            Ok(found) => Target::Route {
                door: Door::Rpc,
                access: Access::of(&head.method),
                allowed: found.answers(&head.method),
                skew: found.standing.refusal(),
            },
        };
        let facts = Facts::of(head, host, facts, &self.policy);
        let verdict = origin::decide(&facts, self.policy.allow_missing_metadata);
        let found = match (verdict, target) {
            (Verdict::Allow | Verdict::AllowWithoutCookies, Ok(found)) => found,
            (Verdict::Refuse(refusal), _) | (_, Err(refusal)) => return Err(refusal),
        };
        let limit = self.reading.limit(found.entry.info);
        let declared = Declared::read(head, limit, found.entry.wire.encoding)?;
        if length > limit && !read::is_in_query(&head.method) {
            return Err(Refusal::BodyTooLarge);
        }
        Ok((found, declared))
    }

    fn start(&self, found: Found<'_>, declared: Declared, mut head: Parts, body: Body) -> Guarded {
        let entry = found.entry;
        if let Some(layers) = &self.layers {
            head.extensions.insert(entry.info);
            head.extensions.insert(Routed::Rpc {
                entry: entry.clone(),
                standing: found.standing,
            });
            return Guarded::layered(layers.start(Request::from_parts(head, body)));
        }
        Guarded::running(entry, declared, head, body, &self.reading)
    }
}

impl Found<'_> {
    /// Whether the action answers `method`. In another version it may have been a query: who asks
    /// for that, and is refused anyway, is told of the version.
    fn answers(&self, method: &Method) -> bool {
        match *method {
            Method::POST => true,
            Method::GET | Method::HEAD => {
                self.entry.info.kind == Kind::Query || self.standing.refusal().is_some()
            }
            _ => false,
        }
    }

    /// What an answer in `format` says of versions.
    fn announced(&self, format: Result<Format, Refusal>) -> Option<Announced> {
        let skewed = self.version != Version::Present;
        (skewed || format == Ok(Format::LosslessJson)).then_some(Announced {
            info: self.entry.info,
            skewed,
        })
    }

    /// The same of an answer that is a refusal. Whoever has no right to ask by that host does not
    /// learn so much as whether there is such an action.
    #[cold]
    fn refused(&self, refusal: Refusal, head: &Parts) -> Option<Announced> {
        match refusal {
            Refusal::BadHost | Refusal::HostNotAllowed => None,
            _ => self.announced(Declared::format(head, self.entry.wire.encoding)),
        }
    }
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service")
            .field("mount", &self.inner.mount)
            .field("policy", &self.inner.policy)
            .field("reading", &self.inner.reading)
            .finish_non_exhaustive()
    }
}
