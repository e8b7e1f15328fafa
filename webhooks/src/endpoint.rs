//! Where events go: what is registered, and how it stands.

use std::fmt;
use std::time::SystemTime;

use crate::id::EndpointId;

/// An endpoint to register.
///
/// ```
/// use tramline_webhooks::{Endpoint, Scheme};
///
/// let endpoint = Endpoint::new("https://partner.example/hooks")
///     .events(["product.updated", "product.removed"])
///     .version("v2")
///     .account("partner-7")
///     .scheme(Scheme::Ed25519);
/// # let _ = endpoint;
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Endpoint {
    pub(crate) url: String,
    pub(crate) events: Option<Vec<String>>,
    pub(crate) version: Option<String>,
    pub(crate) account: Option<String>,
    pub(crate) scheme: Scheme,
}

impl Endpoint {
    /// An endpoint that gets every event.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            events: None,
            version: None,
            account: None,
            scheme: Scheme::default(),
        }
    }

    /// Only these events, by their names.
    pub fn events<I>(mut self, names: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        self.events = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Only events of this version, as in `#[webhook_event("…", version = "v2")]`.
    ///
    /// Say this where an event is sent in several versions, or the endpoint gets each of them.
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Only events for this account: those that [`Sender::to`](crate::Sender::to) addresses.
    ///
    /// An endpoint without an account gets only what is sent without one, so nobody's events reach
    /// anybody else.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// How requests are signed, [`Scheme::Hmac`] by default.
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }
}

/// How requests are signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// HMAC-SHA256 (`v1`): with one secret, `whsec_…`, on both sides. Every receiver knows it.
    #[default]
    Hmac,
    /// Ed25519 (`v1a`): the receiver has a public key, `whpk_…`, and can forge nothing.
    Ed25519,
}

/// An endpoint that was registered, or got another key.
///
/// The log keeps the key but never shows it again.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Registered {
    /// The endpoint.
    pub id: EndpointId,
    /// What the receiver verifies signatures with: `whsec_…`, a secret of both sides, or `whpk_…`,
    /// a public key.
    pub key: String,
}

impl fmt::Debug for Registered {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registered")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// How an endpoint stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EndpointStatus {
    /// Its name.
    pub id: EndpointId,
    /// Where it is.
    pub url: String,
    /// The names of the events that it gets, in order; none if it gets every one.
    pub events: Option<Vec<String>>,
    /// The version of the events that it gets; none if it gets every one.
    pub version: Option<String>,
    /// Whose it is.
    pub account: Option<String>,
    /// When it was registered.
    pub created: SystemTime,
    /// Since when every attempt has failed; none if the last one did not.
    pub failing_since: Option<SystemTime>,
    /// Until when it has asked not to be called.
    pub paused_until: Option<SystemTime>,
    /// When and why nothing is sent to it any more.
    pub disabled: Option<(SystemTime, DisabledReason)>,
    /// How many deliveries to it are not settled.
    pub pending: u32,
}

/// Why nothing is sent to an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DisabledReason {
    /// It answered 410: it wants nothing any more.
    Gone,
    /// Every attempt has failed for days.
    Failing,
    /// [`Sender::disable`](crate::Sender::disable) was called.
    Asked,
}

impl DisabledReason {
    pub(crate) const ALL: [Self; 3] = [Self::Gone, Self::Failing, Self::Asked];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Failing => "failing",
            Self::Asked => "asked",
        }
    }
}
