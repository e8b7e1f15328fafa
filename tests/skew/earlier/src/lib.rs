//! The server of long ago, whose pages are still open after two deploys.
//!
//! A module is a scenario: the module of the same name on the other side is what becomes of it.

#![expect(
    missing_docs,
    reason = "the modules say what they are; nobody else reads this crate"
)]

#[path = "../../runs.rs"]
pub mod runs;

pub mod twice_alias_dropped;
pub mod twice_back_again;
pub mod twice_broken;
pub mod twice_changed;
pub mod twice_renamed;

tramline::include_actions!();

/// All of them, as one service.
#[must_use]
pub fn service() -> tramline::Service {
    tramline::Service::new(actions(()))
}
