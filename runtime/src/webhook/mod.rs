//! Webhooks: functions that third parties call, who prove that they are who they say by signing what
//! they send.
//!
//! A [`Receiver`] knows the keys of a sender and its scheme: [`standard`], [`stripe`] or [`github`].
//! `#[webhook]` puts it in front of a function:
//!
//! ```text
//! /// Payments that settle, told by the payment provider.
//! #[webhook("POST /hooks/payments", receiver = PaymentHooks)]
//! async fn payment_settled(#[extract] db: State<Db>, event: PaymentEvent) -> Result<(), PaymentError> {
//!     // …
//! }
//! ```
//!
//! The body is read within its limits, every byte as it came. Signature and time are checked, then
//! whether the delivery has been here before; a completed one is answered 200, and nothing runs. Only
//! then come extractors and decoding. An error of the function, a panic, and a sender that goes away
//! leave the delivery as one that has never come, so that the sender's next attempt runs.
//!
//! Senders add events over time. An enum that is tagged on the inside can have a case for all others,
//! so that they are taken without an error, which would make the sender try again for days:
//!
//! ```
//! #[derive(serde::Deserialize)]
//! #[serde(tag = "type")]
//! enum PaymentEvent {
//!     #[serde(rename = "payment.settled")]
//!     Settled { data: Payment },
//!     #[serde(other)]
//!     Unknown,
//! }
//!
//! #[derive(serde::Deserialize)]
//! struct Payment {
//!     id: String,
//! }
//!
//! let event = br#"{"type":"payment.refunded","timestamp":"2026-01-02T03:04:05Z","data":{"to":"me"}}"#;
//! assert!(matches!(serde_json::from_slice(event), Ok(PaymentEvent::Unknown)));
//! ```

mod delivery;
mod digits;
mod error;
pub mod github;
mod hex;
mod mac;
mod memory;
mod receiver;
mod replay;
mod secrets;
pub mod standard;
pub mod stripe;
#[cfg(test)]
mod tests;

use http::{HeaderMap, HeaderName};

pub use delivery::Delivery;
pub use error::{KeyError, SignatureError};
pub use memory::MemoryStore;
pub use receiver::Receiver;
pub use replay::{Claim, ReplayStore};
pub(crate) use replay::{Claimed, Taken};

use crate::lines;

/// What a signature that is right says.
struct Proof {
    id: String,
    /// Since 1970, where the scheme signs a time.
    seconds: Option<i64>,
}

/// The one line by that name.
fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<&'a [u8], SignatureError> {
    match lines::first(headers, name) {
        (_, true) => Err(SignatureError::Repeated),
        (Some(line), false) => Ok(line.as_bytes()),
        (None, false) => Err(SignatureError::Missing),
    }
}
