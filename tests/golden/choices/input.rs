//! Numbers and dates as the build script wants them, and as single fields do.

tramline::include_actions!();

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, tramline::Wire)]
pub struct Event {
    pub id: u64,
    #[wire(bigint)]
    pub digest: u64,
    pub balance: i64,
    pub huge: u128,
    pub lengths: Vec<usize>,
    pub at: DateTime<Utc>,
    #[wire(date)]
    pub shown: DateTime<Utc>,
    pub offset: time::OffsetDateTime,
    pub system: SystemTime,
    pub lasts: Duration,
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub milliseconds: DateTime<Utc>,
    #[wire(date)]
    #[serde(with = "chrono::serde::ts_seconds")]
    pub seconds: DateTime<Utc>,
}

#[tramline::action]
pub async fn record(event: Event) -> Event {
    event
}

/// The choices reach parameters and results.
#[tramline::query]
pub async fn latest(
    after: u64,
    #[wire(bigint)] mask: u64,
    since: DateTime<Utc>,
) -> (u64, SystemTime) {
    let _ = (mask, since);
    (after, SystemTime::UNIX_EPOCH)
}
