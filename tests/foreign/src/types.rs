//! Those of the table of well-known crates, row by row.

use serde::{Deserialize, Serialize};

/// Text on every wire.
#[derive(Serialize, Deserialize)]
struct Texts {
    arcstr: arcstr::ArcStr,
    array_string: arrayvec::ArrayString<8>,
    path: camino::Utf8PathBuf,
    compact: compact_str::CompactString,
    eco: ecow::EcoString,
    smol: smol_str::SmolStr,
    comparator: semver::Comparator,
    version: semver::Version,
    requirement: semver::VersionReq,
    url: url::Url,
}

/// Bytes and collections.
#[derive(Serialize, Deserialize)]
struct Collections {
    array_vec: arrayvec::ArrayVec<u16, 4>,
    bytes: bytes::Bytes,
    bytes_mut: bytes::BytesMut,
    byte_array: serde_bytes::ByteArray<2>,
    byte_buf: serde_bytes::ByteBuf,
    eco: ecow::EcoVec<u16>,
    map: indexmap::IndexMap<String, u8>,
    set: indexmap::IndexSet<u8>,
    small: smallvec::SmallVec<[u16; 2]>,
    small_bytes: smallvec::SmallVec<[u8; 2]>,
    float: ordered_float::OrderedFloat<f64>,
    number: ordered_float::NotNan<f32>,
}

#[derive(Serialize, Deserialize)]
struct Chrono {
    utc: chrono::DateTime<chrono::Utc>,
    fixed: chrono::DateTime<chrono::FixedOffset>,
    date: chrono::NaiveDate,
    time: chrono::NaiveTime,
    date_time: chrono::NaiveDateTime,
    month: chrono::Month,
    weekday: chrono::Weekday,
    delta: chrono::TimeDelta,
}

/// Comes back in the time zone of the machine, and so not as it was sent.
#[derive(Serialize, Deserialize)]
struct Local {
    time: chrono::DateTime<chrono::Local>,
}

#[derive(Serialize, Deserialize)]
struct Jiff {
    timestamp: jiff::Timestamp,
    zoned: jiff::Zoned,
    date: jiff::civil::Date,
    time: jiff::civil::Time,
    date_time: jiff::civil::DateTime,
    week_date: jiff::civil::ISOWeekDate,
    span: jiff::Span,
    duration: jiff::SignedDuration,
}

#[derive(Serialize, Deserialize)]
struct Time {
    offset_date_time: time::OffsetDateTime,
    date_time: time::PrimitiveDateTime,
    utc: time::UtcDateTime,
    date: time::Date,
    time: time::Time,
    offset: time::UtcOffset,
    duration: time::Duration,
    month: time::Month,
    weekday: time::Weekday,
}

#[derive(Serialize, Deserialize)]
struct Identifiers {
    id: uuid::Uuid,
    present: uuid::NonNilUuid,
    simple: uuid::fmt::Simple,
    hyphenated: uuid::fmt::Hyphenated,
    urn: uuid::fmt::Urn,
    braced: uuid::fmt::Braced,
}

#[derive(Serialize, Deserialize)]
struct Prices {
    one: rust_decimal::Decimal,
    several: Vec<rust_decimal::Decimal>,
}

#[derive(Serialize, Deserialize)]
struct Json {
    value: serde_json::Value,
    map: serde_json::Map<String, serde_json::Value>,
    number: serde_json::Number,
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
async fn local(value: Local) -> Local {
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
