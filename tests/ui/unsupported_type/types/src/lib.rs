use std::ffi::OsString;
use std::rc::{Rc, Weak};
use std::time::Instant;

use serde::{Deserialize, Serialize, Serializer};
use tramline::{Created, Reply, action, query};

#[action]
async fn standard(
    shared: Rc<String>,
    weak: Weak<u32>,
    path: OsString,
    at: Instant,
) {
}

#[action]
async fn forms(
    call: fn(u32) -> u32,
    raw: *const u8,
    object: Box<dyn std::fmt::Debug>,
    reply: Reply<u32>,
    created: Created<u32>,
    key: [u8; 2 * LENGTH],
    item: <Vec<u8> as IntoIterator>::Item,
) {
}

const LENGTH: usize = 32;

#[query]
async fn never() -> ! {
    panic!()
}

#[query]
async fn foreign(thing: some_crate::Thing) {}

#[derive(Clone, Copy)]
union Bits {
    float: f32,
    word: u32,
}

struct ByHand(u8);

impl Serialize for ByHand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("by hand")
    }
}

#[query]
async fn definitions() -> (Bits, ByHand) {
    todo!()
}

/// Everything wrong in one type is told at once.
#[action]
async fn several(all: Vec<(Instant, u64, Rc<u64>)>) {}
