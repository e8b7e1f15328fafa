//! What time it is, for those who start a comparison; what compares is told.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since the beginning of 1970, by the machine's clock, or by `SOURCE_DATE_EPOCH`, as for
/// builds that have to come out the same on every day.
pub(crate) fn now() -> i64 {
    let said = env::var("SOURCE_DATE_EPOCH").ok();
    let clock = || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
        i64::try_from(since.as_secs()).ok()
    };
    let said = said.and_then(|seconds| seconds.parse().ok());
    said.or_else(clock).unwrap_or(0)
}
