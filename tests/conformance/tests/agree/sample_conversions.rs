//! Values of fields that modules and adapters write and read. Moments are those that every one of
//! them can tell: whole milliseconds of the years that nanoseconds in 64 bits reach.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, NaiveDateTime, Utc};
use conformance_tests::conversions::{
    BorrowingAdapters, Celsius, ChronoModules, JiffModules, JiffTexts, LooseModules,
    MomentAdapters, NaiveModules, OtherAdapters, OtherModules, SpanAdapters, TimeModules,
    TimeTexts, Uuids,
};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Span, Timestamp};
use proptest::prelude::{BoxedStrategy, Just, Strategy, prop_oneof};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_with::serde_as;
use time::OffsetDateTime;

use crate::draw::{drawn, structs};
use crate::sample::Sample;

/// Milliseconds from 1901 to 2261.
fn milliseconds() -> impl Strategy<Value = i64> {
    let year: i64 = 365 * 24 * 3600 * 1000;
    prop_oneof![8 => -69 * year..291 * year, 1 => Just(0), 1 => -2000..2000_i64]
}

fn utc() -> impl Strategy<Value = DateTime<Utc>> {
    milliseconds().prop_map(|at| DateTime::from_timestamp_millis(at).unwrap())
}

fn naive() -> impl Strategy<Value = NaiveDateTime> {
    utc().prop_map(|at| at.naive_utc())
}

fn timestamp() -> impl Strategy<Value = Timestamp> {
    milliseconds().prop_map(|at| Timestamp::from_millisecond(at).unwrap())
}

fn moment() -> impl Strategy<Value = OffsetDateTime> {
    milliseconds().prop_map(|at| {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(at) * 1_000_000).unwrap()
    })
}

/// humantime knows nothing before 1970.
fn system() -> impl Strategy<Value = SystemTime> {
    milliseconds().prop_map(|at| SystemTime::UNIX_EPOCH + Duration::from_millis(at.unsigned_abs()))
}

/// What all numbers of nanoseconds can hold, fractions included.
fn span() -> impl Strategy<Value = Duration> {
    prop_oneof![
        (0..1_u64 << 50).prop_map(Duration::from_nanos),
        (0..1_u64 << 24).prop_map(Duration::from_secs),
    ]
}

/// Eighths of seconds, which floats of every unit have; of these, those that `serde_with` reads back
/// from its own numbers.
fn exact() -> impl Strategy<Value = Duration> {
    #[serde_as]
    #[derive(Serialize, Deserialize)]
    struct Fractions(
        #[serde_as(as = "serde_with::DurationSecondsWithFrac<f64>")] Duration,
        #[serde_as(as = "serde_with::DurationMilliSecondsWithFrac<f64>")] Duration,
        #[serde_as(as = "serde_with::DurationMicroSecondsWithFrac<f64>")] Duration,
        #[serde_as(as = "serde_with::DurationNanoSecondsWithFrac<f64>")] Duration,
    );
    let eighths = (0..1_u64 << 27).prop_map(|eighths| Duration::from_millis(eighths * 125));
    eighths.prop_filter("reads back as itself", |span| {
        let bytes = postcard::to_stdvec(&Fractions(*span, *span, *span, *span)).unwrap();
        let Fractions(a, b, c, d) = postcard::from_bytes(&bytes).unwrap();
        [a, b, c, d].iter().all(|read| read == span)
    })
}

/// The same for moments.
fn exact_at() -> impl Strategy<Value = SystemTime> {
    #[serde_as]
    #[derive(Serialize, Deserialize)]
    struct Fractions(
        #[serde_as(as = "serde_with::TimestampSecondsWithFrac<f64>")] SystemTime,
        #[serde_as(as = "serde_with::TimestampMilliSecondsWithFrac<f64>")] SystemTime,
        #[serde_as(as = "serde_with::TimestampMicroSecondsWithFrac<f64>")] SystemTime,
        #[serde_as(as = "serde_with::TimestampNanoSecondsWithFrac<f64>")] SystemTime,
    );
    let moments = exact().prop_map(|span| SystemTime::UNIX_EPOCH + span);
    moments.prop_filter("reads back as itself", |at| {
        let bytes = postcard::to_stdvec(&Fractions(*at, *at, *at, *at)).unwrap();
        let Fractions(a, b, c, d) = postcard::from_bytes(&bytes).unwrap();
        [a, b, c, d].iter().all(|read| read == at)
    })
}

fn signed_span() -> impl Strategy<Value = SignedDuration> {
    let nanoseconds = -(1_i64 << 50)..1 << 50;
    nanoseconds.prop_map(SignedDuration::from_nanos)
}

fn calendar_span() -> impl Strategy<Value = Span> {
    (-20..20_i32, 0..30_i32, 0..500_i64).prop_map(|(months, days, milliseconds)| {
        let sign = months.signum();
        let (days, milliseconds) = (days * sign, milliseconds * i64::from(sign));
        let span = Span::new().months(months).days(days);
        span.milliseconds(milliseconds)
    })
}

fn zone() -> impl Strategy<Value = TimeZone> {
    prop_oneof![
        Just(TimeZone::UTC),
        (-25..25_i8).prop_map(|hours| TimeZone::fixed(Offset::constant(hours))),
    ]
}

/// Small enough for a float.
fn price() -> impl Strategy<Value = Decimal> {
    (-1_000_000..1_000_000_i64, 0..4_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

structs! {
    ChronoModules {
        seconds: from(utc()), perhaps_seconds: perhaps(utc()),
        milliseconds: from(utc()), perhaps_milliseconds: perhaps(utc()),
        microseconds: from(utc()), perhaps_microseconds: perhaps(utc()),
        nanoseconds: from(utc()), perhaps_nanoseconds: perhaps(utc()),
    }
    NaiveModules {
        seconds: from(naive()), perhaps_seconds: perhaps(naive()),
        milliseconds: from(naive()), perhaps_milliseconds: perhaps(naive()),
        microseconds: from(naive()), perhaps_microseconds: perhaps(naive()),
        nanoseconds: from(naive()), perhaps_nanoseconds: perhaps(naive()),
    }
    JiffModules {
        seconds: from(timestamp()), perhaps_seconds: perhaps(timestamp()),
        milliseconds: from(timestamp()), perhaps_milliseconds: perhaps(timestamp()),
        microseconds: from(timestamp()), perhaps_microseconds: perhaps(timestamp()),
        nanoseconds: from(timestamp()), perhaps_nanoseconds: perhaps(timestamp()),
    }
    JiffTexts {
        zone: from(zone()), perhaps_zone: perhaps(zone()),
        lasts: from(span()), perhaps_lasts: perhaps(span()),
        friendly: from(span()), perhaps_friendly: perhaps(span()),
        duration: from(signed_span()), perhaps_duration: perhaps(signed_span()),
        span: from(calendar_span()), perhaps_span: perhaps(calendar_span()),
    }
    TimeModules {
        seconds: from(moment()), perhaps_seconds: perhaps(moment()),
        milliseconds: from(moment()), perhaps_milliseconds: perhaps(moment()),
        short_milliseconds: from(moment()), perhaps_short_milliseconds: perhaps(moment()),
        microseconds: from(moment()), perhaps_microseconds: perhaps(moment()),
        nanoseconds: from(moment()), perhaps_nanoseconds: perhaps(moment()),
    }
    TimeTexts {
        iso8601: from(moment()), perhaps_iso8601: perhaps(moment()),
        rfc2822: from(moment()), perhaps_rfc2822: perhaps(moment()),
        rfc3339: from(moment()), perhaps_rfc3339: perhaps(moment()),
    }
    Uuids {
        braced: any, perhaps_braced: any,
        compact: any, perhaps_compact: any,
        hyphenated: any, perhaps_hyphenated: any,
        simple: any, perhaps_simple: any,
        urn: any, perhaps_urn: any,
    }
    OtherModules {
        hex: any, hex_array: any,
        lasts: from(span()), perhaps_lasts: perhaps(span()), optional_lasts: perhaps(span()),
        moment: from(system()),
        text: any, perhaps_text: any, float: from(price()),
        long: any,
        bytes: any, byte_array: any, perhaps_bytes: any,
        unique_keys: any, first_keys: any, unique_values: any, last_values: any,
        option: any, string: any, list: any,
    }
    LooseModules {
        float: perhaps(price()), double: any, skipped: any,
    }
    SpanAdapters {
        seconds: from(span()), seconds_with_frac: from(exact()),
        milliseconds: from(span()), milliseconds_with_frac: from(exact()),
        microseconds: from(span()), microseconds_with_frac: from(exact()),
        nanoseconds: from(span()), nanoseconds_with_frac: from(exact()),
        texts: from(proptest::collection::vec(span(), 0..3)),
    }
    MomentAdapters {
        seconds: from(system()), seconds_with_frac: from(exact_at()),
        milliseconds: from(utc()), milliseconds_with_frac: from(exact_at()),
        microseconds: from(moment()), microseconds_with_frac: from(exact_at()),
        nanoseconds: from(naive()), nanoseconds_with_frac: from(exact_at()),
        perhaps: perhaps(utc()),
    }
    OtherAdapters {
        bit: any, bytes: any, shown: any,
        degrees: any, degrees_by_reference: any,
        more_degrees: any, more_degrees_by_reference: any,
        perhaps: any, same: any, numbers: any, base64: any, hex: any,
    }
}

impl Sample for Celsius {
    fn sample() -> BoxedStrategy<Self> {
        i64::sample().prop_map(Self).boxed()
    }
}

impl Sample for BorrowingAdapters<'static> {
    fn sample() -> BoxedStrategy<Self> {
        drawn(|draw| Self {
            text: draw.any::<String>().into(),
            texts: draw
                .any::<Vec<String>>()
                .into_iter()
                .map(Into::into)
                .collect(),
        })
    }
}
