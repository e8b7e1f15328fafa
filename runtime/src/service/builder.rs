//! How a service is put together.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use tower::Layer;

use super::layers::{self, Next, Wrap};
use super::table::Table;
use super::webhooks::{Clash, Webhooks};
use super::{Inner, Service};
use crate::action::Actions;
use crate::body::{Body, BoxError};
use crate::origin::{Policy, PolicyError};
use crate::read::{Deadline, Reading};
use crate::rest::documents::Served;
use crate::rest::{Conflict, Document, Routes, pages};

/// Options of a [`Service`]. Every one of them has a default that suits a server on localhost.
///
/// ```
/// use std::time::Duration;
/// use tramline::Service;
///
/// # fn actions(state: ()) -> tramline::Actions { tramline::Actions::new(state, &[]) }
/// let service = Service::builder(actions(()))
///     .mount("/api/rpc")
///     .public_origin("https://example.com")
///     .body_limit(64 * 1024)
///     .read_deadline(Duration::from_secs(10), tokio::time::sleep)
///     .build();
/// ```
#[must_use = "a builder does nothing until `build`"]
pub struct ServiceBuilder {
    tables: Vec<Actions>,
    mount: String,
    policy: Policy,
    reading: Reading,
    layers: Vec<Wrap>,
    openapi: bool,
    documentation: Option<String>,
    mistake: Option<BuildError>,
}

/// Why there is no service.
#[derive(Clone, PartialEq, Eq)]
pub struct BuildError(Mistake);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Mistake {
    Policy(PolicyError),
    Mount(String),
    Documentation(String),
    Collision(&'static str, &'static str),
    Conflict(Conflict),
    Webhooks(&'static str, &'static str, &'static str),
    WebhookBelowMount(&'static str, &'static str),
}

impl ServiceBuilder {
    pub(super) fn new(actions: Actions) -> Self {
        Self {
            tables: vec![actions],
            mount: "/rpc".to_owned(),
            policy: Policy::default(),
            reading: Reading::default(),
            layers: Vec::new(),
            openapi: true,
            documentation: None,
            mistake: None,
        }
    }

    /// Adds the actions of a feature crate, which keep their own state.
    pub fn merge(mut self, actions: Actions) -> Self {
        self.tables.push(actions);
        self
    }

    /// The path below which the actions live; `/rpc` by default.
    ///
    /// It has to be what clients call. Requests may arrive with or without it, so it does not
    /// matter whether the router in front takes it off.
    pub fn mount(mut self, path: &str) -> Self {
        let path = path.strip_suffix('/').unwrap_or(path);
        if !path.is_empty() && (!path.starts_with('/') || path.contains(['?', '#'])) {
            self.blame(Mistake::Mount(path.to_owned()));
        }
        self.mount = path.to_owned();
        self
    }

    /// The hosts that this service answers to, beside `localhost`, names below it, 127.0.0.0/8 and
    /// `[::1]`: names or addresses, with a port if only that one is meant.
    ///
    /// A request for any other host is refused with `host_not_allowed`. This is what keeps a page
    /// elsewhere from reaching a server by pointing a name of its own at it (DNS rebinding).
    pub fn allowed_hosts<H: AsRef<str>>(mut self, hosts: impl IntoIterator<Item = H>) -> Self {
        for host in hosts {
            let result = self.policy.allow_host(host.as_ref());
            self.note(result);
        }
        self
    }

    /// Other origins whose pages may call, such as `https://app.example.com`; none by default.
    ///
    /// Browsers will also want to see CORS headers, which a layer around the service sends.
    pub fn trusted_origins<O: AsRef<str>>(mut self, origins: impl IntoIterator<Item = O>) -> Self {
        for origin in origins {
            let result = self.policy.trust_origin(origin.as_ref());
            self.note(result);
        }
        self
    }

    /// Other origins whose pages may use routes of REST, such as `https://partner.example`; none by
    /// default.
    ///
    /// This is for routes that anyone may use, or on which a token or a key says who calls. Cookies
    /// are never let in that way: a page elsewhere is let in by what it shows, not by who looks at
    /// it. Unlike [`trusted_origins`](Self::trusted_origins) it answers what browsers ask by CORS,
    /// and opens nothing of RPC.
    pub fn cors_origins<O: AsRef<str>>(mut self, origins: impl IntoIterator<Item = O>) -> Self {
        for origin in origins {
            let result = self.policy.share_with(origin.as_ref());
            self.note(result);
        }
        self
    }

    /// Whether descriptions of the routes are served, at `/openapi.v1.json` and so on, one for each
    /// version; they are by default, to anyone.
    ///
    /// Where several tables describe one version, it is the first table's that is served.
    pub fn openapi(mut self, serve: bool) -> Self {
        self.openapi = serve;
        self
    }

    /// Serves a page at this path, such as `/docs`, on which people read about the routes and try
    /// them; none by default.
    ///
    /// `/docs` leads to the newest version, and each has its own, `/docs/v2`. The page shows what the
    /// description of its version says, so there is none where [`openapi`](Self::openapi) is off or
    /// nothing has a route. It loads nothing from anywhere else, and keeps a token or a key that a
    /// reader enters in memory alone.
    ///
    /// Requests from it are from this origin: cookies go along on routes that go by them.
    ///
    /// ```
    /// use tramline::Service;
    ///
    /// # fn actions(state: ()) -> tramline::Actions { tramline::Actions::new(state, &[]) }
    /// let service = Service::builder(actions(())).documentation("/docs").build();
    /// # drop(service);
    /// assert!(Service::builder(actions(())).documentation("docs").try_build().is_err());
    /// ```
    pub fn documentation(mut self, path: &str) -> Self {
        let path = path.strip_suffix('/').unwrap_or(path);
        let odd = |character: char| {
            !matches!(character, '/' | '-' | '_' | '.' | '~') && !character.is_ascii_alphanumeric()
        };
        if !path.is_empty() && (!path.starts_with('/') || path.contains(odd)) {
            self.blame(Mistake::Documentation(path.to_owned()));
        }
        self.documentation = Some(path.to_owned());
        self
    }

    /// The origin under which the world sees this service, such as `https://example.com`.
    ///
    /// Its host is allowed, and an `Origin` header is then compared with it: scheme, host and port.
    /// Without it the header is compared with the host of the request.
    pub fn public_origin(mut self, origin: &str) -> Self {
        let result = self.policy.set_public_origin(origin);
        self.note(result);
        self
    }

    /// Whether a call with a cookie, but without `Origin` and `Sec-Fetch-Site`, is answered; not by
    /// default.
    ///
    /// Every browser since 2020 sends one of them. Programs that use cookies may not.
    pub fn allow_missing_metadata(mut self, allow: bool) -> Self {
        self.policy.allow_missing_metadata = allow;
        self
    }

    /// The largest input in bytes, where an action does not set its own; 1 MiB by default.
    pub fn body_limit(mut self, bytes: u64) -> Self {
        self.reading.body_limit = bytes;
        self
    }

    /// How much memory decoding one input may take, in bytes; 32 MiB by default, and never less
    /// than twice the input's own limit.
    ///
    /// A small input can unfold: a megabyte may say a million times that an option is empty, and
    /// the value is as large as a million of them. What is allocated stays below three times this.
    pub fn decode_budget(mut self, bytes: usize) -> Self {
        self.reading.decoding = self.reading.decoding.with_budget(bytes);
        self
    }

    /// How long an input may take to arrive, and who measures it: `tokio::time::sleep`, or the
    /// timer of another executor.
    ///
    /// 30 seconds by default, measured by a thread of tramline's own, which starts with the first
    /// body that has to be waited for.
    pub fn read_deadline<F>(
        mut self,
        duration: Duration,
        sleep: impl Fn(Duration) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.reading.deadline = Deadline::new(duration, sleep);
        self
    }

    /// Puts a layer between routing and the actions; the first one added sees a request first.
    ///
    /// It finds the matched action in the request's extensions, as `&'static ActionInfo`, and runs
    /// before any extractor and before the body is read. Its errors are answered with `internal`.
    ///
    /// ```
    /// use tower::ServiceExt as _;
    /// use tramline::http::Request;
    /// use tramline::{ActionInfo, Body, Next, Service};
    ///
    /// # fn actions(state: ()) -> tramline::Actions { tramline::Actions::new(state, &[]) }
    /// let log = tower::layer::layer_fn(|next: Next| {
    ///     next.map_request(|request: Request<Body>| {
    ///         if let Some(action) = request.extensions().get::<&'static ActionInfo>() {
    ///             println!("{}", action.name);
    ///         }
    ///         request
    ///     })
    /// });
    /// let service = Service::builder(actions(())).layer(log).build();
    /// ```
    pub fn layer<L, R>(mut self, layer: L) -> Self
    where
        L: Layer<Next> + Send + 'static,
        L::Service:
            tower::Service<Request<Body>, Response = Response<R>> + Clone + Send + Sync + 'static,
        <L::Service as tower::Service<Request<Body>>>::Future: Send + 'static,
        <L::Service as tower::Service<Request<Body>>>::Error: Into<BoxError>,
        R: http_body::Body + Send + 'static,
        R::Error: Into<BoxError>,
    {
        self.layers.push(layers::wrap(layer));
        self
    }

    /// The service.
    ///
    /// # Panics
    ///
    /// Where [`try_build`](Self::try_build) returns an error: these are mistakes in the program,
    /// and show when it starts.
    #[track_caller]
    pub fn build(self) -> Service {
        match self.try_build() {
            Ok(service) => service,
            #[expect(clippy::panic, reason = "documented, and `try_build` does not")]
            Err(error) => panic!("{error}"),
        }
    }

    /// The service.
    ///
    /// # Errors
    ///
    /// When two actions of the merged tables have, or had, the same id, when two routes have the same
    /// method and path, when two webhooks have one path or one is below the mount, and when a host, an
    /// origin or the mount is not one.
    pub fn try_build(self) -> Result<Service, BuildError> {
        if let Some(mistake) = self.mistake {
            return Err(mistake);
        }
        let documents: Vec<&[Document]> = match self.openapi {
            true => self.tables.iter().map(|table| table.documents).collect(),
            false => Vec::new(),
        };
        let table = Table::new(self.tables)
            .map_err(|(one, other)| BuildError(Mistake::Collision(one.name, other.name)))?;
        let routes = routes(&table, &documents.concat(), self.documentation.as_deref())
            .map_err(|conflict| BuildError(Mistake::Conflict(conflict)))?;
        let webhooks = Webhooks::new(table.entries().iter(), &self.mount)?;
        let reading = Arc::new(self.reading);
        Ok(Service {
            inner: Arc::new(Inner {
                table,
                routes,
                webhooks,
                mount: self.mount.into(),
                policy: self.policy,
                layers: layers::stack(self.layers, &reading),
                reading,
            }),
        })
    }

    fn note(&mut self, result: Result<(), PolicyError>) {
        if let Err(error) = result {
            self.blame(Mistake::Policy(error));
        }
    }

    /// Keeps the first mistake.
    fn blame(&mut self, mistake: Mistake) {
        self.mistake.get_or_insert(BuildError(mistake));
    }
}

/// All routes that lead to the actions of `table`, `documents`, and the pages that show them.
fn routes(
    table: &Table,
    documents: &[Document],
    documentation: Option<&str>,
) -> Result<Routes, Conflict> {
    let mut routes = Routes::default();
    for entry in table.entries() {
        for route in entry.table.routes(entry.row) {
            routes.insert(entry, route)?;
        }
    }
    let mut served: Vec<&str> = Vec::new();
    for Document { version, json } in documents {
        if !served.contains(version) {
            served.push(version);
            let document = Served::new("application/json", *json);
            routes.serve(&format!("/openapi.{version}.json"), document)?;
        }
    }
    let pages = documentation.map(|path| pages(path, &served));
    for (path, page) in pages.into_iter().flatten() {
        routes.serve(&path, page)?;
    }
    Ok(routes)
}

impl From<Clash> for BuildError {
    fn from(clash: Clash) -> Self {
        Self(match clash {
            Clash::Same(path, one, other) => Mistake::Webhooks(path, one.name, other.name),
            Clash::BelowMount(path, info) => Mistake::WebhookBelowMount(path, info.name),
        })
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Mistake::Policy(error) => error.fmt(f),
            Mistake::Mount(path) => write!(
                f,
                "`{path}` is not a path to mount at: expected one that begins with `/`, such as `/rpc`"
            ),
            Mistake::Documentation(path) => write!(
                f,
                "`{path}` is not a path for the documentation: expected one that begins with `/`, such as `/docs`"
            ),
            Mistake::Conflict(Conflict(route)) => {
                write!(f, "two routes are `{route}`: is a table merged twice?")
            }
            Mistake::Webhooks(path, one, other) => write!(
                f,
                "the webhooks `{one}` and `{other}` both answer to `{path}`"
            ),
            Mistake::WebhookBelowMount(path, name) => write!(
                f,
                "the webhook `{name}` answers to `{path}`, which is below the mount of the actions"
            ),
            Mistake::Collision(one, other) if one == other => {
                write!(f, "two tables have an action `{one}`: is one merged twice?")
            }
            Mistake::Collision(one, other) => {
                write!(
                    f,
                    "actions `{one}` and `{other}` have the same id, or one has an id that the \
                     other had before it was renamed: rename one"
                )
            }
        }
    }
}

impl std::error::Error for BuildError {}

impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Debug for ServiceBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceBuilder")
            .field("tables", &self.tables)
            .field("mount", &self.mount)
            .field("policy", &self.policy)
            .field("reading", &self.reading)
            .field("layers", &self.layers.len())
            .finish()
    }
}
