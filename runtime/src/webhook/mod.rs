//! Signatures of webhooks: calls of third parties, who prove that they are who they say by signing
//! what they send.
//!
//! [`standard`] is the scheme of [Standard Webhooks](https://www.standardwebhooks.com), for both
//! sides.

mod digits;
mod error;
mod mac;
pub mod standard;

pub use error::KeyError;
