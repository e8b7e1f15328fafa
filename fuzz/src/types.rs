//! What the targets decode: every kind of type that the wire knows, and every combination that has
//! been trouble somewhere.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

/// Scalars of every width.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scalars {
    pub unsigned: (u8, u16, u32, u64, u128),
    pub signed: (i8, i16, i32, i64, i128),
    pub single: f32,
    pub double: f64,
    pub flag: bool,
    pub letter: char,
    pub unit: (),
    pub fixed: [u8; 4],
    pub several: [u16; 3],
}

/// A type that contains itself in every way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Tree {
    Leaf,
    Name(String),
    Pair(u16, Option<Box<Tree>>),
    Branch { id: u64, children: Vec<Tree> },
    Nothing {},
    Either(Box<Result<Tree, i8>>),
}

/// One encoding for each value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ordered {
    pub list: Vec<Option<i32>>,
    pub bytes: Vec<u8>,
    pub longs: Vec<u64>,
    pub doubles: Vec<f64>,
    pub words: Box<[String]>,
    pub nested: Option<Option<()>>,
    pub units: Vec<()>,
    pub trees: Vec<Tree>,
}

/// Collections that may be sent in any order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unordered {
    pub ordered: BTreeMap<String, Vec<u64>>,
    pub hashed: HashMap<u64, ()>,
    pub keyed: BTreeMap<(u8, Option<char>), Tree>,
    pub ordered_set: BTreeSet<(u8, char)>,
    pub hashed_set: HashSet<Option<u16>>,
}

/// Points into the bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Borrowed<'a> {
    pub name: &'a str,
    #[serde(borrow)]
    pub rest: Option<&'a [u8]>,
}

/// A tag among the fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum Node {
    Leaf,
    #[serde(rename = "branch")]
    Branch {
        id: u64,
        next: Option<Box<Node>>,
        edges: Vec<Edge>,
        tree: Tree,
    },
    Settings(Settings),
}

/// A tag beside the content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
pub enum Edge {
    None,
    One(Box<Node>),
    Two(f32, Vec<u8>),
    Named { weight: f64 },
}

/// Fields that a caller may leave out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    #[serde(alias = "title")]
    pub name: String,
    #[serde(default = "ten")]
    pub limit: u32,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub parent: Option<Box<Settings>>,
}

fn ten() -> u32 {
    10
}
