//! Every row of the table of well-known types, as postcard and as JSON.
//!
//! The second column is what the build step believes, in the notation of `layout`.

#![expect(
    clippy::unwrap_used,
    reason = "what goes wrong here is a test that fails"
)]

mod layout;

use layout::check;

macro_rules! table {
    ($($name:ident { $($layout:literal $value:expr => $json:expr;)* })*) => {$(
        #[test]
        fn $name() {
            $(check($layout, &$value, $json);)*
        }
    )*};
}

fn at() -> jiff::Timestamp {
    "2024-02-29T12:34:56.789Z".parse().unwrap()
}

table! {
    arcstr {
        "string" arcstr::literal!("é") => r#""é""#;
    }
    arrayvec {
        "string" arrayvec::ArrayString::<8>::from("abc").unwrap() => r#""abc""#;
        "[u16]" arrayvec::ArrayVec::<u16, 4>::from_iter([1, 300]) => "[1,300]";
    }
    bytes {
        "bytes" bytes::Bytes::from_static(&[0, 255]) => "[0,255]";
        "bytes" bytes::BytesMut::from(&[0, 255][..]) => "[0,255]";
    }
    camino {
        "string" camino::Utf8PathBuf::from("a/b") => r#""a/b""#;
    }
    chrono {
        "string" chrono::DateTime::from_timestamp(1, 500_000_000).unwrap() => r#""1970-01-01T00:00:01.500Z""#;
        "string" chrono::DateTime::from_timestamp(1, 0).unwrap().with_timezone(&chrono::Local).fixed_offset() => r#""1970-01-01T00:00:01Z""#;
        "string" chrono::NaiveDate::from_ymd_opt(2024, 2, 29).unwrap() => r#""2024-02-29""#;
        "string" chrono::NaiveTime::from_hms_opt(1, 2, 3).unwrap() => r#""01:02:03""#;
        "string" chrono::DateTime::from_timestamp(1, 0).unwrap().naive_utc() => r#""1970-01-01T00:00:01""#;
        "string" chrono::Weekday::Mon => r#""Mon""#;
        "string" chrono::Month::January => r#""January""#;
        "(i64, i32)" chrono::TimeDelta::new(-2, 5).unwrap() => "[-2,5]";
    }
    compact_str {
        "string" compact_str::CompactString::from("abc") => r#""abc""#;
    }
    ecow {
        "string" ecow::EcoString::from("abc") => r#""abc""#;
        "[u16]" ecow::EcoVec::from_iter([1_u16, 300]) => "[1,300]";
    }
    indexmap {
        "{string: u8}" indexmap::IndexMap::<String, u8>::from_iter([("b".to_owned(), 1), ("a".to_owned(), 2)]) => r#"{"b":1,"a":2}"#;
        "[u8]" indexmap::IndexSet::<u8>::from_iter([2, 1]) => "[2,1]";
    }
    jiff {
        "string" at() => r#""2024-02-29T12:34:56.789Z""#;
        "string" at().to_zoned(jiff::tz::TimeZone::UTC) => r#""2024-02-29T12:34:56.789+00:00[UTC]""#;
        "string" jiff::civil::date(2024, 2, 29) => r#""2024-02-29""#;
        "string" jiff::civil::time(1, 2, 3, 0) => r#""01:02:03""#;
        "string" jiff::civil::datetime(2024, 2, 29, 1, 2, 3, 0) => r#""2024-02-29T01:02:03""#;
        "string" jiff::civil::date(2024, 2, 29).iso_week_date() => r#""2024-W09-4""#;
        "string" jiff::SignedDuration::new(1, 500_000_000) => r#""PT1.5S""#;
    }
    ordered_float {
        "f64" ordered_float::OrderedFloat(1.5) => "1.5";
        "f32" ordered_float::NotNan::new(1.5_f32).unwrap() => "1.5";
    }
    semver {
        "string" semver::Version::new(1, 2, 3) => r#""1.2.3""#;
        "string" semver::VersionReq::parse("^1.2").unwrap() => r#""^1.2""#;
        "string" semver::Comparator::parse(">=1").unwrap() => r#"">=1""#;
    }
    serde_bytes {
        "bytes" serde_bytes::ByteBuf::from([0, 255]) => "[0,255]";
        "bytes" serde_bytes::ByteArray::new([0, 255]) => "[0,255]";
    }
    smallvec {
        "[u16]" smallvec::SmallVec::<[u16; 2]>::from_iter([1, 300, 3]) => "[1,300,3]";
        "bytes" smallvec::SmallVec::<[u8; 2]>::from_iter([0, 255, 1]) => "[0,255,1]";
    }
    smol_str {
        "string" smol_str::SmolStr::new("abc") => r#""abc""#;
    }
    time {
        "(i32, u16)" time::macros::date!(2024-02-29) => "[2024,60]";
        "(u8, u8, u8, u32)" time::macros::time!(1:02:03.000_000_004) => "[1,2,3,4]";
        "(i32, u16, u8, u8, u8, u32)" time::macros::datetime!(2024-02-29 1:02:03) => "[2024,60,1,2,3,0]";
        "(i8, i8, i8)" time::macros::offset!(-1:02:03) => "[-1,-2,-3]";
        "(i32, u16, u8, u8, u8, u32, i8, i8, i8)" time::macros::datetime!(2024-02-29 1:02:03 +1) => "[2024,60,1,2,3,0,1,0,0]";
        "(i32, u16, u8, u8, u8, u32)" time::UtcDateTime::UNIX_EPOCH => "[1970,1,0,0,0,0]";
        "(i64, i32)" time::Duration::new(-2, -5) => "[-2,-5]";
        "u8" time::Month::March => "3";
        "u8" time::Weekday::Sunday => "7";
    }
    url {
        "string" url::Url::parse("https://example.com").unwrap() => r#""https://example.com/""#;
    }
    uuid {
        "bytes" uuid::Uuid::from_u128(1) => r#""00000000-0000-0000-0000-000000000001""#;
        "bytes" uuid::NonNilUuid::new(uuid::Uuid::from_u128(1)).unwrap() => r#""00000000-0000-0000-0000-000000000001""#;
        "string" uuid::Uuid::from_u128(1).simple() => r#""00000000000000000000000000000001""#;
        "string" uuid::Uuid::from_u128(1).hyphenated() => r#""00000000-0000-0000-0000-000000000001""#;
        "string" uuid::Uuid::from_u128(1).urn() => r#""urn:uuid:00000000-0000-0000-0000-000000000001""#;
        "string" uuid::Uuid::from_u128(1).braced() => r#""{00000000-0000-0000-0000-000000000001}""#;
    }
}

/// A span compares equal only field by field.
#[test]
fn jiff_span() {
    let span: jiff::Span = "P1DT2H".parse().unwrap();
    assert_eq!(serde_json::to_string(&span).unwrap(), r#""P1DT2H""#);
    let bytes = postcard::to_stdvec(&span).unwrap();
    layout::conforms("string", &bytes);
    let back: jiff::Span = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back.fieldwise(), span.fieldwise());
}

/// What it reads must say what it is, so only a decoder with a shape can read it.
#[test]
fn rust_decimal() {
    let price = rust_decimal::Decimal::new(-1230, 2);
    assert_eq!(serde_json::to_string(&price).unwrap(), r#""-12.30""#);
    let bytes = postcard::to_stdvec(&price).unwrap();
    layout::conforms("string", &bytes);
    assert!(postcard::from_bytes::<rust_decimal::Decimal>(&bytes).is_err());
}

/// JSON alone.
#[test]
fn serde_json() {
    let value = serde_json::json!({ "a": [1, null] });
    let bytes = postcard::to_stdvec(&value).unwrap();
    assert!(postcard::from_bytes::<serde_json::Value>(&bytes).is_err());
}
