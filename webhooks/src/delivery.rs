//! What the log tells of deliveries.

use std::time::{Duration, SystemTime};

use http::StatusCode;

use crate::id::{DeliveryId, MessageId};

/// One message on its way to one endpoint, or there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// Its number.
    pub id: DeliveryId,
    /// The message: the `webhook-id` that the receiver sees.
    pub message: MessageId,
    /// The name of the event.
    pub event: String,
    /// The version of the event.
    pub version: String,
    /// When the event was sent.
    pub occurred: SystemTime,
    /// How it stands.
    pub state: DeliveryState,
    /// How many attempts there have been.
    pub attempts: u32,
}

/// How a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DeliveryState {
    /// An attempt comes at this time, if the endpoint is not disabled then.
    Pending {
        /// When it is due.
        due: SystemTime,
    },
    /// The endpoint has taken it.
    Delivered {
        /// When it answered.
        at: SystemTime,
    },
    /// There are no more attempts.
    Failed {
        /// When the last one ended.
        at: SystemTime,
    },
}

/// One request to an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// Counted from 1, those before a replay included.
    pub number: u32,
    /// When it began.
    pub started: SystemTime,
    /// How long it took; none if it is under way, or the process ended meanwhile.
    pub took: Option<Duration>,
    /// What the endpoint answered.
    pub status: Option<StatusCode>,
    /// Why there was no answer.
    pub failure: Option<String>,
    /// The beginning of the answer's body, at most 1 KiB. What is no UTF-8 is replaced.
    pub answer: String,
}
