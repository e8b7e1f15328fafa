//! What an answer of an endpoint means, and what follows from it.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode, header};

use crate::clock::Moment;
use crate::schedule::Schedule;

/// What an attempt came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// 2xx.
    Delivered,
    /// 410: the endpoint wants nothing any more.
    Gone,
    /// Anything else.
    Failed {
        /// What the endpoint asks for.
        retry_after: Option<Duration>,
        /// Whether it is under load, so that other deliveries have to wait as well.
        overloaded: bool,
    },
}

/// What becomes of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    Delivered,
    Retry { at: Moment },
    Failed,
}

impl Verdict {
    /// There was no answer.
    pub(crate) const NO_ANSWER: Self = Self::Failed {
        retry_after: None,
        overloaded: false,
    };

    /// Of an answer.
    pub(crate) fn of(status: StatusCode, headers: &HeaderMap, now: Moment) -> Self {
        if status.is_success() {
            return Self::Delivered;
        }
        if status == StatusCode::GONE {
            return Self::Gone;
        }
        Self::Failed {
            retry_after: retry_after(headers, now),
            overloaded: matches!(status.as_u16(), 429 | 502 | 503 | 504),
        }
    }

    /// Of a delivery after as many attempts; `pause` adds jitter.
    pub(crate) fn next(
        self,
        tries: u32,
        now: Moment,
        schedule: &Schedule,
        limit: Duration,
        jitter: impl FnOnce(Duration) -> Duration,
    ) -> Next {
        match self {
            Self::Delivered => Next::Delivered,
            Self::Gone => Next::Failed,
            Self::Failed { retry_after, .. } => match schedule.pause(tries) {
                Some(pause) => {
                    let asked = retry_after.unwrap_or_default().min(limit);
                    // What is asked for is spread as well, or all would come at that very second.
                    let at = now.later(jitter(pause.max(asked)));
                    Next::Retry { at }
                }
                None => Next::Failed,
            },
        }
    }

    /// Until when nothing else should be sent to the endpoint.
    pub(crate) fn rest(self, now: Moment, limit: Duration) -> Option<Moment> {
        /// Where the endpoint does not say.
        const USUAL: Duration = Duration::from_secs(30);
        match self {
            Self::Failed {
                retry_after,
                overloaded: true,
            } => Some(now.later(retry_after.unwrap_or(USUAL).min(limit))),
            _ => None,
        }
    }
}

/// `Retry-After`: seconds, or a date.
fn retry_after(headers: &HeaderMap, now: Moment) -> Option<Duration> {
    let value = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // More than fits is for ever.
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date: SystemTime = httpdate::parse_http_date(value).ok()?;
    Some(Moment::from(date).since(now))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::{HeaderMap, HeaderValue, StatusCode};

    use super::{Next, Verdict};
    use crate::clock::Moment;
    use crate::schedule::Schedule;

    const NOW: Moment = Moment(1_000_000_000_000);
    const LIMIT: Duration = Duration::from_secs(1000);

    fn verdict(status: u16, retry_after: Option<&'static str>) -> Verdict {
        let mut headers = HeaderMap::new();
        if let Some(value) = retry_after {
            headers.insert("retry-after", HeaderValue::from_static(value));
        }
        Verdict::of(StatusCode::from_u16(status).unwrap(), &headers, NOW)
    }

    #[test]
    fn an_answer_is_judged_by_its_status() {
        for status in [200, 201, 202, 204, 226, 299] {
            assert_eq!(verdict(status, Some("10")), Verdict::Delivered);
        }
        assert_eq!(verdict(410, None), Verdict::Gone);
        for status in [
            301, 302, 304, 307, 308, 400, 401, 404, 408, 409, 413, 418, 500, 501, 599,
        ] {
            assert_eq!(verdict(status, None), Verdict::NO_ANSWER, "{status}");
        }
        for status in [429, 502, 503, 504] {
            let expected = Verdict::Failed {
                retry_after: None,
                overloaded: true,
            };
            assert_eq!(verdict(status, None), expected, "{status}");
        }
    }

    #[test]
    fn retry_after_is_read_in_both_forms() {
        for (value, seconds) in [
            ("0", Some(0)),
            ("120", Some(120)),
            (" 7 ", Some(7)),
            ("99999999999999999999999", Some(u64::MAX)),
            ("Sun, 09 Sep 2001 01:48:40 GMT", Some(120)),
            ("Sunday, 09-Sep-01 01:48:40 GMT", Some(120)),
            ("Sun, 09 Sep 2001 01:00:00 GMT", Some(0)),
            ("-5", None),
            ("1.5", None),
            ("soon", None),
            ("", None),
        ] {
            let Verdict::Failed { retry_after, .. } = verdict(503, Some(value)) else {
                panic!("503 is a failure");
            };
            assert_eq!(retry_after, seconds.map(Duration::from_secs), "{value}");
        }
    }

    #[test]
    fn what_follows_is_a_table() {
        let schedule = Schedule::new([5, 300].map(Duration::from_secs));
        let next = |verdict: Verdict, tries| {
            let next = verdict.next(tries, NOW, &schedule, LIMIT, |pause| pause);
            match next {
                Next::Delivered => "delivered".to_owned(),
                Next::Failed => "failed".to_owned(),
                Next::Retry { at } => at.since(NOW).as_secs().to_string(),
            }
        };
        for (status, retry_after, expected) in [
            (200, None, ["delivered", "delivered", "delivered"]),
            (410, None, ["failed", "failed", "failed"]),
            (500, None, ["5", "300", "failed"]),
            (301, None, ["5", "300", "failed"]),
            (429, Some("60"), ["60", "300", "failed"]),
            (503, Some("400"), ["400", "400", "failed"]),
            // No longer than is allowed.
            (503, Some("86400"), ["1000", "1000", "failed"]),
            (
                503,
                Some("99999999999999999999999"),
                ["1000", "1000", "failed"],
            ),
            (
                503,
                Some("Sun, 09 Sep 2001 01:48:40 GMT"),
                ["120", "300", "failed"],
            ),
        ] {
            let verdict = verdict(status, retry_after);
            let found = [1, 2, 3].map(|tries| next(verdict, tries));
            assert_eq!(found, expected, "{status} {retry_after:?}");
        }
    }

    #[test]
    fn an_endpoint_under_load_rests() {
        for (status, retry_after, seconds) in [
            (200, None, None),
            (410, None, None),
            (500, Some("60"), None),
            (429, None, Some(30)),
            (429, Some("60"), Some(60)),
            (503, Some("5000"), Some(1000)),
            (504, None, Some(30)),
        ] {
            let rest = verdict(status, retry_after).rest(NOW, LIMIT);
            let rest = rest.map(|until| until.since(NOW).as_secs());
            assert_eq!(rest, seconds, "{status} {retry_after:?}");
        }
    }
}
