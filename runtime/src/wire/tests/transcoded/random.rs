//! Values and texts that nobody thought of.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};

use proptest::prelude::*;

use super::super::sample::{
    Adjacent, Defaults, Event, External, Outer, Page, Post, Random, Sample, Sparse, Strict, Tree,
    Wide, each_sample,
};
use super::super::shaped::shape_of;
use super::super::{cases, cuts};
use super::{encode, print, to_bytes, to_json};

fn check_lossless<T: Sample>(seed: u64) {
    let value = T::sample(&mut Random::new(seed));
    let bytes = encode(&value).unwrap();
    let json = to_json(&bytes, shape_of::<T>()).unwrap();
    let back = to_bytes::<T>(&json);
    let text = String::from_utf8(json).unwrap();
    assert_eq!(back, Ok(bytes), "{value:?} as {text}");
    // Whoever else reads JSON reads this.
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&text) {
        panic!("{error} in {text}");
    }
}

fn check_broken<T: Sample>(seed: u64) {
    let random = &mut Random::new(seed);
    let value = T::sample(random);
    let mut json = print(&value).into_bytes();
    for end in cuts(json.len(), 100) {
        let cut = to_bytes::<T>(&json[..end]);
        assert!(
            cut.is_err()
                || json[..end]
                    .iter()
                    .all(|byte| b"-0123456789.e".contains(byte))
        );
    }
    for _ in 0..=random.below(4) {
        let index = random.below(json.len());
        let any = random.next() as u8;
        json[index] = random.pick(&[b'"', b'[', b']', b'{', b'}', b',', b':', b'0', b'-', any]);
    }
    let accepted = to_bytes::<T>(&json).is_ok();
    let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(&json).is_ok();
    assert!(is_json || !accepted, "{:?}", String::from_utf8_lossy(&json));

    let mut bytes = encode(&value).unwrap();
    if !bytes.is_empty() {
        let index = random.below(bytes.len());
        bytes[index] = random.pick(&[0, 1, 2, 0x80, 0xff]);
    }
    let _ = to_json(&bytes, shape_of::<T>());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_is_printed_reads_back(seed in any::<u64>()) {
        macro_rules! check {
            ($($ty:ty,)*) => { $(check_lossless::<$ty>(seed);)* };
        }
        each_sample!(check);
    }

    #[test]
    fn what_is_broken_does_no_harm(seed in any::<u64>()) {
        macro_rules! check {
            ($($ty:ty,)*) => { $(check_broken::<$ty>(seed);)* };
        }
        each_sample!(check);
    }

    #[test]
    fn what_is_random_does_no_harm(
        bytes in proptest::collection::vec(prop_oneof![0_u8..4, any::<u8>()], 0..64),
        json in r#"([\[\]{},:"]|null|true|1|-0\.5e3|"\\[nu]0041"|[a-z]| ){0,24}"#,
    ) {
        macro_rules! check {
            ($($ty:ty,)*) => {$(
                let _ = to_json(&bytes, shape_of::<$ty>());
                let _ = to_bytes::<$ty>(&bytes);
                let _ = to_bytes::<$ty>(json.as_bytes());
            )*};
        }
        each_sample!(check);
    }
}
