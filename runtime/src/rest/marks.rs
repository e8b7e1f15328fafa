//! What every answer of a route says, whatever it came to.

use std::sync::Arc;

use http::header::{LINK, VARY};
use http::{HeaderName, HeaderValue, Response};

use super::Deprecation;
use super::cors::Shared;
use super::table::Lead;
use crate::body::Body;

/// A header line.
pub(crate) type Line = (HeaderName, HeaderValue);

const DEPRECATION: HeaderName = HeaderName::from_static("deprecation");
const SUNSET: HeaderName = HeaderName::from_static("sunset");

/// What is to be added to an answer.
pub(crate) struct Marks {
    pub(crate) lead: Arc<Lead>,
    /// What the page that asks needs to know.
    pub(crate) shared: Option<Shared>,
}

impl Marks {
    /// Adds to `response`, whatever it came to.
    pub(crate) fn mark(&self, response: &mut Response<Body>) {
        let is_stored = response.status().is_success() || response.status() == 304;
        let headers = response.headers_mut();
        for (name, value) in &self.lead.deprecation {
            headers.append(name, value.clone());
        }
        if let Some(vary) = self.lead.vary.as_ref().filter(|_| is_stored) {
            headers.append(VARY, vary.clone());
        }
        if let Some(shared) = &self.shared {
            shared.mark(headers);
        }
    }
}

/// What is said of a route that is on its way out: since when (RFC 9745), until when (RFC 8594),
/// and where to read about both.
pub(crate) fn deprecation(deprecation: Option<Deprecation>) -> Vec<Line> {
    let Some(deprecation) = deprecation else {
        return Vec::new();
    };
    let sunset = deprecation.sunset_unix.map(|sunset| (SUNSET, date(sunset)));
    let relations = ["deprecation", "sunset"];
    let relations = relations
        .into_iter()
        .take(1 + usize::from(sunset.is_some()));
    let links = relations.filter_map(|relation| {
        let link = format!(r#"<{}>; rel="{relation}""#, deprecation.link?);
        Some((LINK, link))
    });
    let lines = [(DEPRECATION, format!("@{}", deprecation.since_unix))];
    let lines = lines.into_iter().chain(sunset).chain(links);
    lines
        .filter_map(|(name, value)| Some((name, HeaderValue::try_from(value).ok()?)))
        .collect()
}

/// A moment as HTTP has it (RFC 9110, section 5.6.7).
fn date(unix: i64) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (days, second) = (unix.div_euclid(86_400), unix.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    format!(
        "{}, {day:02} {} {year:04} {:02}:{:02}:{:02} GMT",
        DAYS[days.rem_euclid(7) as usize],
        MONTHS[month],
        second / 3600,
        second / 60 % 60,
        second % 60,
    )
}

/// The year, the month from zero, and the day of the month of the day that is so many after the
/// first of 1970.
fn civil(days: i64) -> (i64, usize, i64) {
    // Years begin in March here, so that a leap day is the last of its year; eras have 400 years.
    const ERA: i64 = 146_097;
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let turned = i64::from(month >= 10);
    (era * 400 + year + turned, ((month + 2) % 12) as usize, day)
}

#[cfg(test)]
mod tests {
    use super::{Deprecation, date, deprecation};

    #[test]
    fn moments_are_written_as_http_has_them() {
        for (unix, expected) in [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_812_240_000, "Sun, 06 Jun 2027 00:00:00 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        ] {
            assert_eq!(date(unix), expected);
        }
    }

    #[test]
    fn what_ends_says_so() {
        assert!(deprecation(None).is_empty());
        let deprecated = Deprecation {
            since_unix: 1_780_272_000,
            sunset_unix: None,
            link: None,
        };
        let lines = deprecation(Some(deprecated));
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].1, "@1780272000");
        let lines = deprecation(Some(Deprecation {
            sunset_unix: Some(0),
            link: Some("https://example.com/upgrade"),
            ..deprecated
        }));
        let lines: Vec<_> = lines
            .iter()
            .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
            .collect();
        assert_eq!(
            lines,
            [
                ("deprecation", "@1780272000"),
                ("sunset", "Thu, 01 Jan 1970 00:00:00 GMT"),
                ("link", "<https://example.com/upgrade>; rel=\"deprecation\""),
                ("link", "<https://example.com/upgrade>; rel=\"sunset\""),
            ]
        );
    }
}
