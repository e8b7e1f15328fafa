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
#[derive(Serialize, Deserialize)]
struct Moments {
    #[serde(with = "chrono::serde::ts_seconds")]
    chrono: DateTime<Utc>,
    #[serde(with = "chrono::serde::ts_nanoseconds_option")]
    perhaps_chrono: Option<DateTime<Utc>>,
    #[serde(with = "chrono::naive::serde::ts_milliseconds")]
    naive: chrono::NaiveDateTime,
    #[serde(with = "jiff::fmt::serde::timestamp::nanosecond::required")]
    jiff: jiff::Timestamp,
    #[serde(with = "jiff::fmt::serde::timestamp::second::optional")]
    perhaps_jiff: Option<jiff::Timestamp>,
    #[serde(with = "time::serde::timestamp::milliseconds")]
    time: time::OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    text: time::OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    perhaps_text: Option<time::OffsetDateTime>,
}

/// Everything else that modules write.
#[derive(Serialize, Deserialize)]
struct Modules {
    #[serde(with = "hex")]
    hex: Vec<u8>,
    #[serde(with = "serde_bytes")]
    bytes: [u8; 2],
    #[serde(with = "serde_bytes")]
    perhaps_bytes: Option<Vec<u8>>,
    #[serde(with = "BigArray")]
    long: [u16; 40],
    #[serde(with = "humantime_serde")]
    human: Option<Duration>,
    #[serde(with = "uuid::serde::compact")]
    compact: uuid::Uuid,
    #[serde(with = "uuid::serde::simple")]
    simple: uuid::Uuid,
    #[serde(with = "rust_decimal::serde::str")]
    text: rust_decimal::Decimal,
    #[serde(with = "rust_decimal::serde::float")]
    float: rust_decimal::Decimal,
    #[serde(serialize_with = "jiff::fmt::serde::span::friendly::compact::required")]
    friendly: jiff::Span,
}

#[serde_as]
#[derive(Serialize, Deserialize)]
struct Adapted {
    #[serde_as(as = "Vec<Option<DisplayFromStr>>")]
    shown: Vec<Option<u64>>,
    #[serde_as(as = "BoolFromInt")]
    bit: bool,
    #[serde_as(as = "Option<Base64>")]
    base64: Option<Vec<u8>>,
    #[serde_as(as = "DurationMilliSeconds<u64>")]
    span: Duration,
    #[serde_as(as = "TimestampMilliSeconds<i64>")]
    moment: SystemTime,
    #[serde_as(as = "TimestampSecondsWithFrac<f64>")]
    fraction: SystemTime,
    #[serde_as(as = "FromInto<std::net::Ipv4Addr>")]
    address: u32,
    #[serde_as(as = "NoneAsEmptyString")]
    nothing: Option<String>,
    #[serde_as(as = "[_; 40]")]
    long: [u8; 40],
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
