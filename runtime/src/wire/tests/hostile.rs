//! Inputs made to exhaust the process.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::thread;

use serde::Deserialize;

use super::{Limits, decode, read, scaled};

/// On a stack as small as a runtime's threads have.
fn check<T: for<'de> Deserialize<'de>>(bytes: Vec<u8>, code: &'static str) {
    let read = move || match read::<T>(&bytes) {
        Ok(_) => panic!("it is accepted"),
        Err(error) => assert_eq!(error.code(), code, "{error}"),
    };
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(read);
    thread.unwrap().join().unwrap();
}

#[expect(dead_code, reason = "decoded only")]
mod types {
    use super::*;

    #[derive(Deserialize)]
    pub(super) struct List(pub(super) Option<Box<List>>);

    #[derive(Deserialize)]
    pub(super) struct Tree(Vec<Tree>);

    #[derive(Deserialize)]
    pub(super) struct Dictionary(BTreeMap<u8, Dictionary>);

    #[derive(Deserialize)]
    pub(super) struct Endless(Box<Endless>);

    #[derive(Deserialize)]
    pub(super) enum Expression {
        Negate(Box<Expression>),
        Number(u8),
    }

    /// 128 of these fill the stack several times over.
    #[derive(Deserialize)]
    pub(super) struct Wide {
        next: Option<Box<Wide>>,
        rows: [Row; 16],
    }

    /// The same with the large part behind it and none of it on the wire.
    #[derive(Deserialize)]
    pub(super) struct Padded {
        next: Option<Box<Padded>>,
        #[serde(skip)]
        row: [Row; 8],
    }

    #[derive(Default, Deserialize)]
    pub(super) struct Row([u64; 32], [u64; 32]);

    #[derive(Deserialize)]
    pub(super) struct Many {
        a: [Option<String>; 32],
        b: [Option<String>; 32],
        c: [Vec<Many>; 32],
    }

    #[derive(PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
    pub(super) struct Kilobyte([Option<u64>; 32], [Option<u64>; 32]);
}
use types::*;

/// 2^63 as a varint.
const HUGE: [u8; 10] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1];

#[test]
fn recursion_without_end() {
    check::<List>(vec![1; scaled(1 << 20)], "too_deep");
    check::<Tree>(vec![1; scaled(1 << 20)], "too_deep");
    check::<Dictionary>(vec![1; scaled(1 << 20)], "too_deep");
    check::<Expression>(vec![0; scaled(1 << 20)], "too_deep");
    check::<Endless>(Vec::new(), "too_deep");
    check::<Many>([[0; 64].as_slice(), &[1]].concat().repeat(1000), "too_deep");
}

#[test]
fn recursion_through_large_types() {
    check::<Wide>(vec![1; scaled(1 << 20)], "too_deep");
    check::<Padded>(vec![1; scaled(1 << 20)], "too_deep");
    check::<Kilobyte>(vec![1; scaled(1 << 20)], "malformed");
}

#[test]
fn counts_without_end() {
    check::<Vec<()>>(HUGE.to_vec(), "decode_budget");
    check::<Vec<u8>>(HUGE.to_vec(), "decode_budget");
    check::<HashSet<()>>(HUGE.to_vec(), "decode_budget");
    check::<BTreeSet<u8>>([HUGE.as_slice(), &[1]].concat(), "decode_budget");
    check::<HashMap<u64, u64>>(HUGE.to_vec(), "decode_budget");
    check::<BTreeMap<(), ()>>(HUGE.to_vec(), "decode_budget");
    check::<Vec<Vec<()>>>([&[2], HUGE.as_slice()].concat(), "decode_budget");
}

#[test]
fn little_that_unfolds_to_much() {
    check::<Vec<Option<Kilobyte>>>(counted(1 << 20, &[0]), "decode_budget");
    check::<BTreeMap<u32, Kilobyte>>(counted(1 << 20, &[0]), "decode_budget");
    check::<Vec<Box<Padded>>>(counted(1 << 20, &[0]), "decode_budget");
    check::<Vec<Vec<()>>>(counted(64, &[0xff, 0xff, 0]), "malformed");
    // Millions of values until the budget is spent.
    if cfg!(miri) {
        return;
    }
    check::<Vec<BTreeSet<Kilobyte>>>(counted(1 << 15, &[1; 66]), "decode_budget");
    check::<Vec<Vec<()>>>(counted(64, &[0xff, 0xff, 1]), "decode_budget");
    check::<Vec<[[(); 32]; 32]>>(vec![0xff, 7], "decode_budget");
}

/// `element` so many times, after the count.
fn counted(count: u32, element: &[u8]) -> Vec<u8> {
    let mut bytes = super::encode(&count).unwrap();
    bytes.extend(element.repeat(count as usize));
    bytes
}

#[test]
fn the_deepest_that_is_allowed() {
    // An option and a newtype a link.
    let links = |count| [vec![1; count], vec![0]].concat();
    assert!(read::<List>(&links(63)).is_ok());
    assert_eq!(
        read::<List>(&links(64)).map(drop).unwrap_err().code(),
        "too_deep"
    );
}

/// Elements in a list, as many as an input may have.
const MANY: u32 = scaled(1 << 18) as u32;

#[test]
fn ordinary_data_within_the_budget() {
    let flat = counted(MANY, &[7]);
    let count = read::<Vec<u8>>(&flat).map(|list| list.len());
    assert_eq!(count, Ok(MANY as usize));
    let floats = counted(MANY, &[7; 4]);
    let count = read::<Vec<f32>>(&floats).map(|list| list.len());
    assert_eq!(count, Ok(MANY as usize));
    let strings = counted(MANY, b"\x0fabcdefghijklmno");
    let count = read::<Vec<String>>(&strings).map(|list| list.len());
    assert_eq!(count, Ok(MANY as usize));
    if cfg!(miri) {
        return;
    }
    let large = counted(20 << 20, &[7]);
    let read = |limit| decode::<Vec<u8>>(&large, Limits::DEFAULT.for_inputs_of(limit));
    assert!(read(1 << 20).is_err());
    assert!(read(21 << 20).is_ok());
}
