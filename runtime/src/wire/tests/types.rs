//! Types of every kind.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Marker;

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct PostId(pub(super) u64);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Scalars {
    pub(super) unsigned: (u8, u16, u32, u64, u128, usize),
    pub(super) signed: (i8, i16, i32, i64, i128, isize),
    pub(super) floats: [f32; 2],
    pub(super) double: f64,
    pub(super) flag: bool,
    pub(super) letter: char,
    pub(super) unit: (),
    pub(super) marker: Marker,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Kind {
    Unit,
    Newtype(String),
    Tuple(u16, Option<Box<Kind>>),
    Struct { id: PostId, nested: Vec<Kind> },
    Nothing {},
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Collections {
    pub(super) list: Vec<Option<i32>>,
    pub(super) bytes: Vec<u8>,
    pub(super) words: Box<[String]>,
    pub(super) ordered: BTreeMap<String, Vec<u64>>,
    pub(super) hashed: HashMap<PostId, ()>,
    pub(super) ordered_set: BTreeSet<(u8, char)>,
    pub(super) hashed_set: HashSet<Option<u16>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Everything {
    pub(super) scalars: Scalars,
    pub(super) kinds: Vec<Kind>,
    pub(super) collections: Option<Collections>,
}

/// A field that never travels, however many aliases it has.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Aliased {
    #[serde(alias = "identifier", alias = "key")]
    pub(super) id: u8,
    #[serde(skip)]
    pub(super) cached: u8,
    #[serde(alias = "label")]
    pub(super) name: u8,
}
