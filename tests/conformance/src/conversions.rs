//! One field for each row of the tables of `with` modules and adapters. A test of the build step holds
//! this file against the tables.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, NaiveDateTime, Utc};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_with::serde_as;
use time::OffsetDateTime;
use uuid::Uuid;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChronoModules {
    #[serde(with = "chrono::serde::ts_seconds")]
    pub seconds: DateTime<Utc>,
    #[serde(with = "chrono::serde::ts_seconds_option")]
    pub perhaps_seconds: Option<DateTime<Utc>>,
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub milliseconds: DateTime<Utc>,
    #[serde(with = "chrono::serde::ts_milliseconds_option")]
    pub perhaps_milliseconds: Option<DateTime<Utc>>,
    #[serde(with = "chrono::serde::ts_microseconds")]
    pub microseconds: DateTime<Utc>,
    #[serde(with = "chrono::serde::ts_microseconds_option")]
    pub perhaps_microseconds: Option<DateTime<Utc>>,
    #[serde(with = "chrono::serde::ts_nanoseconds")]
    pub nanoseconds: DateTime<Utc>,
    #[serde(with = "chrono::serde::ts_nanoseconds_option")]
    pub perhaps_nanoseconds: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NaiveModules {
    #[serde(with = "chrono::naive::serde::ts_seconds")]
    pub seconds: NaiveDateTime,
    #[serde(with = "chrono::naive::serde::ts_seconds_option")]
    pub perhaps_seconds: Option<NaiveDateTime>,
    #[serde(with = "chrono::naive::serde::ts_milliseconds")]
    pub milliseconds: NaiveDateTime,
    #[serde(with = "chrono::naive::serde::ts_milliseconds_option")]
    pub perhaps_milliseconds: Option<NaiveDateTime>,
    #[serde(with = "chrono::naive::serde::ts_microseconds")]
    pub microseconds: NaiveDateTime,
    #[serde(with = "chrono::naive::serde::ts_microseconds_option")]
    pub perhaps_microseconds: Option<NaiveDateTime>,
    #[serde(with = "chrono::naive::serde::ts_nanoseconds")]
    pub nanoseconds: NaiveDateTime,
    #[serde(with = "chrono::naive::serde::ts_nanoseconds_option")]
    pub perhaps_nanoseconds: Option<NaiveDateTime>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct JiffModules {
    #[serde(with = "jiff::fmt::serde::timestamp::second::required")]
    pub seconds: Timestamp,
    #[serde(with = "jiff::fmt::serde::timestamp::second::optional")]
    pub perhaps_seconds: Option<Timestamp>,
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub milliseconds: Timestamp,
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::optional")]
    pub perhaps_milliseconds: Option<Timestamp>,
    #[serde(with = "jiff::fmt::serde::timestamp::microsecond::required")]
    pub microseconds: Timestamp,
    #[serde(with = "jiff::fmt::serde::timestamp::microsecond::optional")]
    pub perhaps_microseconds: Option<Timestamp>,
    #[serde(with = "jiff::fmt::serde::timestamp::nanosecond::required")]
    pub nanoseconds: Timestamp,
    #[serde(with = "jiff::fmt::serde::timestamp::nanosecond::optional")]
    pub perhaps_nanoseconds: Option<Timestamp>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct JiffTexts {
    #[serde(with = "jiff::fmt::serde::tz::required")]
    pub zone: TimeZone,
    #[serde(with = "jiff::fmt::serde::tz::optional")]
    pub perhaps_zone: Option<TimeZone>,
    #[serde(with = "jiff::fmt::serde::unsigned_duration::required")]
    pub lasts: Duration,
    #[serde(with = "jiff::fmt::serde::unsigned_duration::optional")]
    pub perhaps_lasts: Option<Duration>,
    #[serde(with = "jiff::fmt::serde::unsigned_duration::friendly::compact::required")]
    pub friendly: Duration,
    #[serde(with = "jiff::fmt::serde::unsigned_duration::friendly::compact::optional")]
    pub perhaps_friendly: Option<Duration>,
    #[serde(serialize_with = "jiff::fmt::serde::duration::friendly::compact::required")]
    pub duration: SignedDuration,
    #[serde(serialize_with = "jiff::fmt::serde::duration::friendly::compact::optional")]
    pub perhaps_duration: Option<SignedDuration>,
    #[serde(serialize_with = "jiff::fmt::serde::span::friendly::compact::required")]
    pub span: Span,
    #[serde(serialize_with = "jiff::fmt::serde::span::friendly::compact::optional")]
    pub perhaps_span: Option<Span>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TimeModules {
    #[serde(with = "time::serde::timestamp")]
    pub seconds: OffsetDateTime,
    #[serde(with = "time::serde::timestamp::option")]
    pub perhaps_seconds: Option<OffsetDateTime>,
    #[serde(with = "time::serde::timestamp::milliseconds")]
    pub milliseconds: OffsetDateTime,
    #[serde(with = "time::serde::timestamp::milliseconds::option")]
    pub perhaps_milliseconds: Option<OffsetDateTime>,
    #[serde(with = "time::serde::timestamp::milliseconds_i64")]
    pub short_milliseconds: OffsetDateTime,
    #[serde(with = "time::serde::timestamp::milliseconds_i64::option")]
    pub perhaps_short_milliseconds: Option<OffsetDateTime>,
    #[serde(with = "time::serde::timestamp::microseconds")]
    pub microseconds: OffsetDateTime,
    #[serde(with = "time::serde::timestamp::microseconds::option")]
    pub perhaps_microseconds: Option<OffsetDateTime>,
    #[serde(with = "time::serde::timestamp::nanoseconds")]
    pub nanoseconds: OffsetDateTime,
    #[serde(with = "time::serde::timestamp::nanoseconds::option")]
    pub perhaps_nanoseconds: Option<OffsetDateTime>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TimeTexts {
    #[serde(with = "time::serde::iso8601")]
    pub iso8601: OffsetDateTime,
    #[serde(with = "time::serde::iso8601::option")]
    pub perhaps_iso8601: Option<OffsetDateTime>,
    #[serde(with = "time::serde::rfc2822")]
    pub rfc2822: OffsetDateTime,
    #[serde(with = "time::serde::rfc2822::option")]
    pub perhaps_rfc2822: Option<OffsetDateTime>,
    #[serde(with = "time::serde::rfc3339")]
    pub rfc3339: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    pub perhaps_rfc3339: Option<OffsetDateTime>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Uuids {
    #[serde(with = "uuid::serde::braced")]
    pub braced: Uuid,
    #[serde(with = "uuid::serde::braced::option")]
    pub perhaps_braced: Option<Uuid>,
    #[serde(with = "uuid::serde::compact")]
    pub compact: Uuid,
    #[serde(with = "uuid::serde::compact::option")]
    pub perhaps_compact: Option<Uuid>,
    #[serde(with = "uuid::serde::hyphenated")]
    pub hyphenated: Uuid,
    #[serde(with = "uuid::serde::hyphenated::option")]
    pub perhaps_hyphenated: Option<Uuid>,
    #[serde(with = "uuid::serde::simple")]
    pub simple: Uuid,
    #[serde(with = "uuid::serde::simple::option")]
    pub perhaps_simple: Option<Uuid>,
    #[serde(with = "uuid::serde::urn")]
    pub urn: Uuid,
    #[serde(with = "uuid::serde::urn::option")]
    pub perhaps_urn: Option<Uuid>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OtherModules {
    #[serde(with = "hex")]
    pub hex: Vec<u8>,
    #[serde(with = "hex::serde")]
    pub hex_array: [u8; 4],
    #[serde(with = "humantime_serde")]
    pub lasts: Duration,
    #[serde(with = "humantime_serde")]
    pub perhaps_lasts: Option<Duration>,
    #[serde(with = "humantime_serde::option")]
    pub optional_lasts: Option<Duration>,
    #[serde(with = "humantime_serde")]
    pub moment: SystemTime,
    #[serde(with = "rust_decimal::serde::str")]
    pub text: Decimal,
    #[serde(with = "rust_decimal::serde::str_option")]
    pub perhaps_text: Option<Decimal>,
    #[serde(with = "rust_decimal::serde::float")]
    pub float: Decimal,
    #[serde(with = "serde_big_array::BigArray")]
    pub long: [u16; 40],
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    #[serde(with = "serde_bytes")]
    pub byte_array: [u8; 3],
    #[serde(with = "serde_bytes")]
    pub perhaps_bytes: Option<Vec<u8>>,
    #[serde(with = "serde_with::rust::maps_duplicate_key_is_error")]
    pub unique_keys: std::collections::BTreeMap<u64, String>,
    #[serde(with = "serde_with::rust::maps_first_key_wins")]
    pub first_keys: std::collections::BTreeMap<u64, String>,
    #[serde(with = "serde_with::rust::sets_duplicate_value_is_error")]
    pub unique_values: std::collections::BTreeSet<i64>,
    #[serde(with = "serde_with::rust::sets_last_value_wins")]
    pub last_values: std::collections::BTreeSet<i64>,
    #[serde(deserialize_with = "std::option::Option::deserialize")]
    pub option: Option<u64>,
    #[serde(deserialize_with = "std::string::String::deserialize")]
    pub string: String,
    #[serde(deserialize_with = "std::vec::Vec::deserialize")]
    pub list: Vec<f64>,
}

/// Those that plain JSON alone carries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LooseModules {
    #[serde(with = "rust_decimal::serde::float_option")]
    pub float: Option<Decimal>,
    #[serde(
        default,
        with = "serde_with::rust::double_option",
        skip_serializing_if = "Option::is_none"
    )]
    pub double: Option<Option<i64>>,
    #[serde(
        default,
        with = "serde_with::rust::unwrap_or_skip",
        skip_serializing_if = "Option::is_none"
    )]
    pub skipped: Option<u32>,
}

#[serde_as]
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SpanAdapters {
    #[serde_as(as = "serde_with::DurationSeconds<u64>")]
    pub seconds: Duration,
    #[serde_as(as = "serde_with::DurationSecondsWithFrac<f64>")]
    pub seconds_with_frac: Duration,
    #[serde_as(as = "serde_with::DurationMilliSeconds<u64>")]
    pub milliseconds: Duration,
    #[serde_as(as = "serde_with::DurationMilliSecondsWithFrac<f64>")]
    pub milliseconds_with_frac: Duration,
    #[serde_as(as = "serde_with::DurationMicroSeconds<u64>")]
    pub microseconds: Duration,
    #[serde_as(as = "serde_with::DurationMicroSecondsWithFrac<f64>")]
    pub microseconds_with_frac: Duration,
    #[serde_as(as = "serde_with::DurationNanoSeconds<u64>")]
    pub nanoseconds: Duration,
    #[serde_as(as = "serde_with::DurationNanoSecondsWithFrac<f64>")]
    pub nanoseconds_with_frac: Duration,
    #[serde_as(as = "Vec<serde_with::DurationSeconds<String>>")]
    pub texts: Vec<Duration>,
}

#[serde_as]
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MomentAdapters {
    #[serde_as(as = "serde_with::TimestampSeconds<i64>")]
    pub seconds: SystemTime,
    #[serde_as(as = "serde_with::TimestampSecondsWithFrac<f64>")]
    pub seconds_with_frac: SystemTime,
    #[serde_as(as = "serde_with::TimestampMilliSeconds<i64>")]
    pub milliseconds: DateTime<Utc>,
    #[serde_as(as = "serde_with::TimestampMilliSecondsWithFrac<f64>")]
    pub milliseconds_with_frac: SystemTime,
    #[serde_as(as = "serde_with::TimestampMicroSeconds<i64>")]
    pub microseconds: OffsetDateTime,
    #[serde_as(as = "serde_with::TimestampMicroSecondsWithFrac<f64>")]
    pub microseconds_with_frac: SystemTime,
    #[serde_as(as = "serde_with::TimestampNanoSeconds<i64>")]
    pub nanoseconds: NaiveDateTime,
    #[serde_as(as = "serde_with::TimestampNanoSecondsWithFrac<f64>")]
    pub nanoseconds_with_frac: SystemTime,
    #[serde_as(as = "Option<serde_with::TimestampSeconds<i64>>")]
    pub perhaps: Option<DateTime<Utc>>,
}

/// What an adapter goes through.
#[derive(Clone, Debug)]
pub struct Celsius(pub i64);

impl From<i64> for Celsius {
    fn from(degrees: i64) -> Self {
        Self(degrees)
    }
}

impl From<Celsius> for i64 {
    fn from(Celsius(degrees): Celsius) -> Self {
        degrees
    }
}

impl From<&Celsius> for i64 {
    fn from(Celsius(degrees): &Celsius) -> Self {
        *degrees
    }
}

#[serde_as]
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OtherAdapters {
    #[serde_as(as = "serde_with::BoolFromInt")]
    pub bit: bool,
    #[serde_as(as = "serde_with::Bytes")]
    pub bytes: Vec<u8>,
    #[serde_as(as = "serde_with::DisplayFromStr")]
    pub shown: u64,
    #[serde_as(as = "serde_with::FromInto<i64>")]
    pub degrees: Celsius,
    #[serde_as(as = "serde_with::FromIntoRef<i64>")]
    pub degrees_by_reference: Celsius,
    #[serde_as(as = "serde_with::TryFromInto<i64>")]
    pub more_degrees: Celsius,
    #[serde_as(as = "serde_with::TryFromIntoRef<i64>")]
    pub more_degrees_by_reference: Celsius,
    #[serde_as(as = "serde_with::NoneAsEmptyString")]
    pub perhaps: Option<String>,
    #[serde_as(as = "[serde_with::Same; 40]")]
    pub same: [u16; 40],
    #[serde_as(as = "serde_with::StringWithSeparator<serde_with::formats::CommaSeparator, u16>")]
    pub numbers: Vec<u16>,
    #[serde_as(as = "serde_with::base64::Base64")]
    pub base64: Vec<u8>,
    #[serde_as(as = "Option<serde_with::hex::Hex>")]
    pub hex: Option<Vec<u8>>,
}

#[serde_as]
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BorrowingAdapters<'a> {
    #[serde_as(as = "serde_with::BorrowCow")]
    pub text: Cow<'a, str>,
    #[serde_as(as = "Vec<serde_with::BorrowCow>")]
    pub texts: Vec<Cow<'a, str>>,
}
