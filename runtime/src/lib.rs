//! Call Rust functions from the web.
//!
//! Annotate an async function, and a web page calls it as if it were its own: typed, binary,
//! cancellable. A build script ([`tramline-codegen`]) finds the annotated functions and writes both
//! the dispatcher and a TypeScript client; this crate is what a server links.
//!
//! ```text
//! /// Greets someone.
//! #[tramline::query]
//! async fn greet(#[extract] app: State<App>, name: &str) -> Result<String, GreetError> {
//!     // …
//! }
//!
//! tramline::include_actions!(); // brings `actions`
//!
//! let service = tramline::Service::new(actions(App { greeting: "Hello" }));
//! ```
//!
//! The function stays an ordinary function, wherever it stands and however private its types are.
//! The [`Service`] is an ordinary [`tower::Service`]: mount it in axum, in hyper, or in anything
//! that speaks tower. It needs no particular executor.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
//! use http_body_util::BodyExt as _;
//! use tower::ServiceExt as _;
//! use tramline::{ActionError, Body, Service, State, http};
//!
//! #[derive(Clone)]
//! struct App {
//!     greeting: &'static str,
//! }
//!
//! #[derive(Debug, ActionError)]
//! enum GreetError {
//!     /// Tell me your name.
//!     #[error(status = 422)]
//!     NameMissing,
//! }
//!
//! async fn greet(app: State<App>, name: &str) -> Result<String, GreetError> {
//!     match name {
//!         "" => Err(GreetError::NameMissing),
//!         name => Ok(format!("{}, {name}", app.greeting)),
//!     }
//! }
//! # use tramline::{codegen::{shape::*, *}, Extract};
//! # struct Greet;
//! # impl<S: Send + Sync + 'static> Bound<S> for Greet where State<App>: Extract<S> {
//! #     const ERRORS: Errors = &[errors::<Result<String, GreetError>>()];
//! #     async fn call(mut call: Call<S>) -> Outcome {
//! #         let app = call.extract::<State<App>>().await?;
//! #         let body = call.body().await?;
//! #         let (name,) = call.fields::<(&str,)>(&body)?;
//! #         result(greet(app, name).await)
//! #     }
//! # }
//! # const INFO: &ActionInfo = &ActionInfo {
//! #     name: "greet", id: 0, former_ids: &[], fingerprint: 0, kind: Kind::Query, labels: &[],
//! #     body_limit: None, errors: &[ErrorCode { code: "name_missing", status: 422 }],
//! #     authentication: &[],
//! # };
//! # const WIRE: &Wire = &Wire {
//! #     input: &Shape::Struct(&Struct {
//! #         fields: &[Field {
//! #             name: "name", aliases: &[], shape: Shape::String, presence: Presence::Required,
//! #         }],
//! #         deny_unknown_fields: false,
//! #     }),
//! #     result: &Shape::String, errors: &[], encoding: Encoding::Postcard,
//! # };
//! # fn actions(app: App) -> Actions {
//! #     Actions::new(app, const { &[Action::new::<Greet>(INFO, WIRE)] })
//! # }
//!
//! let service = Service::new(actions(App { greeting: "Hello" }));
//!
//! // What the generated client sends for `greet({ name: "Ada" })`: the input is four bytes.
//! let request = http::Request::get("http://localhost/rpc/AAAAAAAA.AAAAAAAA/greet?i=A0FkYQ");
//! let request = request.body(Body::empty()).unwrap();
//! let response = service.oneshot(request).await.unwrap();
//!
//! assert_eq!(response.status(), 200);
//! let body = response.into_body().collect().await.unwrap().to_bytes();
//! assert_eq!(body, &b"\x0aHello, Ada"[..]);
//! # });
//! ```
//!
//! # What stands where
//!
//! - On functions: [`action`](macro@action) and [`query`](macro@query). Parameters with
//!   `#[extract]` come from the request, by [`Extract`]: [`State`], [`Cookies`], [`Peer`],
//!   [`Extension`], [`http::HeaderMap`], or a type of yours. The others are what the caller sends.
//! - On error types: [`ActionError`](macro@ActionError). What a function returns as an error reaches
//!   the client as one case of a closed union; what is `internal` stays in the log.
//! - In inputs: [`Patch`] tells a field that is left out from one that is `null`.
//! - On results: [`Reply`] adds headers and cookies; [`Created`] and [`Accepted`] say what kind of
//!   success it is.
//! - On functions with routes, `#[query(rest = "GET /v2/posts/{id}")]`: [`IfMatch`] and [`ETag`] for writes
//!   that depend on what was read, [`PageLinks`] for lists, and [`Authentication`] on extractors.
//! - On the service: [`ServiceBuilder`] merges the tables of several crates, sets limits, names
//!   hosts, and puts layers between routing and the actions, which see the matched [`ActionInfo`].
//!
//! # What is on by default
//!
//! - A request is answered only for `localhost` and its like, or for hosts that
//!   [`allowed_hosts`](ServiceBuilder::allowed_hosts) or
//!   [`public_origin`](ServiceBuilder::public_origin) name: DNS rebinding finds nothing.
//! - A call from a page of another origin is refused, unless
//!   [`trusted_origins`](ServiceBuilder::trusted_origins) names it. No token has to be passed
//!   around: browsers say where a call comes from.
//! - An input is at most 1 MiB, arrives within 30 seconds, and takes at most 32 MiB to decode,
//!   whatever it claims to be.
//! - A client that was generated for another version of a function is told so before anything is
//!   decoded. Where `tramline.lock` says that both understand each other over JSON, it goes on there.
//! - A panic costs one response. Its caller sees a request id, the log the cause.
//! - Every call is a `tracing` span with the names of OpenTelemetry's conventions for RPC.
//!
//! # Features
//!
//! - `axum`: any axum extractor that leaves the body alone, as `Axum<T>`.
//! - `garde`: inputs whose types derive `garde::Validate` are held against their rules, whatever
//!   door they come through, before the function runs.
//! - `webhooks`: functions that third parties call, who sign what they send: the attribute `webhook`,
//!   and the module of that name.
//!
//! [`tramline-codegen`]: https://docs.rs/tramline-codegen

// What the derives write begins with `::tramline`, in our own tests too.
#[cfg(test)]
extern crate self as tramline;

mod action;
mod body;
mod call;
#[doc(hidden)]
pub mod codegen;
mod error;
mod event;
mod extract;
#[doc(hidden)]
pub mod fuzzing;
mod lines;
mod origin;
mod patch;
mod read;
mod refusal;
mod reply;
mod rest;
mod service;
mod success;
mod validation;
#[cfg(feature = "webhooks")]
pub mod webhook;
mod wire;

pub use action::{ActionInfo, Actions, ErrorCode, Kind};
pub use body::{Body, BoxError};
pub use cookie;
pub use error::{ActionError, Internal};
pub use event::WebhookEvent;
#[cfg(feature = "axum")]
pub use extract::{Axum, AxumRejection};
pub use extract::{Cookies, Door, End, Extension, Extract, FromRef, Peer, RequestParts, State};
pub use http;
pub use patch::Patch;
pub use reply::Reply;
pub use rest::{Authentication, ETag, IfMatch, Link, PageLinks, PreconditionFailed};
pub use service::{BuildError, Next, NextFuture, ResponseFuture, Service, ServiceBuilder};
pub use success::{Accepted, Created};
#[cfg(feature = "webhooks")]
pub use tramline_macros::webhook;
pub use tramline_macros::{ActionError, WebhookEvent, Wire, action, include_actions, query};
