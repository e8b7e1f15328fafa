//! One call, from the checked request to its outcome.
//!
//! What is done here is what generated code asks for, step by step. Routing, hosts and origins are
//! settled before, and the outcome becomes a response after.

mod invalid;
pub mod json;
mod outcome;
mod parameters;
mod payload;
pub mod rest;
mod returns;
mod steps;
mod validate;
#[cfg(feature = "webhooks")]
pub mod webhook;

pub(crate) use invalid::{Invalid, InvalidPlace};
pub(crate) use outcome::{Answer, Kind as FailureKind};
pub use outcome::{Failure, Outcome, declared, internal};
pub use parameters::Parameters;
pub use payload::Payload;
pub use returns::{Returns, reply, result, result_reply, value};
pub use steps::Call;
pub(crate) use steps::Incoming;
