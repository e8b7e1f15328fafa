//! Those of the table of well-known crates, row by row.

use serde::{Deserialize, Serialize};

/// Text on every wire.
#[derive(Debug, Serialize, Deserialize)]
pub struct Texts {
    pub arcstr: arcstr::ArcStr,
    pub array_string: arrayvec::ArrayString<8>,
    pub path: camino::Utf8PathBuf,
    pub compact: compact_str::CompactString,
    pub eco: ecow::EcoString,
    pub smol: smol_str::SmolStr,
    pub comparator: semver::Comparator,
    pub version: semver::Version,
    pub requirement: semver::VersionReq,
    pub url: url::Url,
}

/// Bytes and collections.
#[derive(Debug, Serialize, Deserialize)]
pub struct Collections {
    pub array_vec: arrayvec::ArrayVec<u16, 4>,
    pub bytes: bytes::Bytes,
    pub bytes_mut: bytes::BytesMut,
    pub byte_array: serde_bytes::ByteArray<2>,
    pub byte_buf: serde_bytes::ByteBuf,
    pub eco: ecow::EcoVec<u16>,
    pub map: indexmap::IndexMap<String, u8>,
    pub set: indexmap::IndexSet<u8>,
    pub small: smallvec::SmallVec<[u16; 2]>,
    pub small_bytes: smallvec::SmallVec<[u8; 2]>,
    pub float: ordered_float::OrderedFloat<f64>,
    pub number: ordered_float::NotNan<f32>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Chrono {
    pub utc: chrono::DateTime<chrono::Utc>,
    pub local: chrono::DateTime<chrono::Local>,
    pub fixed: chrono::DateTime<chrono::FixedOffset>,
    pub date: chrono::NaiveDate,
    pub time: chrono::NaiveTime,
    pub date_time: chrono::NaiveDateTime,
    pub month: chrono::Month,
    pub weekday: chrono::Weekday,
    pub delta: chrono::TimeDelta,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Jiff {
    pub timestamp: jiff::Timestamp,
    pub zoned: jiff::Zoned,
    pub date: jiff::civil::Date,
    pub time: jiff::civil::Time,
    pub date_time: jiff::civil::DateTime,
    pub week_date: jiff::civil::ISOWeekDate,
    pub span: jiff::Span,
    pub duration: jiff::SignedDuration,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Time {
    pub offset_date_time: time::OffsetDateTime,
    pub date_time: time::PrimitiveDateTime,
    pub utc: time::UtcDateTime,
    pub date: time::Date,
    pub time: time::Time,
    pub offset: time::UtcOffset,
    pub duration: time::Duration,
    pub month: time::Month,
    pub weekday: time::Weekday,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Identifiers {
    pub id: uuid::Uuid,
    pub present: uuid::NonNilUuid,
    pub simple: uuid::fmt::Simple,
    pub hyphenated: uuid::fmt::Hyphenated,
    pub urn: uuid::fmt::Urn,
    pub braced: uuid::fmt::Braced,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Prices {
    pub one: rust_decimal::Decimal,
    pub several: Vec<rust_decimal::Decimal>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Json {
    pub value: serde_json::Value,
    pub map: serde_json::Map<String, serde_json::Value>,
    pub number: serde_json::Number,
}

#[tramline::action]
async fn texts(value: Texts) -> Texts {
    value
}

#[tramline::action]
async fn collections(value: Collections) -> Collections {
    value
}

#[tramline::action]
async fn chrono(value: Chrono) -> Chrono {
    value
}

#[tramline::action]
async fn jiff(value: Jiff) -> Jiff {
    value
}

#[tramline::action]
async fn time(value: Time) -> Time {
    value
}

#[tramline::action]
async fn identifiers(value: Identifiers) -> Identifiers {
    value
}

#[tramline::action]
async fn prices(value: Prices) -> Prices {
    value
}

#[tramline::action]
async fn json(value: Json) -> Json {
    value
}
