//! What a webhook believes.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::HeaderMap;

use super::memory::MemoryStore;
use super::replay::{self, Claimed, ReplayStore, Taken};
use super::secrets::Secrets;
use super::standard::{self, Key};
use crate::body::BoxError;

use super::{Delivery, KeyError, Proof, SignatureError, github, stripe};

/// Tells genuine deliveries from others: the scheme and the keys of one sender, how old a delivery may
/// be, and which ones have been here before.
///
/// Each constructor takes one key or several, any of which may have signed: during the days in which a
/// key is replaced, the old one and the new one.
///
/// ```
/// use tramline::webhook::Receiver;
///
/// # fn main() -> Result<(), tramline::webhook::KeyError> {
/// # let (current, former) = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
/// let receiver = Receiver::standard([current, former])?;
/// # Ok(())
/// # }
/// ```
///
/// Clones share what they remember. A type of the application that holds one is what
/// `#[webhook("POST /hooks/payments", receiver = PaymentHooks)]` names:
///
/// ```
/// use tramline::FromRef;
/// use tramline::webhook::Receiver;
///
/// #[derive(Clone)]
/// struct App {
///     payments: PaymentHooks,
/// }
///
/// #[derive(Clone)]
/// struct PaymentHooks(Receiver);
///
/// impl AsRef<Receiver> for PaymentHooks {
///     fn as_ref(&self) -> &Receiver {
///         &self.0
///     }
/// }
///
/// impl FromRef<App> for PaymentHooks {
///     fn from_ref(app: &App) -> Self {
///         app.payments.clone()
///     }
/// }
/// ```
#[derive(Clone)]
pub struct Receiver {
    scheme: Scheme,
    tolerance: Duration,
    store: Arc<dyn replay::Erased>,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

#[derive(Clone, Debug)]
enum Scheme {
    Standard(Arc<[Key]>),
    Stripe(Arc<Secrets>),
    Github(Arc<Secrets>),
}

impl Receiver {
    /// How far the time of a signature may be from ours, either way, unless a receiver says otherwise.
    const TOLERANCE: Duration = Duration::from_secs(300);

    /// A receiver of [Standard Webhooks](standard): `whsec_…` or `whpk_…`.
    ///
    /// # Errors
    ///
    /// Where there is no key, and where one is none.
    pub fn standard<T: AsRef<str>>(keys: impl IntoIterator<Item = T>) -> Result<Self, KeyError> {
        let keys = keys.into_iter().map(|key| key.as_ref().parse());
        let keys = keys.collect::<Result<Vec<Key>, KeyError>>()?;
        if keys.is_empty() {
            return Err(KeyError::NONE);
        }
        Ok(Self::new(Scheme::Standard(keys.into())))
    }

    /// A receiver of webhooks that are signed as [Stripe](stripe) signs them. Secrets are taken as they
    /// are shown.
    ///
    /// # Errors
    ///
    /// Where there is no secret, and where one is empty.
    pub fn stripe<T: AsRef<[u8]>>(secrets: impl IntoIterator<Item = T>) -> Result<Self, KeyError> {
        let secrets = Secrets::new(secrets)?;
        Ok(Self::new(Scheme::Stripe(secrets.into())))
    }

    /// A receiver of webhooks that are signed as [GitHub](github) signs them.
    ///
    /// # Errors
    ///
    /// Where there is no secret, and where one is empty.
    pub fn github<T: AsRef<[u8]>>(secrets: impl IntoIterator<Item = T>) -> Result<Self, KeyError> {
        let secrets = Secrets::new(secrets)?;
        Ok(Self::new(Scheme::Github(secrets.into())))
    }

    fn new(scheme: Scheme) -> Self {
        Self {
            scheme,
            tolerance: Self::TOLERANCE,
            store: Arc::new(MemoryStore::new()),
            clock: Arc::new(SystemTime::now),
        }
    }

    /// How far the time of a signature may be from ours, either way; 300 seconds by default.
    ///
    /// GitHub signs no time, so there it means nothing.
    #[must_use]
    pub fn tolerance(self, tolerance: Duration) -> Self {
        Self { tolerance, ..self }
    }

    /// What remembers deliveries; a [`MemoryStore`] by default.
    #[must_use]
    pub fn replay_store(self, store: impl ReplayStore) -> Self {
        Self {
            store: Arc::new(store),
            ..self
        }
    }

    /// What says how late it is; the system's clock by default. It is for tests, which can make
    /// any time now.
    #[must_use]
    pub fn clock(self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self {
            clock: Arc::new(now),
            ..self
        }
    }

    /// Checks signature and time of a delivery, of which `body` is every byte as it came.
    ///
    /// Whether it has come before is not looked at. A `#[webhook]` function needs none of this; it is
    /// for handlers of other frameworks, and for tests.
    ///
    /// ```
    /// use std::time::{Duration, UNIX_EPOCH};
    /// use tramline::http::HeaderMap;
    /// use tramline::webhook::{Receiver, SignatureError, stripe};
    ///
    /// let receiver = Receiver::stripe(["whsec_test"]).unwrap();
    /// let receiver = receiver.clock(|| UNIX_EPOCH + Duration::from_secs(1_492_774_600));
    ///
    /// let body = br#"{"id":"evt_1"}"#;
    /// let signature = stripe::sign("whsec_test", 1_492_774_577, body);
    /// let headers = HeaderMap::from_iter([(stripe::STRIPE_SIGNATURE, signature.parse().unwrap())]);
    ///
    /// assert_eq!(receiver.verify(&headers, body).unwrap().id(), "evt_1");
    /// let other = receiver.verify(&headers, br#"{"id":"evt_2"}"#);
    /// assert_eq!(other, Err(SignatureError::Invalid));
    /// ```
    ///
    /// # Errors
    ///
    /// Why the delivery is not to be believed.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<Delivery, SignatureError> {
        let Proof { id, seconds } = match &self.scheme {
            Scheme::Standard(keys) => standard::verify_headers(keys, headers, body),
            Scheme::Stripe(secrets) => stripe::verify(secrets, headers, body),
            Scheme::Github(secrets) => github::verify(secrets, headers, body),
        }?;
        if seconds.is_some_and(|seconds| !self.is_recent(seconds)) {
            return Err(SignatureError::Expired);
        }
        Ok(Delivery { id, seconds })
    }

    /// Takes the delivery of this name, unless somebody has or had it.
    ///
    /// # Errors
    ///
    /// Those of the store.
    pub(crate) async fn claim(&self, name: String) -> Result<Taken, BoxError> {
        Claimed::take(Arc::clone(&self.store), name).await
    }

    /// Whether `seconds` since 1970 are within the tolerance of now, in whole seconds.
    fn is_recent(&self, seconds: i64) -> bool {
        let now = (self.clock)()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        now.abs_diff(seconds) <= self.tolerance.as_secs()
    }
}

impl AsRef<Self> for Receiver {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl fmt::Debug for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver")
            .field("scheme", &self.scheme)
            .field("tolerance", &self.tolerance)
            .finish_non_exhaustive()
    }
}
