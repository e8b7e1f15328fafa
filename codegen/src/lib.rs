//! For build scripts: finds the annotated functions of a crate, and writes their dispatcher and
//! their TypeScript client.
//!
//! ```no_run
//! // build.rs
//! fn main() {
//!     tramline_codegen::Builder::new()
//!         .typescript("web/src/api")
//!         .build();
//! }
//! ```
//!
//! ```text
//! // src/lib.rs
//! tramline::include_actions!();
//!
//! /// Greets someone.
//! #[tramline::query]
//! async fn greet(name: &str) -> String {
//!     format!("Hello, {name}")
//! }
//! ```
//!
//! Cargo runs the build script whenever a source changes. It follows the module tree from the
//! crate's root, resolves names as rustc does, and writes
//!
//! - below `OUT_DIR`, a few lines of Rust for each function, which its attribute includes right
//!   beside it, the table that `include_actions!` puts at the root with `fn actions(state)`, and
//!   `tramline/manifest.txt`, which lists what is exposed, and what travels as JSON and why;
//! - into the folder given to [`Builder::typescript`], one `.ts` file for each module that has
//!   actions, and the runtime that they import.
//!
//! Only what changed is written. What a client cannot be made for becomes a compile error at the
//! function's own line, all of them in one build; the files of the client then stay as they were.
//! Files are never written beside sources that cargo has unpacked, be it to publish or to document
//! them.
//!
//! # Which file is the root
//!
//! The library's, else `src/main.rs`, else the one given to [`Builder::root`]. An action in any
//! other target of the package is an error.
//!
//! # Routes
//!
//! Programs without a generated client call a function by the routes that its attribute gives it:
//!
//! ```text
//! #[tramline::query(rest = "GET /v2/products/{id}")]
//! async fn get_product(#[extract] db: State<Db>, id: ProductId) -> Result<Product, ProductError> { … }
//!
//! #[tramline::action(rest = "PATCH /v2/products/{id}")]
//! async fn update_product(#[extract] db: State<Db>, id: ProductId, change: ProductChange) -> Product { … }
//! ```
//!
//! - Inputs go by their names on the wire. `{id}` takes one from the path. What remains stands in the query
//!   of GET and DELETE, and otherwise in the body; names after `?`, as in `PUT /v2/products/{id}?dry_run`,
//!   stand in the query of any method.
//! - One struct that remains is the body, or its fields are the query. Beside other inputs of a body it is
//!   one member of an object.
//! - Values in a URL are scalars, strings, identifiers, moments, enums of plain names and newtypes of those;
//!   in a query also an `Option` of one or a list.
//! - The path begins with a version. `deprecated(since = "…", sunset = "…", link = "…")` says of all routes,
//!   or in `rest("GET /v1/…", deprecated(…))` of one, that it should no longer be used.
//! - `cache = "max-age=30"` is the `Cache-Control` of what a query answers to a route, and `rpc = false`
//!   leaves a function out of clients.
//!
//! [`Builder::rest_defaults`] gives the functions of a module routes, [`Builder::openapi`] describes them all.
//!
//! # Several crates
//!
//! A feature crate has a build script of its own, with a [`namespace`](Builder::namespace) that its
//! actions' names begin with. The application [includes](Builder::include) it, which adds it to the
//! application's client, and merges `feature::actions(state)` into its service. Types of other
//! crates are found where [`types_from`](Builder::types_from) names them.
//!
//! # The lock
//!
//! A page that was loaded before a deploy calls what it knows. So that the new server can tell what
//! such a page still understands, `tramline.lock`, beside the `Cargo.toml` of the package that
//! generates the clients, remembers the schema of every version of every action. `tramline lock`
//! writes it; commit it, run the command before each deploy, and `tramline lock --check` in CI. Without
//! the file nothing of this happens: a page from before a change is refused, and told to load again.
//!
//! A build reads it and compares each version of the past with the sources. Where both sides
//! understand each other by names, as with a field that was added and may be missing, calls go on in
//! JSON until the page is loaded anew; else they are refused before anything runs. What was decided
//! stands in the file as well, where a review can see it:
//!
//! ```toml
//! [[action."posts.create".past]]
//! fingerprint = "rR2mT6hk"
//! kind = "action"
//! input = "readable"           # the present action reads what callers of then send,
//! result = "unreadable"        # but they do not read what it returns: they are refused
//! breaking = "posts have IDs"  # for this reason, from `#[action(breaking = "…")]`
//! ```
//!
//! - *An action gets another name.* `#[action(renamed_from = "posts.add")]` carries its past over, and
//!   calls by the former name reach it. Without that, the name is retired.
//! - *An action goes.* Its name is retired: callers are told that it is gone, and no other action can
//!   take the name, which would answer those who still mean the old one.
//! - *A query becomes an action.* Callers from before are refused, since they may send by GET.
//! - *The sources are ahead of the file.* The build says so in a warning and goes by the sources; it
//!   never writes. A version that was deployed without ever being in the file is unknown to later
//!   servers, and its callers are refused.
//! - *Two branches changed the file.* Each action has a block of its own, so most merges need nobody.
//!   In a conflict, put the sources right, leave the file as git left it, and run `tramline lock`: it
//!   asks git for both sides, and keeps what either knows.

#![expect(
    clippy::needless_doctest_main,
    reason = "a build script is a program, and shown as one"
)]

mod builder;
mod check;
mod choices;
#[doc(hidden)]
pub mod command;
mod compatibility;
mod diagnostics;
mod driver;
mod emit;
mod encoding;
mod environment;
mod foreign;
mod gate;
mod json;
mod lock;
mod model;
mod now;
mod parallel;
mod plan;
#[cfg(test)]
mod random;
mod resolve;
mod routes;
mod scan;
mod script;
mod show;
#[doc(hidden)]
pub mod survey;
#[cfg(test)]
mod testing;
#[doc(hidden)]
pub mod trial;
#[cfg(test)]
mod ui;
mod watch;
mod write;

pub use builder::Builder;
pub use choices::{Dates, Numbers};
pub use foreign::Foreign;
