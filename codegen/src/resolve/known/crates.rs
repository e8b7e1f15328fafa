//! Types of well-known crates, as their authors' serde writes them. `tests/foreign` holds every row
//! against the crate itself.
//!
//! Whoever uses one of these has the crate already. The build step knows it by its path alone, so
//! this table costs nobody a dependency.

use super::layout::Layout;
use super::{Known, Row};
use crate::model::{Presentation, Scalar, Special, Timestamp};

const STRING: Known = Known::Like(0, Layout::String);
const BYTES: Known = Known::Like(0, Layout::Bytes);
const U8: Known = Known::Like(0, Layout::Scalar(Scalar::U8));
/// Travels as its only argument.
const INNER: Known = Known::Pointer;
const JSON: Known = special(Special::Json);

const ONE: &Layout = &Layout::Argument(0);
const TWO: &Layout = &Layout::Argument(1);
/// Seconds and nanoseconds.
const SPAN: Known = Known::Like(
    0,
    Layout::Tuple(&[Layout::Scalar(Scalar::I64), Layout::Scalar(Scalar::I32)]),
);

const fn special(special: Special) -> Known {
    Known::Like(0, Layout::Special(special))
}

const fn moment(timestamp: Timestamp) -> Known {
    Known::Like(0, Layout::Timestamp(timestamp, Presentation::Date))
}

pub(super) const TABLE: &[Row] = &[
    ("arcstr::ArcStr", STRING),
    ("arcstr::Substr", STRING),
    ("arrayvec::ArrayString", STRING),
    ("arrayvec::ArrayVec", Known::Like(1, Layout::List(ONE))),
    ("bytes::Bytes", BYTES),
    ("bytes::BytesMut", BYTES),
    ("camino::Utf8Path", STRING),
    ("camino::Utf8PathBuf", STRING),
    ("chrono::DateTime", Known::DateTime),
    ("chrono::FixedOffset", Known::Zone(Presentation::Plain)),
    ("chrono::Local", Known::Zone(Presentation::Date)),
    ("chrono::Utc", Known::Zone(Presentation::Date)),
    ("chrono::Month", STRING),
    ("chrono::NaiveDate", STRING),
    ("chrono::NaiveDateTime", STRING),
    ("chrono::NaiveTime", STRING),
    ("chrono::TimeDelta", SPAN),
    ("chrono::Weekday", STRING),
    ("compact_str::CompactString", STRING),
    ("ecow::EcoString", STRING),
    ("ecow::EcoVec", Known::Like(1, Layout::List(ONE))),
    ("indexmap::IndexMap", Known::Like(2, Layout::Map(ONE, TWO))),
    ("indexmap::IndexSet", Known::Like(1, Layout::Set(ONE))),
    ("jiff::SignedDuration", STRING),
    ("jiff::Span", STRING),
    ("jiff::Timestamp", moment(Timestamp::Rfc3339)),
    ("jiff::Zoned", STRING),
    ("jiff::civil::Date", STRING),
    ("jiff::civil::DateTime", STRING),
    ("jiff::civil::ISOWeekDate", STRING),
    ("jiff::civil::Time", STRING),
    ("ordered_float::NotNan", INNER),
    ("ordered_float::OrderedFloat", INNER),
    ("rust_decimal::Decimal", special(Special::Decimal)),
    ("semver::Comparator", STRING),
    ("semver::Version", STRING),
    ("semver::VersionReq", STRING),
    ("serde_bytes::ByteArray", BYTES),
    ("serde_bytes::ByteBuf", BYTES),
    ("serde_bytes::Bytes", BYTES),
    ("serde_json::Map", JSON),
    ("serde_json::Number", JSON),
    ("serde_json::Value", JSON),
    ("smallvec::SmallVec", Known::SmallVec),
    ("smol_str::SmolStr", STRING),
    ("time::Date", special(Special::TimeDate)),
    ("time::Month", U8),
    (
        "time::OffsetDateTime",
        moment(Timestamp::TimeOffsetDateTime),
    ),
    (
        "time::PlainDateTime",
        special(Special::TimePrimitiveDateTime),
    ),
    ("time::SignedDuration", SPAN),
    ("time::Time", special(Special::TimeTime)),
    ("time::UtcDateTime", special(Special::TimePrimitiveDateTime)),
    ("time::UtcOffset", special(Special::TimeUtcOffset)),
    ("time::Weekday", U8),
    ("url::Url", STRING),
    ("uuid::NonNilUuid", special(Special::Uuid)),
    ("uuid::Uuid", special(Special::Uuid)),
    ("uuid::fmt::Braced", STRING),
    ("uuid::fmt::Hyphenated", STRING),
    ("uuid::fmt::Simple", STRING),
    ("uuid::fmt::Urn", STRING),
];

/// Other paths to these rows, those through crates that pass them on included.
pub(super) const ALIASES: &[(&str, &str)] = &[
    ("axum::body::Bytes", "bytes::Bytes"),
    ("chrono::Duration", "chrono::TimeDelta"),
    ("chrono::naive::NaiveDate", "chrono::NaiveDate"),
    ("chrono::naive::NaiveDateTime", "chrono::NaiveDateTime"),
    ("chrono::naive::NaiveTime", "chrono::NaiveTime"),
    ("chrono::offset::FixedOffset", "chrono::FixedOffset"),
    ("chrono::offset::Local", "chrono::Local"),
    ("chrono::offset::Utc", "chrono::Utc"),
    ("chrono::prelude::DateTime", "chrono::DateTime"),
    ("chrono::prelude::FixedOffset", "chrono::FixedOffset"),
    ("chrono::prelude::Local", "chrono::Local"),
    ("chrono::prelude::Month", "chrono::Month"),
    ("chrono::prelude::NaiveDate", "chrono::NaiveDate"),
    ("chrono::prelude::NaiveDateTime", "chrono::NaiveDateTime"),
    ("chrono::prelude::NaiveTime", "chrono::NaiveTime"),
    ("chrono::prelude::Utc", "chrono::Utc"),
    ("chrono::prelude::Weekday", "chrono::Weekday"),
    ("hyper::body::Bytes", "bytes::Bytes"),
    ("indexmap::map::IndexMap", "indexmap::IndexMap"),
    ("indexmap::set::IndexSet", "indexmap::IndexSet"),
    ("rust_decimal::prelude::Decimal", "rust_decimal::Decimal"),
    ("serde_bytes::bytes::Bytes", "serde_bytes::Bytes"),
    ("serde_json::map::Map", "serde_json::Map"),
    ("serde_json::value::Map", "serde_json::Map"),
    ("serde_json::value::Number", "serde_json::Number"),
    ("serde_json::value::Value", "serde_json::Value"),
    ("smol_str::str::SmolStr", "smol_str::SmolStr"),
    ("sqlx::types::Decimal", "rust_decimal::Decimal"),
    ("sqlx::types::JsonValue", "serde_json::Value"),
    ("sqlx::types::Uuid", "uuid::Uuid"),
    ("sqlx::types::chrono::DateTime", "chrono::DateTime"),
    ("sqlx::types::chrono::FixedOffset", "chrono::FixedOffset"),
    ("sqlx::types::chrono::Local", "chrono::Local"),
    ("sqlx::types::chrono::NaiveDate", "chrono::NaiveDate"),
    (
        "sqlx::types::chrono::NaiveDateTime",
        "chrono::NaiveDateTime",
    ),
    ("sqlx::types::chrono::NaiveTime", "chrono::NaiveTime"),
    ("sqlx::types::chrono::Utc", "chrono::Utc"),
    ("sqlx::types::time::Date", "time::Date"),
    ("sqlx::types::time::OffsetDateTime", "time::OffsetDateTime"),
    (
        "sqlx::types::time::PrimitiveDateTime",
        "time::PlainDateTime",
    ),
    ("sqlx::types::time::Time", "time::Time"),
    ("sqlx::types::uuid::Uuid", "uuid::Uuid"),
    ("time::Duration", "time::SignedDuration"),
    ("time::PrimitiveDateTime", "time::PlainDateTime"),
    ("uuid::non_nil::NonNilUuid", "uuid::NonNilUuid"),
];
