//! What a checked signature says.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::error::Internal;
use crate::extract::{Extract, RequestParts};

/// A delivery whose signature has been checked.
///
/// A `#[webhook]` function can ask for it: `#[extract] delivery: Delivery`. Where its effect is a row in
/// a database, the id belongs into the same transaction, under a unique key: that makes the effect
/// happen once even where the server dies between the commit and the note that all is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub(super) id: String,
    pub(super) seconds: Option<i64>,
}

impl Delivery {
    /// What the sender names it, each time that it sends it: `webhook-id`, the event's id with Stripe,
    /// `X-GitHub-Delivery`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// When this attempt was made, by the sender's clock; `None` where the scheme signs no time.
    pub fn sent_at(&self) -> Option<SystemTime> {
        let seconds = u64::try_from(self.seconds?).ok()?;
        UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
    }
}

impl<S: Send + Sync> Extract<S> for Delivery {
    type Rejection = Internal;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Internal> {
        let delivery = request.extensions().get::<Self>().cloned();
        delivery.ok_or_else(|| {
            Internal::new("a `Delivery` comes with a webhook, and with nothing else")
        })
    }
}
