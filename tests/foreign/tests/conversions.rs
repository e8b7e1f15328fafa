//! Every row of the tables of `with` modules and of adapters, as postcard and as JSON.

#![expect(
    clippy::unwrap_used,
    reason = "what goes wrong here is a test that fails"
)]

mod layout;

use serde::{Deserialize, Serialize};
use serde_with::{As, DisplayFromStr};

use layout::{check, conforms};

/// Checks a field with a module: the layout, the value and its JSON, and whether postcard reads it
/// back by itself. What it does not read asks what comes next.
macro_rules! modules {
    ($($name:ident { $($ty:ty, $module:literal, $layout:literal, $value:expr => $json:expr;)* })*) => {$(
        #[test]
        fn $name() {
            $({
                #[derive(Debug, PartialEq, Serialize, Deserialize)]
                struct Field(#[serde(with = $module)] $ty);
                check($layout, &Field($value), $json);
            })*
        }
    )*};
}

macro_rules! asking {
    ($($name:ident { $($ty:ty, $module:literal, $layout:literal, $value:expr => $json:expr;)* })*) => {$(
        #[test]
        fn $name() {
            $({
                #[derive(Debug, PartialEq, Serialize, Deserialize)]
                struct Field(#[serde(with = $module)] $ty);
                let bytes = postcard::to_stdvec(&Field($value)).unwrap();
                conforms($layout, &bytes);
                assert!(postcard::from_bytes::<Field>(&bytes).is_err());
                assert_eq!(serde_json::to_string(&Field($value)).unwrap(), $json);
                assert_eq!(serde_json::from_str::<Field>($json).unwrap(), Field($value));
            })*
        }
    )*};
}

fn chrono() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap()
}

fn naive() -> chrono::NaiveDateTime {
    chrono().naive_utc()
}

fn jiff() -> jiff::Timestamp {
    jiff::Timestamp::from_second(1_700_000_000).unwrap()
}

fn time() -> time::OffsetDateTime {
    time::OffsetDateTime::from_unix_timestamp(1_700_000_000).unwrap()
}

fn uuid() -> uuid::Uuid {
    uuid::Uuid::from_u128(1)
}

fn span() -> std::time::Duration {
    std::time::Duration::from_secs(90)
}

fn price() -> rust_decimal::Decimal {
    rust_decimal::Decimal::new(15, 1)
}

modules! {
    chrono_moments {
        chrono::DateTime<chrono::Utc>, "chrono::serde::ts_seconds", "i64", chrono() => "1700000000";
        chrono::DateTime<chrono::Utc>, "chrono::serde::ts_milliseconds", "i64", chrono() => "1700000000000";
        chrono::DateTime<chrono::Utc>, "chrono::serde::ts_microseconds", "i64", chrono() => "1700000000000000";
        chrono::DateTime<chrono::Utc>, "chrono::serde::ts_nanoseconds", "i64", chrono() => "1700000000000000000";
        Option<chrono::DateTime<chrono::Utc>>, "chrono::serde::ts_seconds_option", "option i64", Some(chrono()) => "1700000000";
        Option<chrono::DateTime<chrono::Utc>>, "chrono::serde::ts_milliseconds_option", "option i64", None => "null";
        Option<chrono::DateTime<chrono::Utc>>, "chrono::serde::ts_microseconds_option", "option i64", None => "null";
        Option<chrono::DateTime<chrono::Utc>>, "chrono::serde::ts_nanoseconds_option", "option i64", None => "null";
        chrono::NaiveDateTime, "chrono::naive::serde::ts_seconds", "i64", naive() => "1700000000";
        chrono::NaiveDateTime, "chrono::naive::serde::ts_milliseconds", "i64", naive() => "1700000000000";
        chrono::NaiveDateTime, "chrono::naive::serde::ts_microseconds", "i64", naive() => "1700000000000000";
        chrono::NaiveDateTime, "chrono::naive::serde::ts_nanoseconds", "i64", naive() => "1700000000000000000";
        Option<chrono::NaiveDateTime>, "chrono::naive::serde::ts_seconds_option", "option i64", Some(naive()) => "1700000000";
        Option<chrono::NaiveDateTime>, "chrono::naive::serde::ts_milliseconds_option", "option i64", None => "null";
        Option<chrono::NaiveDateTime>, "chrono::naive::serde::ts_microseconds_option", "option i64", None => "null";
        Option<chrono::NaiveDateTime>, "chrono::naive::serde::ts_nanoseconds_option", "option i64", None => "null";
    }
    jiff_forms {
        jiff::Timestamp, "jiff::fmt::serde::timestamp::second::required", "i64", jiff() => "1700000000";
        jiff::Timestamp, "jiff::fmt::serde::timestamp::millisecond::required", "i64", jiff() => "1700000000000";
        jiff::Timestamp, "jiff::fmt::serde::timestamp::microsecond::required", "i64", jiff() => "1700000000000000";
        jiff::Timestamp, "jiff::fmt::serde::timestamp::nanosecond::required", "i64", jiff() => "1700000000000000000";
        Option<jiff::Timestamp>, "jiff::fmt::serde::timestamp::second::optional", "option i64", Some(jiff()) => "1700000000";
        Option<jiff::Timestamp>, "jiff::fmt::serde::timestamp::millisecond::optional", "option i64", None => "null";
        Option<jiff::Timestamp>, "jiff::fmt::serde::timestamp::microsecond::optional", "option i64", None => "null";
        Option<jiff::Timestamp>, "jiff::fmt::serde::timestamp::nanosecond::optional", "option i64", Some(jiff()) => "1700000000000000000";
        std::time::Duration, "jiff::fmt::serde::unsigned_duration::required", "string", span() => r#""PT1M30S""#;
        Option<std::time::Duration>, "jiff::fmt::serde::unsigned_duration::optional", "option string", Some(span()) => r#""PT1M30S""#;
        std::time::Duration, "jiff::fmt::serde::unsigned_duration::friendly::compact::required", "string", span() => r#""1m 30s""#;
        Option<std::time::Duration>, "jiff::fmt::serde::unsigned_duration::friendly::compact::optional", "option string", None => "null";
        jiff::tz::TimeZone, "jiff::fmt::serde::tz::required", "string", jiff::tz::TimeZone::UTC => r#""UTC""#;
        Option<jiff::tz::TimeZone>, "jiff::fmt::serde::tz::optional", "option string", None => "null";
    }
    hex_and_bytes {
        Vec<u8>, "hex", "string", vec![1, 255] => r#""01ff""#;
        [u8; 2], "hex::serde", "string", [1, 255] => r#""01ff""#;
        Vec<u8>, "serde_bytes", "bytes", vec![1, 255] => "[1,255]";
        [u8; 2], "serde_bytes", "bytes", [1, 255] => "[1,255]";
        Option<Vec<u8>>, "serde_bytes", "option bytes", Some(vec![1, 255]) => "[1,255]";
    }
    human_times {
        std::time::Duration, "humantime_serde", "string", span() => r#""1m 30s""#;
        Option<std::time::Duration>, "humantime_serde", "option string", Some(span()) => r#""1m 30s""#;
        Option<std::time::Duration>, "humantime_serde::option", "option string", None => "null";
        std::time::SystemTime, "humantime_serde", "string", std::time::UNIX_EPOCH => r#""1970-01-01T00:00:00Z""#;
    }
    decimals {
        rust_decimal::Decimal, "rust_decimal::serde::str", "string", price() => r#""1.5""#;
        Option<rust_decimal::Decimal>, "rust_decimal::serde::str_option", "option string", Some(price()) => r#""1.5""#;
    }
    options {
        Option<u16>, "serde_with::rust::unwrap_or_skip", "u16", Some(300) => "300";
    }
    time_forms {
        time::OffsetDateTime, "time::serde::rfc3339", "string", time() => r#""2023-11-14T22:13:20Z""#;
        time::OffsetDateTime, "time::serde::rfc2822", "string", time() => r#""Tue, 14 Nov 2023 22:13:20 +0000""#;
        time::OffsetDateTime, "time::serde::iso8601", "string", time() => r#""+002023-11-14T22:13:20.000000000Z""#;
        time::OffsetDateTime, "time::serde::timestamp", "i64", time() => "1700000000";
        time::OffsetDateTime, "time::serde::timestamp::milliseconds", "i64", time() => "1700000000000";
        time::OffsetDateTime, "time::serde::timestamp::milliseconds_i64", "i64", time() => "1700000000000";
        time::OffsetDateTime, "time::serde::timestamp::microseconds", "i64", time() => "1700000000000000";
        time::OffsetDateTime, "time::serde::timestamp::nanoseconds", "i64", time() => "1700000000000000000";
        Option<time::OffsetDateTime>, "time::serde::timestamp::option", "option i64", Some(time()) => "1700000000";
        Option<time::OffsetDateTime>, "time::serde::timestamp::milliseconds::option", "option i64", None => "null";
        Option<time::OffsetDateTime>, "time::serde::timestamp::milliseconds_i64::option", "option i64", None => "null";
        Option<time::OffsetDateTime>, "time::serde::timestamp::microseconds::option", "option i64", None => "null";
        Option<time::OffsetDateTime>, "time::serde::timestamp::nanoseconds::option", "option i64", Some(time()) => "1700000000000000000";
    }
    uuids {
        uuid::Uuid, "uuid::serde::braced", "string", uuid() => r#""{00000000-0000-0000-0000-000000000001}""#;
        Option<uuid::Uuid>, "uuid::serde::braced::option", "option string", None => "null";
        uuid::Uuid, "uuid::serde::compact", "u8*16", uuid() => "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]";
        Option<uuid::Uuid>, "uuid::serde::compact::option", "option u8*16", Some(uuid()) => "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]";
        uuid::Uuid, "uuid::serde::hyphenated", "string", uuid() => r#""00000000-0000-0000-0000-000000000001""#;
        Option<uuid::Uuid>, "uuid::serde::hyphenated::option", "option string", None => "null";
        uuid::Uuid, "uuid::serde::simple", "string", uuid() => r#""00000000000000000000000000000001""#;
        Option<uuid::Uuid>, "uuid::serde::simple::option", "option string", None => "null";
        uuid::Uuid, "uuid::serde::urn", "string", uuid() => r#""urn:uuid:00000000-0000-0000-0000-000000000001""#;
        Option<uuid::Uuid>, "uuid::serde::urn::option", "option string", None => "null";
    }
    adapters {
        bool, "As::<serde_with::BoolFromInt>", "u8", true => "1";
        u16, "As::<DisplayFromStr>", "string", 300 => r#""300""#;
        Vec<Option<u16>>, "As::<Vec<Option<DisplayFromStr>>>", "[option string]", vec![Some(300), None] => r#"["300",null]"#;
        [u8; 64], "As::<[serde_with::Same; 64]>", "u8*64", [0; 64] => ZEROS;
        Vec<u8>, "As::<serde_with::Bytes>", "bytes", vec![1] => "[1]";
        Vec<u8>, "As::<serde_with::base64::Base64>", "string", vec![1, 255] => r#""Af8=""#;
        Vec<u8>, "As::<serde_with::hex::Hex>", "string", vec![1, 255] => r#""01ff""#;
        Vec<u16>, "As::<serde_with::StringWithSeparator<serde_with::formats::CommaSeparator, u16>>", "string", vec![1, 300] => r#""1,300""#;
        std::time::Duration, "As::<serde_with::DurationSeconds>", "u64", span() => "90";
        std::time::Duration, "As::<serde_with::DurationSeconds<String>>", "string", span() => r#""90""#;
        std::time::Duration, "As::<serde_with::DurationMilliSeconds<u64>>", "u64", span() => "90000";
        std::time::Duration, "As::<serde_with::DurationMicroSeconds<u64>>", "u64", span() => "90000000";
        std::time::Duration, "As::<serde_with::DurationNanoSeconds<u64>>", "u64", span() => "90000000000";
        std::time::Duration, "As::<serde_with::DurationSecondsWithFrac<f64>>", "f64", span() => "90.0";
        std::time::Duration, "As::<serde_with::DurationMilliSecondsWithFrac<f64>>", "f64", span() => "90000.0";
        std::time::SystemTime, "As::<serde_with::TimestampSeconds<i64>>", "i64", std::time::UNIX_EPOCH + span() => "90";
        std::time::SystemTime, "As::<serde_with::TimestampSecondsWithFrac<f64>>", "f64", std::time::UNIX_EPOCH + span() => "90.0";
        chrono::DateTime<chrono::Utc>, "As::<serde_with::TimestampSeconds>", "i64", chrono() => "1700000000";
        chrono::DateTime<chrono::Utc>, "As::<serde_with::TimestampMilliSeconds<i64>>", "i64", chrono() => "1700000000000";
        chrono::DateTime<chrono::Utc>, "As::<serde_with::TimestampMicroSeconds<i64>>", "i64", chrono() => "1700000000000000";
        chrono::DateTime<chrono::Utc>, "As::<serde_with::TimestampNanoSeconds<i64>>", "i64", chrono() => "1700000000000000000";
        u32, "As::<serde_with::FromInto<std::net::Ipv4Addr>>", "u8*4", 1 => r#""0.0.0.1""#;
        u16, "As::<serde_with::TryFromInto<u64>>", "u64", 300 => "300";
    }
}

const ZEROS: &str = "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]";

asking! {
    forms_that_ask {
        rust_decimal::Decimal, "rust_decimal::serde::float", "f64", price() => "1.5";
        Option<time::OffsetDateTime>, "time::serde::rfc3339::option", "option string", Some(time()) => r#""2023-11-14T22:13:20Z""#;
        Option<time::OffsetDateTime>, "time::serde::rfc2822::option", "option string", Some(time()) => r#""Tue, 14 Nov 2023 22:13:20 +0000""#;
        Option<time::OffsetDateTime>, "time::serde::iso8601::option", "option string", Some(time()) => r#""+002023-11-14T22:13:20.000000000Z""#;
        Option<String>, "As::<serde_with::NoneAsEmptyString>", "string", Some("a".to_owned()) => r#""a""#;
    }
}

#[test]
fn long_arrays() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Field(#[serde(with = "serde_big_array::BigArray")] [u8; 64]);
    check("u8*64", &Field([0; 64]), ZEROS);
}

/// Functions for writing alone: the types read these forms anyway.
#[test]
fn functions() {
    #[derive(Serialize, Deserialize)]
    struct Fields {
        #[serde(serialize_with = "jiff::fmt::serde::duration::friendly::compact::required")]
        duration: jiff::SignedDuration,
        #[serde(serialize_with = "jiff::fmt::serde::duration::friendly::compact::optional")]
        no_duration: Option<jiff::SignedDuration>,
        #[serde(serialize_with = "jiff::fmt::serde::span::friendly::compact::required")]
        span: jiff::Span,
        #[serde(serialize_with = "jiff::fmt::serde::span::friendly::compact::optional")]
        no_span: Option<jiff::Span>,
    }
    let fields = Fields {
        duration: jiff::SignedDuration::from_secs(90),
        no_duration: None,
        span: jiff::Span::new().hours(2),
        no_span: None,
    };
    let bytes = postcard::to_stdvec(&fields).unwrap();
    conforms("(string, option string, string, option string)", &bytes);
    let back: Fields = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back.duration, fields.duration);
    assert_eq!(back.span.fieldwise(), fields.span.fieldwise());
}

/// What is written without a sign of whether it is there, postcard could not read.
#[test]
fn json_alone() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Field(
        #[serde(with = "rust_decimal::serde::float_option")] Option<rust_decimal::Decimal>,
    );
    conforms("f64", &postcard::to_stdvec(&Field(Some(price()))).unwrap());
    for (field, json) in [(Field(Some(price())), "1.5"), (Field(None), "null")] {
        assert_eq!(serde_json::to_string(&field).unwrap(), json);
        assert_eq!(serde_json::from_str::<Field>(json).unwrap(), field);
    }
}

/// Written as numbers, and read as bytes alone: no JSON of it can be read.
#[test]
fn refused() {
    #[derive(Debug, Serialize, Deserialize)]
    struct Field(#[serde(with = "uuid::serde::bytes")] uuid::Uuid);
    let json = serde_json::to_string(&Field(uuid())).unwrap();
    assert!(serde_json::from_str::<Field>(&json).is_err());
}
