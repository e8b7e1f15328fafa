//! The sender as its users see it: endpoints that answer as a test tells them, by a clock that does
//! not wait; and real ones, over sockets.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod attempts;
mod durability;
mod endpoints;
mod signatures;
mod sockets;
mod support;
