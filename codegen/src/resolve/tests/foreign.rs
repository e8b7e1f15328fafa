//! Types that no scanned source declares, and const parameters.

use super::{check, check_with};
use crate::choices::Choices;
use crate::foreign::Foreign;
use crate::testing::Files;

#[test]
fn types_of_the_standard_library_with_forms_of_their_own() {
    check(
        "use std::net::*; struct Probe(IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6);",
        "IpAddr; Ipv4Addr; Ipv6Addr; SocketAddr; SocketAddrV4; SocketAddrV6",
    );
    check(
        "use std::num::*; struct Probe(NonZeroU64, NonZero<i8>, Wrapping<u32>, Saturating<i64>, std::cmp::Reverse<String>);",
        "u64; i8; u32; i64; string",
    );
    check(
        "use std::ops::*; struct Probe(Range<u64>, RangeInclusive<u8>, RangeFrom<u8>, RangeTo<u8>, Bound<String>, Result<u8, String>);",
        "std::Range<u64>; std::RangeInclusive<u8>; std::RangeFrom<u8>; std::RangeTo<u8>; std::Bound<string>; \
         std::Result<u8, string>",
    );
    check(
        "use std::{cell, collections::*, ffi::CString, marker, path::*, sync, time::*};\n\
         struct Probe(Duration, SystemTime, PathBuf, Box<Path>, CString, marker::PhantomData<fn()>, LinkedList<u8>,\n\
             BinaryHeap<u16>, cell::RefCell<u8>, sync::Mutex<u8>, HashMap<u8, u8, MyHasher>, sync::atomic::AtomicU64);",
        "std::Duration; SystemTime as Date; string; string; bytes; (); bytes; [u16]; u8; u8; {u8: u8}; u64",
    );
}

#[test]
fn types_of_other_crates() {
    check(
        "use chrono::{prelude::*, Duration}; struct Probe(DateTime<Utc>, DateTime<chrono::Local>, DateTime<FixedOffset>, NaiveDate, Duration, Weekday);",
        "Rfc3339 as Date; Rfc3339 as Date; Rfc3339 as Plain; string; (i64, i32); string",
    );
    check(
        "struct Probe(time::OffsetDateTime, time::PrimitiveDateTime, time::Date, time::Time, time::UtcOffset, time::Duration, time::Month);",
        "TimeOffsetDateTime as Date; TimePrimitiveDateTime; TimeDate; TimeTime; TimeUtcOffset; (i64, i32); u8",
    );
    check(
        "const ROOM: usize = 8;\n\
         struct Probe(smallvec::SmallVec<[u16; 4]>, smallvec::SmallVec<[u8; 4]>, arrayvec::ArrayVec<u16, 8>, arrayvec::ArrayVec<u16, ROOM>,\n\
             arrayvec::ArrayString<16>, indexmap::IndexMap<String, u8>, indexmap::IndexSet<u8, MyHasher>);",
        "[u16]; bytes; [u16]; [u16]; string; {string: u8}; {u8}",
    );
    check(
        "struct Probe(uuid::Uuid, url::Url, rust_decimal::Decimal, bytes::Bytes, serde_json::Value, serde_json::Map<String, serde_json::Value>,\n\
             jiff::Timestamp, jiff::civil::Date, ordered_float::OrderedFloat<f64>, semver::Version);",
        "Uuid; string; Decimal; bytes; Json; Json; Rfc3339 as Date; string; f64; string",
    );
}

#[test]
fn const_parameters() {
    check(
        "struct Probe(Matrix<3>, Matrix, Grid<u8, { 1 + 1 }>, Key<16>, Row<ROOM>, Flag<true>); const ROOM: usize = 4;\n\
         type Row<const N: usize> = [u16; N];\n\
         #[derive(serde::Serialize, serde::Deserialize)] struct Matrix<const N: usize = 2>([f64; N]);\n\
         #[derive(serde::Serialize, serde::Deserialize)] struct Grid<T, const N: usize>([[T; N]; N]);\n\
         #[derive(serde::Serialize, serde::Deserialize)] struct Key<const N: usize>([u8; N]);\n\
         #[derive(serde::Serialize, serde::Deserialize)] struct Flag<const B: bool>;",
        "Matrix<3>; Matrix<2>; Grid<u8, 2>; Key<16>; [u16; 4]; Flag<()>",
    );
}

#[test]
fn types_that_the_build_script_speaks_of() {
    let said = [
        ("geo::Point", Foreign::like("(T0, T0)").named("Point")),
        ("geo::Line", Foreign::like("Vec<geo::Point<f64>>")),
        ("iso_currency::Currency", Foreign::string()),
        ("app::color::Color", Foreign::like("[u8; 3]")),
        ("app::flags::inner::Flags", Foreign::like("u32")),
        ("uuid::Uuid", Foreign::bytes().typescript("Uint8Array")),
        ("non_empty::NonEmpty", Foreign::like("Vec<T0>")),
    ];
    let said = said.map(|(path, foreign)| (path.to_owned(), foreign));
    let choices = Choices {
        foreign: said.into(),
        ..Choices::default()
    };
    check_with(
        &choices,
        "struct Probe(geo::Point<f32>, geo::Line, iso_currency::Currency, color::Color, uuid::Uuid, NonEmpty<u64>, Option<NonEmpty<u8>>,\n\
             flags::inner::Flags, Flags, F);\n\
         mod flags { pub mod inner { bitflags! { struct Flags: u32 {} } } pub use self::inner::Flags as F; }\n\
         use {flags::{inner::Flags, F}};\n\
         use non_empty::NonEmpty;\n\
         mod color { pub struct Color(u32); impl serde::Serialize for Color {} }",
        "geo::Point<f32>; [geo::Point<f64>]; string; [u8; 3]; uuid::Uuid; [u64]; bytes?; u32; u32; u32",
    );
}

#[test]
fn what_the_build_script_says_must_make_sense() {
    let said = [
        ("a::Broken", Foreign::like("Vec<")),
        ("a::Endless", Foreign::like("Vec<a::Endless>")),
        ("a::Lock", Foreign::like("std::time::Instant")),
    ];
    let said = said.map(|(path, foreign)| (path.to_owned(), foreign));
    let choices = Choices {
        foreign: said.into(),
        ..Choices::default()
    };
    let text = "#[tramline::action] async fn take(a: a::Broken, b: a::Endless, c: a::Lock) {}";
    let rendered = Files::parse(text).read_with(&choices).rendered();
    let expected = [
        "this is `a::Broken`, which the build script says is like `Vec<`",
        "this is `a::Endless`, which the build script says is like `Vec<a::Endless>`",
        "this is `std::time::Instant`",
    ];
    for expected in expected {
        assert!(rendered.contains(expected), "{rendered}");
    }
}
