//! What postcard does not encode is refused.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, SeqAccess, Visitor};

use super::types::{Collections, Everything, Kind, PostId};
use super::{Limits, decode, read};

fn check<T: for<'de> Deserialize<'de>>(bytes: &[u8], code: &str) {
    match read::<T>(bytes) {
        Ok(_) => panic!("{bytes:?} is accepted"),
        Err(error) => assert_eq!(error.code(), code, "{bytes:?}: {error}"),
    }
}

fn malformed<T: for<'de> Deserialize<'de>>(bytes: &[u8]) {
    check::<T>(bytes, "malformed");
}

#[test]
fn input_too_short_or_too_long() {
    malformed::<u8>(&[]);
    malformed::<u8>(&[1, 2]);
    malformed::<()>(&[0]);
    malformed::<u16>(&[0x80]);
    malformed::<f32>(&[0; 3]);
    malformed::<f64>(&[0; 9]);
    malformed::<[u8; 3]>(&[1, 2]);
    malformed::<Vec<u8>>(&[3, 1, 2]);
    malformed::<Vec<u8>>(&[1, 1, 2]);
    malformed::<String>(&[2, b'a']);
    malformed::<String>(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]);
    malformed::<Option<u8>>(&[1]);
    malformed::<Option<u8>>(&[0, 0]);
}

#[test]
fn integers_written_too_long() {
    malformed::<u16>(&[0x80, 0]);
    malformed::<u32>(&[0xff, 0]);
    malformed::<u64>(&[0x81, 0x80, 0]);
    malformed::<i128>(&[0x80, 0x80, 0]);
    malformed::<Vec<u8>>(&[0x80, 0]);
    malformed::<String>(&[0x81, 0, b'a']);
    malformed::<Kind>(&[0x80, 0]);
}

#[test]
fn integers_out_of_range() {
    malformed::<u16>(&[0xff, 0xff, 4]);
    malformed::<u16>(&[0xff, 0xff, 0x83, 0]);
    malformed::<i16>(&[0xff, 0xff, 4]);
    malformed::<u32>(&[0xff, 0xff, 0xff, 0xff, 0x10]);
    malformed::<u32>(&[0xff, 0xff, 0xff, 0xff, 0xff, 1]);
    malformed::<u64>(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2]);
    malformed::<u128>(&[[0xff; 18].as_slice(), &[4]].concat());
    malformed::<u128>(&[0xff; 40]);
}

#[test]
fn flags_other_than_zero_and_one() {
    malformed::<bool>(&[2]);
    malformed::<bool>(&[0xff]);
    malformed::<Option<u8>>(&[2, 0]);
    malformed::<Option<()>>(&[0x80]);
}

#[test]
fn text_that_is_none() {
    malformed::<String>(&[1, 0xff]);
    malformed::<String>(&[2, 0xc0, 0x80]);
    malformed::<String>(&[3, 0xed, 0xa0, 0x80]);
    malformed::<char>(&[0]);
    malformed::<char>(&[2, b'a', b'b']);
    malformed::<char>(&[1, 0xff]);
}

#[test]
fn variants_that_do_not_exist() {
    malformed::<Kind>(&[5]);
    malformed::<Kind>(&[0xff, 0xff, 0xff, 0xff, 0x0f]);
    malformed::<Kind>(&[0xff, 0xff, 0xff, 0xff, 0x1f]);
    malformed::<Result<u8, u8>>(&[2, 0]);
}

#[test]
fn keys_that_repeat() {
    malformed::<BTreeMap<u8, u8>>(&[2, 1, 10, 1, 11]);
    malformed::<HashMap<String, ()>>(&[3, 1, b'a', 1, b'b', 1, b'a']);
    malformed::<HashMap<(), u8>>(&[2, 0, 0]);
    malformed::<BTreeSet<u16>>(&[3, 9, 8, 9]);
    malformed::<HashSet<PostId>>(&[2, 1, 1]);
    malformed::<HashSet<()>>(&[2]);
    malformed::<Vec<BTreeSet<u8>>>(&[2, 1, 7, 2, 7, 7]);
    assert_eq!(read::<Vec<u8>>(&[2, 1, 1]), Ok(vec![1, 1]));
    assert_eq!(read::<HashSet<u8>>(&[2, 2, 1]), Ok(HashSet::from([1, 2])));
}

#[test]
fn more_than_a_visitor_takes() {
    /// The first element of a list.
    struct First;

    impl<'de> Deserialize<'de> for First {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_seq(First)
        }
    }

    impl<'de> Visitor<'de> for First {
        type Value = Self;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self, A::Error> {
            elements.next_element::<u8>()?;
            Ok(self)
        }
    }

    assert!(read::<First>(&[1, 7]).is_ok());
    malformed::<First>(&[2, 7, 7]);
    malformed::<(First, u8)>(&[2, 7, 7]);
}

#[test]
fn types_that_ask_what_there_is() {
    malformed::<IgnoredAny>(&[0]);
}

#[test]
fn anything_beyond_the_budget() {
    let words = [4, 1, b'a', 1, b'b', 1, b'c', 1, b'd'];
    let cost = 4 * size_of::<String>() + words.len();
    let within = |budget| decode::<Vec<String>>(&words, Limits::DEFAULT.with_budget(budget));
    assert!(within(cost).is_ok());
    assert_eq!(within(cost - 1).unwrap_err().code(), "decode_budget");
}

#[test]
fn messages_hold_no_values() {
    let error = read::<Everything>(b"hunter2hunter2hunter2").unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hunter2"));
    let error = read::<Kind>(&[77]).unwrap_err();
    assert_eq!(error.to_string(), "a value is not one that its type allows");
    assert_eq!(format!("{error:?}"), "DecodeError(Value)");
    let error = read::<Collections>(&[]).unwrap_err();
    assert_eq!(error.to_string(), "the input ends too early");
}
