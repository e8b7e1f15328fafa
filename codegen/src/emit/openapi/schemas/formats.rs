//! Types with a form of their own, as formats that humans read: serde_json asks for these.

use super::{list, numbers, typed};
use crate::json::Json;
use crate::model::{RustType, Scalar, Special, Timestamp};

/// Types that travel as strings, and the format that their strings have.
const FORMATS: &[(&str, &str)] = &[
    ("chrono::NaiveDate", "date"),
    ("chrono::naive::NaiveDate", "date"),
    ("jiff::civil::Date", "date"),
    ("sqlx::types::chrono::NaiveDate", "date"),
    ("url::Url", "uri"),
    ("uuid::fmt::Hyphenated", "uuid"),
];

/// The format of the strings in a type, where its path tells it.
pub(super) fn text_format(rust: &RustType) -> Option<&'static str> {
    match rust {
        RustType::Path(path, arguments) => {
            let path = path.trim_start_matches("::");
            let mut formats = FORMATS.iter();
            match (formats.find(|(known, _)| *known == path), &arguments[..]) {
                (Some((_, format)), _) => Some(format),
                // A box, an option, a list of it.
                (None, [inner]) => text_format(inner),
                (None, _) => None,
            }
        }
        RustType::Reference(inner) | RustType::Slice(inner) | RustType::Array(inner, _) => {
            text_format(inner)
        }
        _ => None,
    }
}

pub(super) fn special(special: Special) -> Json {
    match special {
        Special::Uuid => text("uuid"),
        Special::Ipv4Addr => text("ipv4"),
        Special::Ipv6Addr => text("ipv6"),
        Special::IpAddr => either([text("ipv4"), text("ipv6")]),
        Special::SocketAddrV4 => example("203.0.113.7:443"),
        Special::SocketAddrV6 => example("[2001:db8::7]:443"),
        Special::SocketAddr => example("203.0.113.7:443"),
        Special::TimeDate => either([text("date"), integers(2)]),
        Special::TimeTime => either([typed("string"), integers(4)]),
        Special::TimePrimitiveDateTime => either([typed("string"), integers(6)]),
        Special::TimeUtcOffset => either([typed("string"), integers(3)]),
        Special::Decimal => text("decimal"),
        Special::Json => Json::Object(Vec::new()),
    }
}

pub(super) fn timestamp(timestamp: Timestamp) -> Json {
    match timestamp {
        Timestamp::Rfc3339 => text("date-time"),
        Timestamp::TimeOffsetDateTime => either([typed("string"), integers(9)]),
        Timestamp::SystemTime => system_time(),
        Timestamp::Seconds => since_1970("Seconds"),
        Timestamp::Milliseconds => since_1970("Milliseconds"),
        Timestamp::Microseconds => since_1970("Microseconds"),
        Timestamp::Nanoseconds => since_1970("Nanoseconds"),
    }
}

fn text(format: &str) -> Json {
    typed("string").with("format", Json::text(format))
}

fn example(text: &str) -> Json {
    typed("string").with("examples", Json::texts([text]))
}

/// What the crate `time` writes depends on its feature `serde-human-readable`, which any package may
/// turn on: a string, or the parts as numbers.
fn either<const N: usize>(schemas: [Json; N]) -> Json {
    Json::object([("anyOf", Json::List(schemas.into()))])
}

fn integers(count: u64) -> Json {
    list(typed("integer"))
        .with("minItems", Json::number(count))
        .with("maxItems", Json::number(count))
}

fn since_1970(unit: &str) -> Json {
    let description = format!("{unit} since the beginning of 1970.");
    numbers::scalar(Scalar::I64).with("description", Json::text(description))
}

fn system_time() -> Json {
    let parts = [
        ("secs_since_epoch", numbers::scalar(Scalar::U64)),
        ("nanos_since_epoch", numbers::scalar(Scalar::U32)),
    ];
    let names = parts.each_ref().map(|(name, _)| *name);
    typed("object")
        .with("properties", Json::object(parts))
        .with("required", Json::texts(names))
        .with("additionalProperties", Json::Bool(false))
}
