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
//! # Several crates
//!
//! A feature crate has a build script of its own, with a [`namespace`](Builder::namespace) that its
//! actions' names begin with. The application [includes](Builder::include) it, which adds it to the
//! application's client, and merges `feature::actions(state)` into its service. Types of other
//! crates are found where [`types_from`](Builder::types_from) names them.

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
mod model;
mod plan;
mod resolve;
mod scan;
mod script;
mod show;
#[doc(hidden)]
pub mod survey;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod ui;
mod watch;
mod write;

pub use builder::Builder;
pub use choices::{Dates, Numbers};
pub use foreign::Foreign;
