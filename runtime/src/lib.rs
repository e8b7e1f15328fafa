//! The first lines of this crate.

// What the derives write begins with `::tramline`, in our own tests too.
#[cfg(test)]
extern crate self as tramline;

mod action;
mod body;
mod call;
pub mod codegen;
mod error;
mod extract;
mod origin;
mod read;
mod refusal;
mod reply;
mod service;
mod wire;

pub use action::{Action, ActionInfo, Actions, ErrorCode, Kind};
pub use body::{Body, BoxError};
pub use cookie;
pub use error::{ActionError, Internal};
#[cfg(feature = "axum")]
pub use extract::{Axum, AxumRejection};
pub use extract::{Cookies, End, Extension, Extract, FromRef, Peer, RequestParts, State};
pub use http;
pub use reply::Reply;
pub use service::{BuildError, Next, NextFuture, ResponseFuture, Service, ServiceBuilder};
pub use tramline_macros::{ActionError, Wire, action, include_actions, query};
