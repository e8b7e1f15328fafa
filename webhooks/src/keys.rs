//! The keys that requests are signed with: made here, kept in the log.

use std::fmt;

use tramline::webhook::standard::{self, SigningKey};

use crate::clock::Moment;
use crate::endpoint::Scheme;
use crate::error::Error;
use crate::random;

/// The keys of an endpoint as text, the current one first. Never printed.
#[derive(Clone, Default)]
pub(crate) struct Secrets(pub(crate) Vec<String>);

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} secrets", self.0.len())
    }
}

/// A new key.
pub(crate) fn generate(scheme: Scheme) -> Result<SigningKey, Error> {
    match scheme {
        Scheme::Hmac => SigningKey::symmetric(&random::bytes::<32>()).map_err(Error::key),
        Scheme::Ed25519 => Ok(SigningKey::ed25519(&random::bytes())),
    }
}

/// Which scheme a key is of, by how it is written.
pub(crate) fn scheme(secret: &str) -> Scheme {
    if secret.starts_with("whsk_") {
        Scheme::Ed25519
    } else {
        Scheme::Hmac
    }
}

/// The value of `webhook-signature`: a signature by each key.
pub(crate) fn sign(
    secrets: &Secrets,
    message: &str,
    at: Moment,
    body: &str,
) -> Result<String, Error> {
    let signatures = secrets.0.iter().map(|secret| {
        let key: SigningKey = secret.parse().map_err(Error::key)?;
        Ok(standard::sign(&key, message, at.seconds(), body.as_bytes()))
    });
    let signatures: Vec<String> = signatures.collect::<Result<_, Error>>()?;
    Ok(signatures.join(" "))
}
