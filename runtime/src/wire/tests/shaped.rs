//! Decoding along a shape.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};

use std::thread;

use proptest::prelude::*;

use super::sample::{
    Adjacent, Defaults, Event, External, Outer, Page, Post, Random, Sample, Sparse, Strict, Tree,
    Wide, each_sample,
};
use super::{Limits, cases, cuts, encode};
use crate::wire::shape::{Field, Shape, Struct};
use crate::wire::{DecodeError, Fields, decode_shaped};

/// The shape of a `T`, as generated code has it.
pub(super) const fn shape_of<T: Sample>() -> &'static crate::wire::shape::Shape {
    &const { T::SHAPE }
}

fn read<T: Sample>(bytes: &[u8]) -> Result<T, DecodeError> {
    decode_shaped(bytes, shape_of::<T>(), Limits::DEFAULT)
}

/// NaN is not equal to itself, but its bytes are.
fn check_equal<T: Sample>(seed: u64) {
    let value = T::sample(&mut Random::new(seed));
    let bytes = encode(&value).unwrap();
    let decoded: T = match read(&bytes) {
        Ok(decoded) => decoded,
        Err(error) => panic!("{error:?} in {value:?} as {bytes:?}"),
    };
    assert_eq!(
        encode(&decoded).unwrap(),
        bytes,
        "{value:?} became {decoded:?}"
    );
}

/// Cut or changed bytes are refused, or they are another value.
fn check_broken<T: Sample>(seed: u64) {
    let random = &mut Random::new(seed);
    let mut bytes = encode(&T::sample(random)).unwrap();
    for end in cuts(bytes.len(), 200) {
        assert!(read::<T>(&bytes[..end]).is_err());
    }
    for _ in 0..random.below(4) {
        if !bytes.is_empty() {
            let index = random.below(bytes.len());
            let any = random.next() as u8;
            bytes[index] = random.pick(&[0, 1, 2, 0x80, 0xff, any]);
        }
    }
    let _ = read::<T>(&bytes);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_is_encoded_decodes(seed in any::<u64>()) {
        macro_rules! check {
            ($($ty:ty,)*) => { $(check_equal::<$ty>(seed);)* };
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
    fn what_is_random_does_no_harm(bytes in proptest::collection::vec(prop_oneof![0_u8..4, any::<u8>()], 0..64)) {
        macro_rules! check {
            ($($ty:ty,)*) => { $(let _ = read::<$ty>(&bytes);)* };
        }
        each_sample!(check);
    }
}

#[test]
fn fields_that_are_left_out() {
    let check = |bytes: &[u8], size: u8, number: u32| {
        let expected = Defaults {
            size,
            number,
            ..Defaults::default()
        };
        assert_eq!(read::<Defaults>(bytes), Ok(expected));
    };
    check(&[0, 0, 0, 0], 99, 7);
    check(&[1, 5, 0, 0, 0], 5, 7);
    check(&[0, 1, 6, 0, 1], 99, 6);
    check(&[0, 0, 1, 0, 1], 99, 7);
    assert!(read::<Defaults>(&[2, 0, 0, 0]).is_err());
    assert!(read::<Defaults>(&[0, 0, 0]).is_err());
    assert!(read::<Defaults>(&[0, 0, 0, 0, 0]).is_err());
}

#[test]
fn variants_that_do_not_exist() {
    assert_eq!(read(b"\x05bogus"), Ok(Event::Unknown));
    assert_eq!(read(b"\x07unknown"), Ok(Event::Unknown));
    assert_eq!(read(&[7]), Ok(Adjacent::Unknown));
    assert_eq!(read(&[100]), Ok(Adjacent::Unknown));
    assert!(read::<Tree>(b"\x05bogus").is_err());
    assert!(read::<External>(&[6]).is_err());
    // An alias is for JSON: on postcard a value has one encoding.
    assert_eq!(read(b"\x04made"), Ok(Event::Unknown));
}

#[test]
fn keys_that_repeat() {
    assert!(read::<BTreeSet<String>>(&[2, 1, b'a', 1, b'a']).is_err());
    let map = b"\x02\x01a\x07started\x01a\x07started";
    assert!(read::<BTreeMap<String, Event>>(map).is_err());
    let nested = [b"\x06nested\x00\x00\x00".as_slice(), map, &[0, 0, 0, 0]].concat();
    assert!(read::<Event>(&nested).is_err());
    let distinct = b"\x02\x01a\x07started\x01b\x07started";
    let nested = [
        b"\x06nested\x00\x00\x00".as_slice(),
        distinct,
        &[0, 0, 0, 0],
    ]
    .concat();
    assert!(read::<Event>(&nested).is_ok());
}

/// On a stack as small as a runtime's threads have.
fn check_refused<T: Sample>(bytes: Vec<u8>, code: &'static str) {
    let read = move || match read::<T>(&bytes) {
        Ok(_) => panic!("it is accepted"),
        Err(error) => assert_eq!(error.code(), code, "{error}"),
    };
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(read);
    thread.unwrap().join().unwrap();
}

/// So many of the first, one of the second, so many of the third.
fn nested(count: usize, outer: &[u8], inner: &[u8], end: &[u8]) -> Vec<u8> {
    [outer.repeat(count), inner.to_vec(), end.repeat(count)].concat()
}

#[test]
fn recursion_without_end() {
    let many = if cfg!(miri) { 200 } else { 100_000 };
    check_refused::<Tree>(b"\x04Next\x01".repeat(many), "too_deep");
    check_refused::<Tree>(b"\x04Node".repeat(many), "too_deep");
    check_refused::<Tree>(b"\x04More\x01".repeat(many), "too_deep");
    check_refused::<Event>(b"\x06nested\x01".repeat(many), "too_deep");
    check_refused::<Adjacent>(b"\x06\x01".repeat(many), "too_deep");
}

#[test]
fn the_deepest_that_is_allowed() {
    let tree = |count| nested(count, b"\x04Next\x01", b"\x04Next\x00", b"");
    assert!(read::<Tree>(&tree(63)).is_ok());
    check_refused::<Tree>(tree(64), "too_deep");
    let event = |count| nested(count, b"\x06nested\x01", b"\x05empty", &[0; 7]);
    let deepest = (1..64).take_while(|count| read::<Event>(&event(*count)).is_ok());
    assert!(deepest.count() > 20);
}

/// A list of so many elements, all nothing.
fn sparse(name: &str, count: u32, element: &[u8]) -> Vec<u8> {
    let mut bytes = encode(&(name, count)).unwrap();
    bytes.extend(element.repeat(count as usize));
    bytes
}

#[test]
fn little_that_unfolds_to_much() {
    check_refused::<Sparse>(sparse("Units", 1 << 20, &[]), "decode_budget");
    check_refused::<Sparse>(sparse("List", u32::MAX, &[]), "decode_budget");
    // A million values until the budget is spent.
    if cfg!(miri) {
        return;
    }
    check_refused::<Sparse>(sparse("List", 1 << 20, &[0]), "decode_budget");
    assert!(read::<Sparse>(&sparse("List", 1000, &[0])).is_ok());
    let map: Vec<u8> = (0..100_000_u32)
        .flat_map(|key| encode(&(key, 0_u8)).unwrap())
        .collect();
    let map = [encode(&("Map", 100_000_u32)).unwrap(), map].concat();
    check_refused::<Sparse>(map, "decode_budget");
}

/// A parameter with a default is an option to serde, and a flag to the shape.
#[test]
fn parameters_may_be_left_out() {
    static PARAMETERS: Shape = Shape::Struct(&Struct {
        fields: &[
            Field::new("id", Shape::U8),
            Field::new("times", Shape::U32).flagged(),
            Field::new("name", Shape::Option(&Shape::String)).flagged(),
        ],
        deny_unknown_fields: false,
    });
    type Parameters = (u8, Option<u32>, Option<Option<String>>);
    let values: [Parameters; 3] = [
        (1, None, None),
        (1, Some(300), Some(None)),
        (1, Some(0), Some(Some("a".to_owned()))),
    ];
    for value in values {
        let bytes = encode(&value).unwrap();
        let Fields(decoded): Fields<Parameters> =
            decode_shaped(&bytes, &PARAMETERS, Limits::DEFAULT).unwrap();
        assert_eq!(decoded, value);
    }
    let not_an_option =
        decode_shaped::<Fields<(u8, u32, u8)>>(&[1, 1, 1, 1], &PARAMETERS, Limits::DEFAULT);
    assert!(not_an_option.is_err());
}
