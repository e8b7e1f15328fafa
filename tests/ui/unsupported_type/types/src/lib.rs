use std::cell::RefCell;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize, Serializer};
use tramline::{Reply, action, query};

#[action]
async fn standard(
    shared: Rc<String>,
    locked: Arc<Mutex<u32>>,
    cell: RefCell<u8>,
    path: PathBuf,
    wait: Duration,
    at: SystemTime,
) {
}

#[action]
async fn forms(
    call: fn(u32) -> u32,
    raw: *const u8,
    object: Box<dyn std::fmt::Debug>,
    reply: Reply<u32>,
    result: Result<u32, String>,
    hashed: HashMap<u8, u8, MyHasher>,
    key: [u8; 2 * LENGTH],
    item: <Vec<u8> as IntoIterator>::Item,
) {
}

const LENGTH: usize = 32;

#[derive(Default)]
struct MyHasher;

#[query]
async fn never() -> ! {
    panic!()
}

#[query]
async fn foreign(thing: some_crate::Thing) -> serde_json::Value {
    todo!()
}

#[derive(Serialize, Deserialize)]
struct Tagged<T> {
    id: u64,
    marker: PhantomData<T>,
}

#[derive(Serialize, Deserialize)]
struct Grid<const N: usize> {
    cells: [u8; N],
}

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
async fn definitions() -> (Tagged<u8>, Grid<4>, Bits, ByHand) {
    todo!()
}
