//! Those of the tables of modules and adapters that are more than text.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_big_array::BigArray;
use serde_with::{
    BoolFromInt, DisplayFromStr, DurationMilliSeconds, FromInto, NoneAsEmptyString,
    TimestampMilliSeconds, TimestampSecondsWithFrac, base64::Base64, serde_as,
};

/// Moments as numbers and as text.
#[derive(Debug, Serialize, Deserialize)]
pub struct Moments {
    #[serde(with = "chrono::serde::ts_seconds")]
    pub chrono: DateTime<Utc>,
    #[serde(with = "chrono::serde::ts_nanoseconds_option")]
    pub perhaps_chrono: Option<DateTime<Utc>>,
    #[serde(with = "chrono::naive::serde::ts_milliseconds")]
    pub naive: chrono::NaiveDateTime,
    #[serde(with = "jiff::fmt::serde::timestamp::nanosecond::required")]
    pub jiff: jiff::Timestamp,
    #[serde(with = "jiff::fmt::serde::timestamp::second::optional")]
    pub perhaps_jiff: Option<jiff::Timestamp>,
    #[serde(with = "time::serde::timestamp::milliseconds")]
    pub time: time::OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    pub text: time::OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    pub perhaps_text: Option<time::OffsetDateTime>,
}

/// Everything else that modules write.
#[derive(Debug, Serialize, Deserialize)]
pub struct Modules {
    #[serde(with = "hex")]
    pub hex: Vec<u8>,
    #[serde(with = "serde_bytes")]
    pub bytes: [u8; 2],
    #[serde(with = "serde_bytes")]
    pub perhaps_bytes: Option<Vec<u8>>,
    #[serde(with = "BigArray")]
    pub long: [u16; 40],
    #[serde(with = "humantime_serde")]
    pub human: Option<Duration>,
    #[serde(with = "uuid::serde::compact")]
    pub compact: uuid::Uuid,
    #[serde(with = "uuid::serde::simple")]
    pub simple: uuid::Uuid,
    #[serde(with = "rust_decimal::serde::str")]
    pub text: rust_decimal::Decimal,
    #[serde(with = "rust_decimal::serde::float")]
    pub float: rust_decimal::Decimal,
    #[serde(serialize_with = "jiff::fmt::serde::span::friendly::compact::required")]
    pub friendly: jiff::Span,
}

#[serde_as]
#[derive(Debug, Serialize, Deserialize)]
pub struct Adapted {
    #[serde_as(as = "Vec<Option<DisplayFromStr>>")]
    pub shown: Vec<Option<u64>>,
    #[serde_as(as = "BoolFromInt")]
    pub bit: bool,
    #[serde_as(as = "Option<Base64>")]
    pub base64: Option<Vec<u8>>,
    #[serde_as(as = "DurationMilliSeconds<u64>")]
    pub span: Duration,
    #[serde_as(as = "TimestampMilliSeconds<i64>")]
    pub moment: SystemTime,
    #[serde_as(as = "TimestampSecondsWithFrac<f64>")]
    pub fraction: SystemTime,
    #[serde_as(as = "FromInto<std::net::Ipv4Addr>")]
    pub address: u32,
    #[serde_as(as = "NoneAsEmptyString")]
    pub nothing: Option<String>,
    #[serde_as(as = "[_; 40]")]
    pub long: [u8; 40],
}

#[tramline::action]
async fn moments(value: Moments) -> Moments {
    value
}

#[tramline::action]
async fn modules(value: Modules) -> Modules {
    value
}

#[tramline::action]
async fn adapted(value: Adapted) -> Adapted {
    value
}
