//! Types that travel as plain JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::attributes::Signal;

/// Whatever fits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Loose {
    Flag(bool),
    Number(i64),
    Text(String),
    Pair(u8, bool),
    Named {
        name: String,
        next: Option<Box<Link>>,
    },
    List(Vec<Looser>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub number: i64,
    pub next: Option<Box<Link>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Looser {
    Word(String),
    Row(Vec<i32>),
    Link(Link),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flat {
    pub id: u64,
    #[serde(flatten)]
    pub corner: Place,
    #[serde(flatten)]
    pub rest: BTreeMap<String, i32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub x: f64,
    pub y: Option<f32>,
}

/// Its tag is one more member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub struct Labelled {
    pub large: u64,
    pub larger: i128,
    pub bytes: Vec<u8>,
    pub by_number: BTreeMap<u16, String>,
    pub letter: char,
}

/// One of its variants holds a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Figure {
    Point,
    Circle { radius: f64 },
    Counts(BTreeMap<String, u32>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OddOmission {
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub weight: u32,
    pub name: String,
}

fn is_nothing(weight: &u32) -> bool {
    *weight == 0
}

/// Names that have others, where a flattened field makes it plain JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlainSignal {
    #[serde(alias = "lantern", alias = "light")]
    pub lamp: u64,
    #[serde(flatten)]
    pub signal: Signal,
}
