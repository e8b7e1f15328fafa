//! The scheme of [Standard Webhooks](https://www.standardwebhooks.com): a signature covers the id of
//! a message, the time of this attempt to deliver it, and the body.
//!
//! Three headers go with a body:
//!
//! | header | what it says |
//! |---|---|
//! | `webhook-id` | which message it is, the same at every attempt |
//! | `webhook-timestamp` | when this attempt was made, in seconds since 1970 |
//! | `webhook-signature` | one signature or several, with a space between: `v1,` and base64 by a symmetric key (HMAC-SHA256), `v1a,` and base64 by an ed25519 key |
//!
//! Several signatures are for the time while a key is replaced: the sender signs with the new one and
//! the old one, and it is enough for a receiver to know either.
//!
//! ```
//! use tramline::webhook::standard::{self, SigningKey};
//!
//! let key: SigningKey = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap();
//! let body = br#"{"test": 2432232314}"#;
//!
//! let signature = standard::sign(&key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
//! assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
//! ```

mod key;
#[cfg(test)]
mod tests;

use http::{HeaderMap, HeaderName};

pub use key::{Key, SigningKey};

use super::{Proof, SignatureError, digits, header};
use key::Signature;

/// The header that says which message it is.
pub const WEBHOOK_ID: HeaderName = HeaderName::from_static("webhook-id");

/// The header that says when this attempt to deliver it was made.
pub const WEBHOOK_TIMESTAMP: HeaderName = HeaderName::from_static("webhook-timestamp");

/// The header that holds the signatures.
pub const WEBHOOK_SIGNATURE: HeaderName = HeaderName::from_static("webhook-signature");

/// The most signatures of a header that are looked at. More of them would let whoever sends it
/// choose how much there is to compute.
const MOST_SIGNATURES: usize = 16;

/// The longest id in bytes that a receiver takes.
const LONGEST_ID: usize = 256;

/// The signature of a message, with its version in front: one of those in `webhook-signature`.
///
/// `timestamp` is in seconds since 1970. The `id` is made of visible ASCII characters without `.`,
/// 256 at most: with dots in it, one signature would be right for several messages. A receiver takes
/// no other.
///
/// ```
/// use tramline::webhook::standard::{self, SigningKey};
///
/// let new = SigningKey::ed25519(&[7; 32]);
/// let old = SigningKey::symmetric(&[7; 32]).unwrap();
/// let signed = [new, old].map(|key| standard::sign(&key, "msg_1", 1_614_265_330, b"{}"));
///
/// let header = signed.join(" ");
/// assert!(header.starts_with("v1a,") && header.contains(" v1,"));
/// ```
pub fn sign(key: &SigningKey, id: &str, timestamp: i64, body: &[u8]) -> String {
    let timestamp = timestamp.to_string();
    key.sign(&content(id.as_bytes(), timestamp.as_bytes(), body))
}

/// Checks the signature of a message: whether one of those in `signatures`, the value of
/// `webhook-signature`, was made by one of `keys`. Returns the time of the attempt, in seconds since
/// 1970.
///
/// Whether that is too long ago, and whether the message has come before, is for the caller to find
/// out. A [`Receiver`](super::Receiver) does all of it.
///
/// ```
/// use tramline::webhook::standard::{self, Key};
///
/// let keys: [Key; 1] = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap()];
/// let signatures = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
/// let (id, timestamp) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330");
///
/// let body = br#"{"test": 2432232314}"#;
/// let verified = standard::verify(&keys, id, timestamp, signatures, body);
/// assert_eq!(verified, Some(1_614_265_330));
///
/// let other = br#"{"test":2432232314}"#;
/// assert_eq!(standard::verify(&keys, id, timestamp, signatures, other), None);
/// ```
pub fn verify(
    keys: &[Key],
    id: &str,
    timestamp: &str,
    signatures: &str,
    body: &[u8],
) -> Option<i64> {
    let seconds = digits::decimal(timestamp.as_bytes())?;
    if !is_id(id) {
        return None;
    }
    let parts: Vec<&str> = signatures.split(' ').collect();
    if parts.len() > MOST_SIGNATURES {
        return None;
    }
    let signatures: Vec<_> = parts.into_iter().filter_map(Signature::parse).collect();
    let content = content(id.as_bytes(), timestamp.as_bytes(), body);
    let verified = keys.iter().any(|key| key.verifies(&content, &signatures));
    verified.then_some(seconds)
}

/// Checks the signature of a delivery.
pub(super) fn verify_headers(
    keys: &[Key],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Proof, SignatureError> {
    let text = |name| {
        let line = header(headers, name)?;
        str::from_utf8(line).map_err(|_| SignatureError::Invalid)
    };
    // What is missing is said before what is wrong.
    let texts = [
        text(&WEBHOOK_ID),
        text(&WEBHOOK_TIMESTAMP),
        text(&WEBHOOK_SIGNATURE),
    ];
    if texts.contains(&Err(SignatureError::Missing)) {
        return Err(SignatureError::Missing);
    }
    let [id, timestamp, signatures] = texts;
    let id = id?;
    let seconds = verify(keys, id, timestamp?, signatures?, body);
    Ok(Proof {
        id: id.to_owned(),
        seconds: Some(seconds.ok_or(SignatureError::Invalid)?),
    })
}

/// Whether `id` may be that of a message.
fn is_id(id: &str) -> bool {
    let allowed = |byte: &u8| byte.is_ascii_graphic() && *byte != b'.';
    !id.is_empty() && id.len() <= LONGEST_ID && id.as_bytes().iter().all(allowed)
}

/// What is signed.
fn content<'a>(id: &'a [u8], timestamp: &'a [u8], body: &'a [u8]) -> [&'a [u8]; 5] {
    [id, b".", timestamp, b".", body]
}
