//! SECURITY.md, promise 10: Rust equals TypeScript byte for byte, and JSON equals binary by value.
//!
//! Random values of every supported type go round. Whatever they travel as, an action keeps what it was
//! called with, as Rust encodes it, and that must be the values of the beginning:
//!
//! 1. Rust's postcard, which the generated JavaScript client reads and writes as postcard: where a
//!    value has one spelling, the same bytes.
//! 2. The same, written by JavaScript as lossless JSON.
//! 3. What the service answers to that, its own lossless JSON.
//! 4. The same, which JavaScript reads and writes as postcard.
//!
//! Types that travel as plain JSON make the first round in it.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod draw;
mod errors;
mod patches;
mod sample;
mod sample_choices;
mod sample_conversions;
mod sample_foreign;
mod sample_serde;
mod suite;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZeroU64, Wrapping};
use std::ops::{Bound, Range};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use conformance_tests::attributes::{
    Colour, Corner, Draft, Event, Lamp, Message, Numbers, Proxied, Signal, TypedArrays,
};
use conformance_tests::conversions::{
    BorrowingAdapters, ChronoModules, JiffModules, JiffTexts, LooseModules, MomentAdapters,
    NaiveModules, OtherAdapters, OtherModules, SpanAdapters, TimeModules, TimeTexts, Uuids,
};
use conformance_tests::faults::Told;
use conformance_tests::foreign::{Chrono, Identifiers, Jiff, Json, Lists, Texts, Time};
use conformance_tests::patches::{Change, Move, PlainChange};
use conformance_tests::plain::{Figure, Flat, Labelled, Loose, OddOmission, PlainSignal};
use conformance_tests::types::{
    Direction, Expression, Marker, Page, Pair, PostId, Record, Renamed, Shape, Tree, Wrapped,
};
use indexmap::{IndexMap, IndexSet};
use ordered_float::OrderedFloat;
use rust_decimal::Decimal;
use sample_choices::{Fine, Safe};
use serde_json::Value;
use smallvec::SmallVec;
use suite::{JSON, POSTCARD, Suite};
use url::Url;
use uuid::Uuid;

#[test]
fn promise_10_holds_for_types_of_rust() {
    let mut suite = Suite::new("rust");
    suite.check::<bool>("bool");
    suite.check::<u8>("u8");
    suite.check::<u16>("u16");
    suite.check::<u32>("u32");
    suite.check::<u64>("u64");
    suite.check::<u128>("u128");
    suite.check::<usize>("usize");
    suite.check::<i8>("i8");
    suite.check::<i16>("i16");
    suite.check::<i32>("i32");
    suite.check::<i64>("i64");
    suite.check::<i128>("i128");
    suite.check::<isize>("isize");
    suite.check::<f32>("f32");
    suite.check::<f64>("f64");
    suite.check::<char>("char");
    suite.check::<()>("unit");
    suite.check::<String>("string");
    suite.check::<Box<str>>("boxed_str");
    suite.check::<Arc<str>>("shared_str");
    suite.check::<Vec<u8>>("bytes");
    suite.check::<Box<[u8]>>("boxed_bytes");
    suite.check::<[u8; 16]>("byte_array");
    suite.check::<Option<u32>>("option");
    suite.check::<Option<Option<i8>>>("option_of_option");
    suite.check::<Option<()>>("option_of_unit");
    suite.check::<Vec<String>>("list");
    suite.check::<Vec<Vec<u16>>>("list_of_lists");
    suite.check::<Box<[i32]>>("boxed_slice");
    suite.check::<[i16; 3]>("array");
    suite.check::<[u16; 20]>("long_array");
    suite.check::<[Option<bool>; 2]>("array_of_options");
    suite.check::<(u8, String, bool)>("tuple");
    suite.check::<(u64,)>("single");
    suite.check::<((i8, u8), [char; 2])>("nested_tuple");
    suite.check::<Box<u32>>("boxed");
    suite.check::<Arc<i64>>("shared");
    suite.check_unordered::<HashMap<String, u32>>("hash_map");
    suite.check::<BTreeMap<u64, Option<String>>>("tree_map");
    suite.check::<BTreeMap<(u8, bool), i8>>("map_by_tuple");
    suite.check_unordered::<HashSet<u32>>("hash_set");
    suite.check::<BTreeSet<String>>("tree_set");
    suite.check::<BTreeSet<Vec<u8>>>("set_of_bytes");
    suite.check::<Marker>("unit_struct");
    suite.check::<PostId>("newtype");
    suite.check::<Wrapped>("newtype_of_struct");
    suite.check::<Pair>("tuple_struct");
    suite.check::<Record>("record");
    suite.check::<Renamed>("renamed");
    suite.check::<Direction>("unit_enum");
    suite.check::<Shape>("shape");
    suite.check::<Page<u64>>("generic_of_number");
    suite.check::<Page<Record>>("generic_of_record");
    suite.check::<Tree>("recursive_struct");
    suite.check::<Expression>("recursive_enum");
    suite.check_unordered::<HashMap<PostId, Vec<Pair>>>("map_of_records");
    suite.compare();
}

#[test]
fn promise_10_holds_for_types_of_others() {
    let mut suite = Suite::new("foreign");
    suite.check::<Uuid>("uuid");
    suite.check::<Url>("url");
    suite.check_freely::<Decimal>("decimal");
    suite.check::<Bytes>("shared_bytes");
    suite.check_unordered::<IndexMap<String, u16>>("index_map");
    suite.check::<IndexSet<i32>>("index_set");
    suite.check::<SmallVec<[u32; 4]>>("small_vec");
    suite.check::<OrderedFloat<f64>>("ordered_float");
    suite.check_freely::<DateTime<Utc>>("chrono_utc");
    suite.check::<NaiveDate>("chrono_date");
    suite.check::<NaiveTime>("chrono_time");
    suite.check::<NaiveDateTime>("chrono_naive");
    suite.check::<DateTime<FixedOffset>>("chrono_offset");
    suite.check::<time::Date>("time_date");
    suite.check::<time::Time>("time_time");
    suite.check::<time::PrimitiveDateTime>("time_plain");
    suite.check::<time::OffsetDateTime>("time_moment");
    suite.check::<time::UtcOffset>("time_offset");
    suite.check_freely::<jiff::Timestamp>("jiff_timestamp");
    suite.check::<jiff::civil::Date>("jiff_date");
    suite.check::<Ipv4Addr>("ipv4");
    suite.check::<Ipv6Addr>("ipv6");
    suite.check::<IpAddr>("ip");
    suite.check::<SocketAddrV4>("socket_v4");
    suite.check::<SocketAddrV6>("socket_v6");
    suite.check::<SocketAddr>("socket");
    suite.check::<Duration>("duration");
    suite.check::<SystemTime>("system_time");
    suite.check::<PathBuf>("path");
    suite.check::<NonZeroU64>("non_zero");
    suite.check::<Wrapping<i16>>("wrapping");
    suite.check::<Range<u64>>("range");
    suite.check::<Bound<u32>>("bound");
    suite.check::<Result<u32, String>>("outcome");
    suite.check::<VecDeque<u8>>("deque");
    suite.check::<Texts>("texts");
    suite.check::<Lists<'static>>("foreign_lists");
    suite.check_freely::<Chrono>("chrono");
    suite.check_freely::<Jiff>("jiff");
    suite.check::<Time>("time");
    suite.check::<Identifiers>("identifiers");
    suite.compare();
}

#[test]
fn promise_10_holds_for_types_with_attributes() {
    let mut suite = Suite::new("attributes");
    suite.check::<Event>("event");
    suite.check::<Message>("message");
    suite.check_given::<Draft>("draft");
    suite.check::<Corner>("corner");
    suite.spelt(&[("\"y\":", "\"why\":")]);
    suite.check::<Numbers>("numbers");
    suite.check::<TypedArrays>("typed_arrays");
    suite.check::<Signal>("signal");
    suite.spelt(OF_SIGNAL);
    suite.check::<Lamp>("lamp");
    suite.spelt(&[
        ("\"is-off\"", "\"dark\""),
        ("\"is-on\"", "\"shining\""),
        ("\"unknown\"", "\"whatever\""),
    ]);
    suite.check::<Colour>("colour");
    suite.spelt(&[("\"Red\"", "\"Crimson\""), ("\"Mixed\"", "\"Other\"")]);
    suite.check::<Told>("told");
    suite.check::<Proxied>("proxied");
    suite.check::<BTreeMap<String, Event>>("map_of_events");
    suite.compare();
}

const OF_SIGNAL: &[(&str, &str)] = &[
    ("\"Stop\"", "\"Halt\""),
    ("\"Stop\"", "\"Wait\""),
    ("\"reason\":", "\"because\":"),
    ("\"reason\":", "\"why\":"),
    ("\"seconds\":", "\"sec\":"),
    ("\"Unknown\"", "\"whatever\""),
];

#[test]
fn promise_10_holds_for_plain_json() {
    let mut suite = Suite::new("plain");
    suite.check_plain::<Loose>("loose");
    suite.check_plain::<Flat>("flat");
    suite.check_plain::<Value>("value");
    suite.check_plain::<Labelled>("labelled");
    suite.check_plain::<Figure>("figure");
    suite.check_plain::<OddOmission>("odd_omission");
    suite.check_plain::<Json>("json");
    suite.check_plain::<PlainSignal>("plain_signal");
    suite.spelt(&[("\"lamp\":", "\"lantern\":"), ("\"lamp\":", "\"light\":")]);
    suite.spelt(OF_SIGNAL);
    suite.compare();
}

/// What modules and adapters write has several spellings: a `Date` ends with its milliseconds.
#[test]
fn promise_10_holds_for_modules_and_adapters() {
    let mut suite = Suite::new("conversions");
    suite.check_freely::<ChronoModules>("chrono_modules");
    suite.check_freely::<NaiveModules>("naive_modules");
    suite.check_freely::<JiffModules>("jiff_modules");
    suite.check_freely::<JiffTexts>("jiff_texts");
    suite.check_freely::<TimeModules>("time_modules");
    suite.check_freely::<TimeTexts>("time_texts");
    suite.check_freely::<Uuids>("uuids");
    suite.check_freely::<OtherModules>("other_modules");
    suite.check_freely::<SpanAdapters>("span_adapters");
    suite.check_freely::<MomentAdapters>("moment_adapters");
    suite.check_freely::<OtherAdapters>("other_adapters");
    suite.check::<BorrowingAdapters<'static>>("borrowing_adapters");
    suite.check_plain::<LooseModules>("loose_modules");
    suite.compare();
}

/// `Numbers::Safe` and `Dates::String` change what JavaScript has, and no byte.
#[test]
fn promise_10_holds_for_clients_with_other_choices() {
    let mut suite = Suite::of_client("safe");
    suite.check::<Safe<u64>>("u64");
    suite.check::<Safe<i64>>("i64");
    suite.check::<Safe<usize>>("usize");
    suite.check::<Safe<isize>>("isize");
    suite.check::<u128>("u128");
    suite.check::<(Safe<u64>,)>("single");
    suite.check::<Arc<Safe<i64>>>("shared");
    suite.check::<Safe<u64>>("newtype");
    suite.check::<BTreeMap<Safe<u64>, Option<String>>>("tree_map");
    suite.check::<Page<Safe<u64>>>("generic_of_number");
    suite.check::<Numbers>("numbers");
    suite.check::<TypedArrays>("typed_arrays");
    suite.check::<Fine<DateTime<Utc>>>("chrono_utc");
    suite.check::<Fine<time::OffsetDateTime>>("time_moment");
    suite.check::<Fine<jiff::Timestamp>>("jiff_timestamp");
    suite.check::<Fine<SystemTime>>("system_time");
    suite.check::<TimeTexts>("time_texts");
    suite.compare();
}

#[test]
fn promise_10_holds_for_declared_errors() {
    errors::compare("fail_binary", POSTCARD, |_| true);
    errors::compare("fail_binary", JSON, |_| true);
    errors::compare("fail_plain", JSON, Told::is_finite);
}

#[test]
fn promise_10_holds_for_patches() {
    let wires = [POSTCARD, JSON];
    patches::compare::<Change>("change", &wires);
    patches::compare::<Move>("move", &wires);
    patches::compare::<PlainChange>("change_plainly", &[JSON]);
}
