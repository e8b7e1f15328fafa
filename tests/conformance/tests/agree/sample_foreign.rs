//! Values of types that others have written. Moments have whole milliseconds, which is what a `Date`
//! can tell.

use std::collections::VecDeque;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZeroU64, Wrapping};
use std::ops::{Bound, Range};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use conformance_tests::foreign::{Chrono, Identifiers, Jiff, Json, Lists, Texts, Time};
use indexmap::{IndexMap, IndexSet};
use ordered_float::OrderedFloat;
use proptest::prelude::{BoxedStrategy, Just, Strategy, prop_oneof};
use rust_decimal::Decimal;
use smallvec::SmallVec;
use url::Url;
use uuid::Uuid;

use crate::draw::structs;
use crate::sample::Sample;

/// Types whose values are made from those of another type.
macro_rules! made {
    ($($from:ty => $to:ty, $make:expr;)*) => {$(
        impl Sample for $to {
            fn sample() -> BoxedStrategy<Self> {
                <$from>::sample().prop_map($make).boxed()
            }
        }
    )*};
}

/// Milliseconds between the years 1 and 9999, and a time of day in nanoseconds.
#[derive(Clone, Debug)]
struct Moment(i64);

#[derive(Clone, Debug)]
struct OfDay(u64);

impl Sample for Moment {
    fn sample() -> BoxedStrategy<Self> {
        let year: i64 = 365 * 24 * 3600 * 1000;
        let all = -1969 * year..8029 * year;
        prop_oneof![8 => all, 1 => Just(0_i64), 1 => -2000..2000_i64]
            .prop_map(Self)
            .boxed()
    }
}

impl Sample for OfDay {
    fn sample() -> BoxedStrategy<Self> {
        let day: u64 = 24 * 3600 * 1_000_000_000;
        prop_oneof![
            0..day,
            (0..day / 1_000_000).prop_map(|ms| ms * 1_000_000),
            Just(0_u64)
        ]
        .prop_map(Self)
        .boxed()
    }
}

fn utc(Moment(milliseconds): Moment) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap()
}

fn time_of(moment: &Moment) -> time::OffsetDateTime {
    time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment.0) * 1_000_000).unwrap()
}

fn split(OfDay(nanoseconds): OfDay) -> (u32, u32) {
    let (seconds, rest) = (nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000);
    (seconds as u32, rest as u32)
}

fn clock(of_day: OfDay) -> time::Time {
    let (seconds, rest) = split(of_day);
    let [hour, minute, second] = [seconds / 3600, seconds / 60 % 60, seconds % 60];
    time::Time::from_hms_nano(hour as u8, minute as u8, second as u8, rest).unwrap()
}

fn naive(of_day: OfDay) -> NaiveTime {
    let (seconds, rest) = split(of_day);
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, rest).unwrap()
}

made! {
    u128 => Uuid, Uuid::from_u128;
    (u32, String) => Url, |(number, text)| {
        let mut url = Url::parse(&format!("https://example.com/{number}")).unwrap();
        url.set_query(Some(&text));
        url
    };
    (i64, u8) => Decimal, |(digits, scale)| Decimal::new(digits, u32::from(scale % 29));
    Vec<u8> => Bytes, Bytes::from;
    Vec<(String, u16)> => IndexMap<String, u16>, |entries| entries.into_iter().collect();
    Vec<i32> => IndexSet<i32>, |values| values.into_iter().collect();
    Vec<u32> => SmallVec<[u32; 4]>, SmallVec::from_vec;
    f64 => OrderedFloat<f64>, OrderedFloat;
    Moment => DateTime<Utc>, utc;
    Moment => NaiveDate, |moment| utc(moment).date_naive();
    OfDay => NaiveTime, naive;
    (Moment, OfDay) => NaiveDateTime, |(moment, of_day)| {
        utc(moment).date_naive().and_time(naive(of_day))
    };
    (Moment, i16) => DateTime<FixedOffset>, |(moment, minutes)| {
        let offset = FixedOffset::east_opt(i32::from(minutes % 720) * 60).unwrap();
        utc(moment).with_timezone(&offset)
    };
    Moment => time::Date, |moment| time_of(&moment).date();
    OfDay => time::Time, clock;
    (Moment, OfDay) => time::PrimitiveDateTime, |(moment, of_day)| {
        time_of(&moment).date().with_time(clock(of_day))
    };
    Moment => time::OffsetDateTime, |moment| time_of(&moment);
    i32 => time::UtcOffset, |seconds| time::UtcOffset::from_whole_seconds(seconds % 86_400).unwrap();
    Moment => jiff::Timestamp, |moment| jiff::Timestamp::from_millisecond(moment.0).unwrap();
    Moment => jiff::civil::Date, |moment| {
        let timestamp = jiff::Timestamp::from_millisecond(moment.0).unwrap();
        timestamp.to_zoned(jiff::tz::TimeZone::UTC).date()
    };
    u32 => Ipv4Addr, Ipv4Addr::from;
    u128 => Ipv6Addr, Ipv6Addr::from;
    (Ipv4Addr, Option<Ipv6Addr>) => IpAddr, |(four, six)| six.map_or(four.into(), Into::into);
    (Ipv4Addr, u16) => SocketAddrV4, |(address, port)| SocketAddrV4::new(address, port);
    (Ipv6Addr, u16) => SocketAddrV6, |(address, port)| SocketAddrV6::new(address, port, 0, 0);
    (IpAddr, u16) => SocketAddr, SocketAddr::from;
    (u64, u32) => Duration, |(seconds, rest)| Duration::new(seconds, rest % 1_000_000_000);
    u32 => SystemTime, |seconds| {
        SystemTime::UNIX_EPOCH + Duration::from_millis(u64::from(seconds) * 1999)
    };
    String => PathBuf, PathBuf::from;
    u64 => NonZeroU64, |number| NonZeroU64::new(number).unwrap_or(NonZeroU64::MIN);
    i16 => Wrapping<i16>, Wrapping;
    (u64, u64) => Range<u64>, |(start, end)| start..end;
    (u8, u32) => Bound<u32>, |(kind, limit)| match kind % 3 {
        0 => Bound::Unbounded,
        1 => Bound::Included(limit),
        _ => Bound::Excluded(limit),
    };
    (bool, u32, String) => Result<u32, String>, |(fine, number, text)| {
        if fine { Ok(number) } else { Err(text) }
    };
    Vec<u8> => VecDeque<u8>, VecDeque::from;
}

/// The beginning that has room.
fn short(text: &str) -> arrayvec::ArrayString<80> {
    let mut end = text.len().min(80);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    arrayvec::ArrayString::from(&text[..end]).unwrap()
}

fn version(numbers: [u64; 3]) -> String {
    numbers.map(|number| number.to_string()).join(".")
}

fn zoned(Moment(milliseconds): Moment, hours: i8) -> jiff::Zoned {
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::Offset::constant(hours % 26));
    let at = jiff::Timestamp::from_millisecond(milliseconds).unwrap();
    at.to_zoned(zone)
}

fn span(days: u16, nanoseconds: u64, negative: bool) -> jiff::Span {
    let nanoseconds = (nanoseconds >> 2).cast_signed();
    let span = jiff::Span::new().days(days).nanoseconds(nanoseconds);
    if negative { -span } else { span }
}

made! {
    String => arcstr::ArcStr, |text| text.into();
    String => arcstr::Substr, |text| format!("({text})")[1..].into();
    String => arrayvec::ArrayString<80>, |text| short(&text);
    String => camino::Utf8PathBuf, Into::into;
    String => Box<camino::Utf8Path>, |text| camino::Utf8PathBuf::from(text).into_boxed_path();
    String => compact_str::CompactString, Into::into;
    String => ecow::EcoString, Into::into;
    String => smol_str::SmolStr, Into::into;
    [u64; 3] => semver::Comparator, |parts| format!("~{}", version(parts)).parse().unwrap();
    [u64; 3] => semver::Version, |parts| format!("{}-a.1+b", version(parts)).parse().unwrap();
    [u64; 3] => semver::VersionReq, |parts| format!(">={}, <9", version(parts)).parse().unwrap();
    Vec<u16> => arrayvec::ArrayVec<u16, 4>, |list| list.into_iter().take(4).collect();
    Vec<u8> => bytes::BytesMut, |list| list.as_slice().into();
    [u8; 3] => serde_bytes::ByteArray<3>, Into::into;
    Vec<u8> => serde_bytes::ByteBuf, Into::into;
    Vec<u8> => &'static serde_bytes::Bytes, |list| serde_bytes::Bytes::new(list.leak());
    Vec<u64> => ecow::EcoVec<u64>, |list| list.into_iter().collect();
    f32 => ordered_float::NotNan<f32>, |number| {
        ordered_float::NotNan::new(number).unwrap_or_default()
    };
    Moment => DateTime<chrono::Local>, |moment| utc(moment).with_timezone(&chrono::Local);
    u8 => chrono::Month, |number| chrono::Month::try_from(number % 12 + 1).unwrap();
    u8 => chrono::Weekday, |number| chrono::Weekday::try_from(number % 7).unwrap();
    (i32, u32) => chrono::TimeDelta, |(seconds, rest)| {
        chrono::TimeDelta::new(seconds.into(), rest % 1_000_000_000).unwrap()
    };
    (Moment, i8) => jiff::Zoned, |(moment, hours)| zoned(moment, hours);
    (Moment, OfDay) => jiff::civil::DateTime, |(moment, of_day)| {
        zoned(moment, 0).date().to_datetime(jiff_time(of_day))
    };
    OfDay => jiff::civil::Time, jiff_time;
    Moment => jiff::civil::ISOWeekDate, |moment| zoned(moment, 0).date().iso_week_date();
    (u16, u64, bool) => jiff::Span, |(days, nanoseconds, negative)| span(days, nanoseconds, negative);
    i64 => jiff::SignedDuration, jiff::SignedDuration::from_nanos;
    Moment => time::UtcDateTime, |moment| time_of(&moment).into();
    i128 => time::Duration, |nanoseconds| time::Duration::nanoseconds_i128(nanoseconds >> 40);
    u8 => time::Month, |number| time::Month::try_from(number % 12 + 1).unwrap();
    u8 => time::Weekday, |number| time::Weekday::Monday.nth_next(number);
    Uuid => uuid::NonNilUuid, |id| uuid::NonNilUuid::new(id).unwrap_or_else(|| {
        uuid::NonNilUuid::new(Uuid::max()).unwrap()
    });
    Uuid => uuid::fmt::Braced, Into::into;
    Uuid => uuid::fmt::Hyphenated, Into::into;
    Uuid => uuid::fmt::Simple, Into::into;
    Uuid => uuid::fmt::Urn, Into::into;
    (bool, u64, i64) => serde_json::Number, |(large, number, other)| {
        if large { number.into() } else { other.into() }
    };
    Vec<(String, serde_json::Value)> => serde_json::Map<String, serde_json::Value>, |entries| {
        entries.into_iter().collect()
    };
}

fn jiff_time(of_day: OfDay) -> jiff::civil::Time {
    let time = clock(of_day);
    let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(u8::cast_signed);
    jiff::civil::time(hour, minute, second, time.nanosecond().cast_signed())
}

structs! {
    Texts {
        arc: any, part: any, array: any, path: any, boxed_path: any, compact: any, eco: any,
        smol: any, comparator: any, version: any, requirement: any,
    }
    Lists<'static> {
        array: any, bytes: any, byte_array: any, byte_buffer: any, borrowed: any, eco: any,
        number: any,
    }
    Chrono {
        local: any, month: any, weekday: any, delta: any,
    }
    Jiff {
        zoned: any, time: any, date_time: any, week_date: any, span: any, duration: any,
        moments: any, by_date: any,
    }
    Time {
        utc: any, duration: any, month: any, weekday: any,
    }
    Identifiers {
        present: any, braced: any, hyphenated: any, simple: any, urn: any,
    }
    Json {
        map: any, number: any, values: any,
    }
}
