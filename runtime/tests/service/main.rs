//! The service in process, over actions as the build step would bind them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "actions and helpers of tests fail as tests do"
)]

mod actions;
mod admission;
mod building;
mod documenting;
mod extracting;
mod harness;
mod layering;
mod lending;
mod lossless;
mod plain_json;
mod promises;
mod reading;
mod replying;
mod rest;
mod skew;
