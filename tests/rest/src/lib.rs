//! A shop with a route of each kind, for the tests.

#![expect(
    clippy::panic,
    missing_docs,
    missing_debug_implementations,
    reason = "what is served here is for tests alone"
)]

mod callers;
mod products;
mod rest_of_it;

tramline::include_actions!();

pub use callers::{Caller, Partner, Session, SignedOut};
pub use products::{NewProduct, Product, ProductChange, ProductError, ProductFilter, ProductKind};
