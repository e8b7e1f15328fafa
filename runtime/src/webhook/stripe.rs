//! The scheme of [Stripe](https://docs.stripe.com/webhooks#verify-manually), which others have taken
//! over: one header with the time and with one code or several, which cover time and body.
//!
//! `Stripe-Signature: t=1492774577,v1=5257a8…,v1=…`. A code is HMAC-SHA256 in hexadecimal digits. There
//! are several while a secret is replaced.
//!
//! What tells deliveries apart is the `id` of the event, in the body. Stripe sends an event again under
//! the same one, with a new time and a new code.
//!
//! ```
//! use tramline::webhook::stripe;
//!
//! // For tests: what Stripe would send along.
//! let header = stripe::sign("whsec_test", 1_492_774_577, br#"{"id":"evt_1"}"#);
//! assert!(header.starts_with("t=1492774577,v1="));
//! ```

use std::borrow::Cow;

use http::{HeaderMap, HeaderName};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::secrets::Secrets;
use super::{Proof, SignatureError, digits, header, hex};
use crate::wire::{self, Limits};

/// The header that holds time and codes.
pub const STRIPE_SIGNATURE: HeaderName = HeaderName::from_static("stripe-signature");

/// The most elements of a header that are looked at.
const MOST_ELEMENTS: usize = 16;

/// The longest id in bytes by which a delivery is remembered.
const LONGEST_ID: usize = 256;

/// The value of `Stripe-Signature` for `body`, sent at `timestamp`, in seconds since 1970.
///
/// The secret is taken as it is shown, its `whsec_` included.
pub fn sign(secret: impl AsRef<[u8]>, timestamp: i64, body: &[u8]) -> String {
    let text = timestamp.to_string();
    let key = super::mac::MacKey::new(secret.as_ref());
    let code = key.sign(&[text.as_bytes(), b".", body]);
    format!("t={text},v1={}", hex::encode(&code))
}

/// What the header says.
struct Header<'a> {
    timestamp: &'a [u8],
    seconds: i64,
    codes: Vec<[u8; 32]>,
}

/// Reads `t=…,v1=…`. Elements of other versions are passed over.
fn parse(header: &[u8]) -> Option<Header<'_>> {
    let mut timestamp = None;
    let mut codes = Vec::new();
    for (index, element) in header.split(|byte| *byte == b',').enumerate() {
        if index == MOST_ELEMENTS {
            return None;
        }
        if let Some(text) = element.strip_prefix(b"t=") {
            // Of two times, only one would be the signed one.
            if timestamp.replace(text).is_some() {
                return None;
            }
        } else if let Some(code) = element.strip_prefix(b"v1=") {
            codes.extend(hex::decode(code));
        }
    }
    let timestamp = timestamp?;
    Some(Header {
        timestamp,
        seconds: digits::decimal(timestamp)?,
        codes,
    })
}

/// Checks the signature of a delivery.
pub(super) fn verify(
    secrets: &Secrets,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Proof, SignatureError> {
    let header = header(headers, &STRIPE_SIGNATURE)?;
    let parsed = parse(header).ok_or(SignatureError::Invalid)?;
    if !secrets.verify(&[parsed.timestamp, b".", body], &parsed.codes) {
        return Err(SignatureError::Invalid);
    }
    Ok(Proof {
        id: event_id(body).unwrap_or_else(|| nameless(&parsed, body)),
        seconds: Some(parsed.seconds),
    })
}

/// The `id` of the event, where the body is an object that has one.
fn event_id(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Event<'a> {
        #[serde(borrow)]
        id: Cow<'a, str>,
    }
    let event: Event<'_> = wire::json::decode(body, Limits::DEFAULT).ok()?;
    let usable = !event.id.is_empty() && event.id.len() <= LONGEST_ID;
    usable.then(|| event.id.into_owned())
}

/// What tells a delivery without an id of its own from others: a digest of all that was signed. The rest
/// of the header is whatever who sends it likes.
fn nameless(header: &Header<'_>, body: &[u8]) -> String {
    let digest = Sha256::new()
        .chain_update(header.timestamp)
        .chain_update(b".");
    let digest = digest.chain_update(body).finalize();
    format!("{}.{}", header.seconds, hex::encode(&digest.into()))
}
