//! The usual modules for `#[serde(with = "…")]`, as data. `tests/foreign` holds every row against
//! the crate itself.

use crate::model::{Presentation, Scalar, Timestamp};
use crate::resolve::known::Layout;

/// What a module makes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Always the same.
    Always(Layout),
    /// `None`, or that.
    Optional(Layout),
    /// That, and for an `Option` perhaps nothing.
    Like(Layout),
    /// The same, written without a sign of which of the two it is.
    OptionalInJson(Layout),
    /// What the field's type is anyway.
    Same,
    /// Bytes after their number, for arrays too.
    Bytes,
    /// An array, however long.
    LongArray,
    /// What is inside the option.
    Inside,
    /// An option in an option, which JSON alone tells from none, by leaving the field out.
    DoubleOption,
    /// Not for the wire; says what to use.
    Refused(&'static str),
}

/// A module's row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) path: &'static str,
    pub(crate) form: Form,
    /// Whether it asks what comes next when it reads.
    pub(crate) asks: bool,
}

const fn row(path: &'static str, form: Form) -> Row {
    let asks = false;
    Row { path, form, asks }
}

const fn asking(path: &'static str, form: Form) -> Row {
    let asks = true;
    Row { path, form, asks }
}

const fn moment(timestamp: Timestamp) -> Layout {
    Layout::Timestamp(timestamp, Presentation::Date)
}

const fn at(path: &'static str, timestamp: Timestamp) -> Row {
    row(path, Form::Always(moment(timestamp)))
}

const fn perhaps_at(path: &'static str, timestamp: Timestamp) -> Row {
    row(path, Form::Optional(moment(timestamp)))
}

const TEXT: Form = Form::Always(Layout::String);
const PERHAPS_TEXT: Form = Form::Optional(Layout::String);
const F64: Layout = Layout::Scalar(Scalar::F64);
const SIXTEEN: Layout = Layout::ByteArray(16);
const PRECISE: Form = Form::Refused("use `rust_decimal::serde::str`, which is exact on every wire");

const NO_JSON: Form =
    Form::Refused("use `uuid::serde::compact`: JSON cannot be read back from this");

use Timestamp::{Microseconds, Milliseconds, Nanoseconds, Rfc3339, Seconds};

pub(super) const TABLE: &[Row] = &[
    at("chrono::serde::ts_microseconds", Microseconds),
    perhaps_at("chrono::serde::ts_microseconds_option", Microseconds),
    at("chrono::serde::ts_milliseconds", Milliseconds),
    perhaps_at("chrono::serde::ts_milliseconds_option", Milliseconds),
    at("chrono::serde::ts_nanoseconds", Nanoseconds),
    perhaps_at("chrono::serde::ts_nanoseconds_option", Nanoseconds),
    at("chrono::serde::ts_seconds", Seconds),
    perhaps_at("chrono::serde::ts_seconds_option", Seconds),
    at("chrono::naive::serde::ts_microseconds", Microseconds),
    perhaps_at("chrono::naive::serde::ts_microseconds_option", Microseconds),
    at("chrono::naive::serde::ts_milliseconds", Milliseconds),
    perhaps_at("chrono::naive::serde::ts_milliseconds_option", Milliseconds),
    at("chrono::naive::serde::ts_nanoseconds", Nanoseconds),
    perhaps_at("chrono::naive::serde::ts_nanoseconds_option", Nanoseconds),
    at("chrono::naive::serde::ts_seconds", Seconds),
    perhaps_at("chrono::naive::serde::ts_seconds_option", Seconds),
    row("hex", TEXT),
    row("hex::serde", TEXT),
    row("humantime_serde", Form::Like(Layout::String)),
    row("humantime_serde::option", PERHAPS_TEXT),
    row(
        "jiff::fmt::serde::duration::friendly::compact::optional",
        PERHAPS_TEXT,
    ),
    row(
        "jiff::fmt::serde::duration::friendly::compact::required",
        TEXT,
    ),
    row(
        "jiff::fmt::serde::span::friendly::compact::optional",
        PERHAPS_TEXT,
    ),
    row("jiff::fmt::serde::span::friendly::compact::required", TEXT),
    perhaps_at(
        "jiff::fmt::serde::timestamp::microsecond::optional",
        Microseconds,
    ),
    at(
        "jiff::fmt::serde::timestamp::microsecond::required",
        Microseconds,
    ),
    perhaps_at(
        "jiff::fmt::serde::timestamp::millisecond::optional",
        Milliseconds,
    ),
    at(
        "jiff::fmt::serde::timestamp::millisecond::required",
        Milliseconds,
    ),
    perhaps_at(
        "jiff::fmt::serde::timestamp::nanosecond::optional",
        Nanoseconds,
    ),
    at(
        "jiff::fmt::serde::timestamp::nanosecond::required",
        Nanoseconds,
    ),
    perhaps_at("jiff::fmt::serde::timestamp::second::optional", Seconds),
    at("jiff::fmt::serde::timestamp::second::required", Seconds),
    row("jiff::fmt::serde::tz::optional", PERHAPS_TEXT),
    row("jiff::fmt::serde::tz::required", TEXT),
    row(
        "jiff::fmt::serde::unsigned_duration::friendly::compact::optional",
        PERHAPS_TEXT,
    ),
    row(
        "jiff::fmt::serde::unsigned_duration::friendly::compact::required",
        TEXT,
    ),
    row(
        "jiff::fmt::serde::unsigned_duration::optional",
        PERHAPS_TEXT,
    ),
    row("jiff::fmt::serde::unsigned_duration::required", TEXT),
    row("rust_decimal::serde::arbitrary_precision", PRECISE),
    row("rust_decimal::serde::arbitrary_precision_option", PRECISE),
    asking("rust_decimal::serde::float", Form::Always(F64)),
    row(
        "rust_decimal::serde::float_option",
        Form::OptionalInJson(F64),
    ),
    row("rust_decimal::serde::str", TEXT),
    row("rust_decimal::serde::str_option", PERHAPS_TEXT),
    row("serde_big_array::BigArray", Form::LongArray),
    row("serde_bytes", Form::Bytes),
    row("serde_with::json::nested", TEXT),
    row("serde_with::rust::display_fromstr", TEXT),
    row("serde_with::rust::double_option", Form::DoubleOption),
    row("serde_with::rust::maps_duplicate_key_is_error", Form::Same),
    row("serde_with::rust::maps_first_key_wins", Form::Same),
    row(
        "serde_with::rust::sets_duplicate_value_is_error",
        Form::Same,
    ),
    row("serde_with::rust::sets_last_value_wins", Form::Same),
    row("serde_with::rust::string_empty_as_none", TEXT),
    row("serde_with::rust::unwrap_or_skip", Form::Inside),
    row("std::option::Option", Form::Same),
    row("std::string::String", Form::Same),
    row("std::vec::Vec", Form::Same),
    row("time::serde::iso8601", TEXT),
    asking("time::serde::iso8601::option", PERHAPS_TEXT),
    row("time::serde::rfc2822", TEXT),
    asking("time::serde::rfc2822::option", PERHAPS_TEXT),
    at("time::serde::rfc3339", Rfc3339),
    asking(
        "time::serde::rfc3339::option",
        Form::Optional(moment(Rfc3339)),
    ),
    at("time::serde::timestamp", Seconds),
    at("time::serde::timestamp::microseconds", Microseconds),
    perhaps_at("time::serde::timestamp::microseconds::option", Microseconds),
    at("time::serde::timestamp::milliseconds", Milliseconds),
    perhaps_at("time::serde::timestamp::milliseconds::option", Milliseconds),
    at("time::serde::timestamp::milliseconds_i64", Milliseconds),
    perhaps_at(
        "time::serde::timestamp::milliseconds_i64::option",
        Milliseconds,
    ),
    at("time::serde::timestamp::nanoseconds", Nanoseconds),
    perhaps_at("time::serde::timestamp::nanoseconds::option", Nanoseconds),
    perhaps_at("time::serde::timestamp::option", Seconds),
    row("uuid::serde::braced", TEXT),
    row("uuid::serde::braced::option", PERHAPS_TEXT),
    row("uuid::serde::bytes", NO_JSON),
    row("uuid::serde::bytes::option", NO_JSON),
    row("uuid::serde::compact", Form::Always(SIXTEEN)),
    row("uuid::serde::compact::option", Form::Optional(SIXTEEN)),
    row("uuid::serde::hyphenated", TEXT),
    row("uuid::serde::hyphenated::option", PERHAPS_TEXT),
    row("uuid::serde::simple", TEXT),
    row("uuid::serde::simple::option", PERHAPS_TEXT),
    row("uuid::serde::urn", TEXT),
    row("uuid::serde::urn::option", PERHAPS_TEXT),
];

/// The row of a module.
pub(super) fn find(path: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.path == path)
}
