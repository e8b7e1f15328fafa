//! The scheme of
//! [GitHub](https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries): a code
//! that covers the body, and an id beside it.
//!
//! | header | what it says |
//! |---|---|
//! | `X-Hub-Signature-256` | `sha256=` and HMAC-SHA256 of the body, in hexadecimal digits |
//! | `X-GitHub-Delivery` | which delivery it is, the same where it is sent again |
//! | `X-GitHub-Event` | what has happened, which the body does not say: [`Event`] |
//!
//! No time is signed, and neither is the id. So whoever gets hold of a whole delivery can send it once
//! more under another id, at any time; what is behind such a webhook should not mind.
//!
//! ```
//! use tramline::webhook::github;
//!
//! let header = github::sign("It's a Secret to Everybody", b"Hello, World!");
//! assert_eq!(
//!     header,
//!     "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
//! );
//! ```

use std::convert::Infallible;

use http::{HeaderMap, HeaderName};

use super::secrets::Secrets;
use super::{Proof, SignatureError, header, hex};
use crate::extract::{Extract, RequestParts};

/// The header that holds the code.
pub const X_HUB_SIGNATURE_256: HeaderName = HeaderName::from_static("x-hub-signature-256");

/// The header that tells deliveries apart.
pub const X_GITHUB_DELIVERY: HeaderName = HeaderName::from_static("x-github-delivery");

/// The header that says what has happened.
pub const X_GITHUB_EVENT: HeaderName = HeaderName::from_static("x-github-event");

/// The longest id in bytes that is taken.
const LONGEST_ID: usize = 256;

/// What `X-GitHub-Event` says has happened, such as `issues` or `ping`; empty where it is missing.
///
/// GitHub does not sign it.
///
/// ```text
/// #[webhook("POST /hooks/github", receiver = GithubHooks)]
/// async fn happened(#[extract] event: github::Event, body: Happening) -> Result<(), HookError> {
///     match event.0.as_str() {
///         "issues" => …
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Event(pub String);

impl<S: Send + Sync> Extract<S> for Event {
    type Rejection = Infallible;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Infallible> {
        let event = request.headers().get(X_GITHUB_EVENT);
        let event = event.and_then(|value| value.to_str().ok());
        Ok(Self(event.unwrap_or_default().to_owned()))
    }
}

/// The value of `X-Hub-Signature-256` for `body`.
pub fn sign(secret: impl AsRef<[u8]>, body: &[u8]) -> String {
    let code = super::mac::MacKey::new(secret.as_ref()).sign(&[body]);
    format!("sha256={}", hex::encode(&code))
}

/// Checks the signature of a delivery.
pub(super) fn verify(
    secrets: &Secrets,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Proof, SignatureError> {
    let signature = header(headers, &X_HUB_SIGNATURE_256)?;
    let id = header(headers, &X_GITHUB_DELIVERY)?;
    let code = signature.strip_prefix(b"sha256=").and_then(hex::decode);
    let code = code.ok_or(SignatureError::Invalid)?;
    if !secrets.verify(&[body], &[code]) {
        return Err(SignatureError::Invalid);
    }
    let id = str::from_utf8(id).map_err(|_| SignatureError::Invalid)?;
    if id.is_empty() || id.len() > LONGEST_ID {
        return Err(SignatureError::Invalid);
    }
    Ok(Proof {
        id: id.to_owned(),
        seconds: None,
    })
}
