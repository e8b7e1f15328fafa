//! Encoding, beside postcard's.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Display;
use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use serde::ser::{Error as _, SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use super::{cases, encode, scaled};

/// The bytes are postcard's, or both refuse.
fn check<T: Serialize + ?Sized>(value: &T) {
    let ours = encode(value).ok();
    let theirs = postcard::to_stdvec(value).ok();
    assert_eq!(ours, theirs);
}

macro_rules! with {
    ($serializer:ident => $result:expr) => {{
        struct It;
        impl Serialize for It {
            fn serialize<S: Serializer>(&self, $serializer: S) -> Result<S::Ok, S::Error> {
                $result
            }
        }
        &It
    }};
}

#[test]
fn lists_of_every_number() {
    macro_rules! check_lists {
        ($($ty:ident)*) => {$(
            for length in [0, 1, 2, scaled(127), scaled(128), scaled(300)] {
                let list: Vec<$ty> = (0..length).map(|index| index as u8 as $ty).collect();
                check(&list);
                check(list.as_slice());
                check(&list.iter().collect::<Vec<_>>());
                check(&VecDeque::from(list));
            }
            check(&[$ty::MIN, $ty::MAX]);
            check(&vec![$ty::MIN, $ty::MAX]);
        )*};
    }
    check_lists! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 }
    check(&vec![f64::NAN, -0.0, f64::INFINITY, f64::MIN_POSITIVE]);
    check(&vec![true, false]);
    check(&BTreeSet::from([3_u8, 1, 2]));
    check(&Rc::<[u8]>::from([1, 2, 3]));
}

#[test]
fn what_serializers_of_types_do() {
    check(with!(serializer => serializer.serialize_bytes(b"bytes")));
    check(with!(serializer => serializer.collect_str(&"x".repeat(200))));
    check(with!(serializer => serializer.collect_str(&format_args!("{}-{}", 1, "two"))));
    check(with!(serializer => serializer.collect_str("")));
    check(with!(serializer => serializer.collect_seq([1_u8, 2])));
    check(with!(serializer => serializer.collect_seq((0..200_u16).filter(|it| it % 2 == 0))));
    check(with!(serializer => serializer.collect_map([(1_u8, "one"), (2, "two")])));
    check(
        with!(serializer => serializer.collect_map((0..9).filter(|it| it % 2 == 0).map(|it| (it, it)))),
    );
    check(with!(serializer => serializer.serialize_seq(None)?.end()));
    check(with!(serializer => serializer.serialize_map(None)?.end()));
    check(with!(_serializer => Err(S::Error::custom("no"))));
    check(with!(serializer => Err(S::Error::custom(serializer.is_human_readable()))));
    check(with!(serializer => {
        let mut list = serializer.serialize_seq(Some(3))?;
        list.serialize_element("fewer than announced")?;
        list.end()
    }));
    check(&BTreeMap::from([
        ((1, 'a'), Some(vec![1_u64])),
        ((2, 'b'), None),
    ]));
}

#[test]
fn large_values_take_what_they_take() {
    for length in [60_000, 70_000, 200_000].map(scaled) {
        let bytes = encode(&vec![7_u32; length]).unwrap();
        assert_eq!(bytes.len(), bytes.capacity());
    }
}

#[test]
fn a_value_that_encodes_another_one() {
    let outer = with!(serializer => {
        let inner = encode(&"inner").map_err(S::Error::custom)?;
        (1_u8, inner, 2_u8).serialize(serializer)
    });
    assert_eq!(encode(outer).unwrap(), b"\x01\x06\x05inner\x02");
}

#[test]
fn errors_say_why_in_the_words_of_the_type() {
    let error = encode(with!(_serializer => Err(S::Error::custom("no path")))).unwrap_err();
    assert_eq!(error.to_string(), "the value cannot be encoded: no path");
    struct Broken;
    impl Display for Broken {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }
    assert!(encode(with!(serializer => serializer.collect_str(&Broken))).is_err());
}

#[derive(Default, Serialize)]
struct Skips {
    first: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    list: Vec<u32>,
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    map: BTreeMap<u8, u8>,
    #[serde(skip)]
    _never: u8,
    last: u8,
}

/// The same without skipping.
#[derive(Default, Serialize)]
struct Keeps {
    first: u8,
    option: Option<u32>,
    list: Vec<u32>,
    text: String,
    map: BTreeMap<u8, u8>,
    last: u8,
}

#[derive(Serialize)]
enum Skipping {
    _Unit,
    Struct {
        #[serde(skip_serializing_if = "Option::is_none")]
        option: Option<u32>,
        last: u8,
    },
}

#[derive(Serialize)]
#[serde(tag = "kind")]
enum Tagged {
    Struct {
        #[serde(skip_serializing_if = "Option::is_none")]
        option: Option<u32>,
        last: u8,
    },
    Newtype(Skips),
}

#[derive(Serialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Struct {
        #[serde(skip_serializing_if = "Option::is_none")]
        option: Option<u32>,
        last: u8,
    },
    Unit,
}

#[test]
fn skipped_fields_are_a_zero_byte() {
    let skips = || Skips {
        first: 1,
        last: 9,
        ..Skips::default()
    };
    let (option, last) = (None, 9);
    assert_eq!(encode(&skips()).unwrap(), [1, 0, 0, 0, 0, 9]);
    assert_eq!(
        encode(&Skipping::Struct { option, last }).unwrap(),
        [1, 0, 9]
    );
    assert_eq!(
        encode(&Adjacent::Struct { option, last }).unwrap(),
        [0, 0, 9]
    );
    assert_eq!(encode(&Adjacent::Unit).unwrap(), [1]);
    assert_eq!(
        encode(&Tagged::Struct { option, last }).unwrap(),
        b"\x06Struct\x00\x09"
    );
    assert_eq!(
        encode(&Tagged::Newtype(skips())).unwrap(),
        b"\x07Newtype\x01\x00\x00\x00\x00\x09"
    );
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn skipping_changes_nothing(
        first in any::<u8>(),
        option in any::<Option<u32>>(),
        list in vec(any::<u32>(), 0..3),
        text in "|[a-z]{1,3}",
        map in proptest::collection::btree_map(any::<u8>(), any::<u8>(), 0..3),
        last in any::<u8>(),
    ) {
        let keeps = Keeps {
            first, option, last, list: list.clone(), text: text.clone(), map: map.clone(),
        };
        let skips = Skips { first, option, list, text, map, last, _never: 0 };
        prop_assert_eq!(encode(&skips).unwrap(), encode(&keeps).unwrap());
        check(&keeps);
    }
}
