//! Types of other crates that need no echo of their own. A test of the build step holds this file and
//! the echoes against its table.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Texts {
    pub arc: arcstr::ArcStr,
    pub part: arcstr::Substr,
    pub array: arrayvec::ArrayString<80>,
    pub path: camino::Utf8PathBuf,
    pub boxed_path: Box<camino::Utf8Path>,
    pub compact: compact_str::CompactString,
    pub eco: ecow::EcoString,
    pub smol: smol_str::SmolStr,
    pub comparator: semver::Comparator,
    pub version: semver::Version,
    pub requirement: semver::VersionReq,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Lists<'a> {
    pub array: arrayvec::ArrayVec<u16, 4>,
    pub bytes: bytes::BytesMut,
    pub byte_array: serde_bytes::ByteArray<3>,
    pub byte_buffer: serde_bytes::ByteBuf,
    #[serde(borrow)]
    pub borrowed: &'a serde_bytes::Bytes,
    pub eco: ecow::EcoVec<u64>,
    pub number: ordered_float::NotNan<f32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Chrono {
    pub local: chrono::DateTime<chrono::Local>,
    pub month: chrono::Month,
    pub weekday: chrono::Weekday,
    pub delta: chrono::TimeDelta,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Jiff {
    pub zoned: jiff::Zoned,
    pub time: jiff::civil::Time,
    pub date_time: jiff::civil::DateTime,
    pub week_date: jiff::civil::ISOWeekDate,
    pub span: jiff::Span,
    pub duration: jiff::SignedDuration,
    pub moments: Vec<Option<jiff::Timestamp>>,
    pub by_date: std::collections::BTreeMap<jiff::civil::Date, u64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Time {
    pub utc: time::UtcDateTime,
    pub duration: time::Duration,
    pub month: time::Month,
    pub weekday: time::Weekday,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Identifiers {
    pub present: uuid::NonNilUuid,
    pub braced: uuid::fmt::Braced,
    pub hyphenated: uuid::fmt::Hyphenated,
    pub simple: uuid::fmt::Simple,
    pub urn: uuid::fmt::Urn,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Json {
    pub map: serde_json::Map<String, serde_json::Value>,
    pub number: serde_json::Number,
    pub values: Vec<serde_json::Value>,
}
