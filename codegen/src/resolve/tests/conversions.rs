//! What attributes put in place of a type, and how clients see it.

use super::{check, check_with};
use crate::choices::{Choices, Dates, Numbers};

#[test]
fn modules_and_functions_that_convert() {
    check(
        "struct Probe {\n\
           #[serde(with = \"time::serde::rfc3339\")] a: time::OffsetDateTime,\n\
           #[serde(default, with = \"time::serde::rfc3339::option\")] b: Option<time::OffsetDateTime>,\n\
           #[serde(with = \"chrono::serde::ts_seconds\")] c: chrono::DateTime<chrono::Utc>,\n\
           #[serde(with = \"serde_bytes\")] d: [u8; 64],\n\
           #[serde(with = \"serde_bytes\")] e: Option<Vec<u8>>,\n\
           #[serde(with = \"BigArray\")] f: [u16; 64],\n\
           #[serde(serialize_with = \"hex::serialize\", deserialize_with = \"hex::deserialize\")] g: Vec<u8>,\n\
           #[serde(deserialize_with = \"Option::deserialize\")] h: Option<u8>,\n\
           #[serde(with = \"::serde_with::rust::double_option\", default)] i: Option<Option<u8>>,\n\
           #[serde(with = \"humantime_serde\")] j: Option<std::time::Duration>,\n\
           #[serde(with = \"uuid::serde::compact\")] k: uuid::Uuid,\n\
         }\n\
         use serde_big_array::BigArray;",
        "Rfc3339 as Date; Rfc3339 as Date?; Seconds as Date; bytes; bytes?; [u16; 64]; string; u8?; u8?; string?; [u8; 16]",
    );
    check(
        "#[serde_with::serde_as]\n\
         struct Probe {\n\
           #[serde_as(as = \"DisplayFromStr\")] a: Opaque,\n\
           #[serde_as(as = \"Vec<Option<DisplayFromStr>>\")] b: Vec<Option<Opaque>>,\n\
           #[serde_as(as = \"HashMap<_, TimestampSeconds>\")] c: std::collections::HashMap<u64, Opaque, Opaque>,\n\
           #[serde_as(as = \"DurationMilliSeconds<u64>\")] d: std::time::Duration,\n\
           #[serde_as(as = \"TimestampSecondsWithFrac<f64>\")] e: std::time::SystemTime,\n\
           #[serde_as(as = \"(Base64, serde_with::hex::Hex, _)\")] f: (Vec<u8>, [u8; 4], u8),\n\
           #[serde_as(as = \"[_; 64]\")] g: [u8; 64],\n\
           #[serde_as(as = \"BoolFromInt\")] h: bool,\n\
           #[serde_as(as = \"FromInto<(u8, u16)>\")] i: Opaque,\n\
           #[serde(with = \"serde_with::As::<Vec<Base64>>\")] j: Vec<Vec<u8>>,\n\
         }\n\
         use serde_with::{*, base64::Base64, DisplayFromStr, TimestampSeconds, DurationMilliSeconds, TimestampSecondsWithFrac, BoolFromInt, FromInto};\n\
         use std::collections::HashMap;\n\
         struct Opaque;",
        "string; [string?]; {u64: Seconds as Date}; u64; f64; (string, string, u8); [u8; 64]; u8; (u8, u16); [string]",
    );
}

#[test]
fn explicit_types_and_forms() {
    let fields = "struct Probe {\n\
           #[wire(as = \"Vec<(f64, f64)>\")] a: geo::Line,\n\
           #[serde(with = \"own\")] #[wire(as = \"String\")] b: u8,\n\
           #[wire(number)] c: Option<Vec<u64>>,\n\
           #[wire(bigint)] d: i64,\n\
           #[wire(typed_array)] e: Vec<f32>,\n\
           #[wire(typed_array)] f: Option<Vec<usize>>,\n\
           #[wire(string)] g: chrono::DateTime<chrono::Utc>,\n\
           #[wire(date)] h: chrono::DateTime<chrono::FixedOffset>,\n\
           #[wire(string)] i: std::time::SystemTime,\n\
           #[wire(number)] #[serde(with = \"chrono::serde::ts_seconds\")] j: chrono::DateTime<chrono::Utc>,\n\
           k: u64,\n\
           l: std::time::SystemTime,\n\
           m: u128,\n\
         }\n mod own {}";
    check(
        fields,
        "[(f64, f64)]; string; [number u64]?; i64; array of f32; array of u64?; Rfc3339 as Plain; Rfc3339 as Date; \
         std::SystemTime; number i64; u64; SystemTime as Date; u128",
    );
    let choices = Choices {
        numbers: Numbers::Safe,
        dates: Dates::String,
        ..Choices::default()
    };
    check_with(
        &choices,
        fields,
        "[(f64, f64)]; string; [number u64]?; i64; array of f32; array of u64?; Rfc3339 as Plain; Rfc3339 as Date; \
         std::SystemTime; number i64; number u64; std::SystemTime; u128",
    );
}
