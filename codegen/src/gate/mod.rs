//! The compatibility gate: what a change of an API costs those who call it.
//!
//! Two [states](state::State) of a project are held against each other, action by action. What open
//! clients meet is for [`compatibility`](crate::compatibility) to say, from schemas; here are the
//! rules about what happens to actions as a whole, and about the code of frontends, which sees
//! TypeScript and nothing of the wire.
//!
//! # Categories
//!
//! - **SOURCE**: code of a frontend has to change before it compiles with the new client. Whoever
//!   builds the frontend notices, at the next build. A result gains a variant, and a `switch` over
//!   all of them is no longer complete; an input's `u32` becomes `u64`, which is a `bigint`.
//! - **JSON**: clients of before are refused, even over JSON. Whoever has a tab open notices, at the
//!   next call. An action is gone; an input gains a field that has no default.
//! - **WIRE**: clients of before go on, but over JSON, since the fingerprint is another one; without
//!   a lock their calls are refused. With a lock nobody notices but the network tab. A result gains
//!   a field.
//! - **REST**: routes change for those who use them. They do not deploy with the server, so this is
//!   the worst of all. A path is another one; a parameter has to be given. What is JSON for an action
//!   that routes lead to is REST as well.
//!
//! Directions count throughout: callers make inputs and read results, so a new variant is nothing to
//! them in the one and a surprise in the other.

mod baseline;
mod diff;
mod earlier;
mod finding;
mod groups;
mod in_build;
mod level;
mod locate;
mod output;
mod pairs;
mod reasons;
mod rest;
mod rules;
mod schemas;
mod source;
mod state;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use self::baseline::{Export, of_file, repository};
pub(crate) use self::diff::findings;
pub(crate) use self::earlier::left_behind;
pub(crate) use self::finding::Finding;
pub(crate) use self::in_build::{Present, refuse};
pub use self::level::FailOn;
pub(crate) use self::output::{Places, github, json, summary, text};
pub(crate) use self::reasons::unused_reasons;
#[cfg(test)]
pub(crate) use self::rules::ALL as RULES;
pub(crate) use self::state::State;
