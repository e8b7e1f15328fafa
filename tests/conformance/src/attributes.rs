//! Types whose serde attributes change what travels.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tramline::Wire;

use crate::types::{Pair, Record};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "event",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Event {
    Opened,
    MovedTo {
        new_place: (i32, u64),
        note: Option<String>,
    },
    #[serde(rename = "a record")]
    Recorded(Record),
    Everything {
        bytes: Vec<u8>,
        float: f64,
        single: f32,
        counts: BTreeMap<String, i64>,
        letter: char,
        nested: Option<Option<bool>>,
        unit: (),
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
pub enum Message {
    Ping,
    Text(String),
    Pair(u8, i128),
    Body { id: u64, events: Vec<Event> },
    Nested(Option<Box<Message>>),
    Unit(()),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    pub title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_by: Option<i64>,
    #[serde(default = "seven")]
    pub weight: u32,
    #[serde(default)]
    pub pair: Corner,
    #[serde(default)]
    pub done: bool,
}

fn seven() -> u32 {
    7
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Corner {
    pub x: i16,
    #[serde(skip)]
    pub cache: u8,
    #[serde(alias = "why")]
    pub y: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Wire)]
pub struct Numbers {
    #[wire(number)]
    pub id: u64,
    #[wire(number)]
    pub offsets: Vec<i64>,
    #[wire(number)]
    pub by_number: BTreeMap<usize, Option<isize>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Wire)]
pub struct TypedArrays {
    #[wire(typed_array)]
    pub i8s: Vec<i8>,
    #[wire(typed_array)]
    pub i16s: Vec<i16>,
    #[wire(typed_array)]
    pub u16s: Vec<u16>,
    #[wire(typed_array)]
    pub i32s: Vec<i32>,
    #[wire(typed_array)]
    pub u32s: Vec<u32>,
    #[wire(typed_array)]
    pub i64s: Vec<i64>,
    #[wire(typed_array)]
    pub u64s: Vec<u64>,
    #[wire(typed_array)]
    pub isizes: Vec<isize>,
    #[wire(typed_array)]
    pub usizes: Box<[usize]>,
    #[wire(typed_array)]
    pub f32s: Option<Vec<f32>>,
    #[wire(typed_array)]
    pub f64s: Vec<Vec<f64>>,
    /// In memory of its own these would not begin at a multiple of their size.
    pub between: String,
    #[wire(typed_array)]
    pub more: Vec<f64>,
}

/// Names that have others, and one for all that has none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "signal")]
pub enum Signal {
    Go,
    #[serde(alias = "Halt", alias = "Wait")]
    Stop {
        #[serde(alias = "because", alias = "why")]
        reason: Option<String>,
        #[serde(default, alias = "sec")]
        seconds: u64,
    },
    #[serde(other)]
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "c", rename_all = "kebab-case")]
pub enum Lamp {
    #[serde(alias = "dark")]
    IsOff,
    #[serde(alias = "shining")]
    IsOn(u64),
    #[serde(other)]
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Colour {
    #[serde(alias = "Crimson")]
    Red,
    #[serde(alias = "Other")]
    Mixed(#[serde(with = "serde_bytes")] Vec<u8>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Pair", into = "Pair")]
pub struct Proxied {
    pub number: i32,
    pub text: String,
}

impl From<Pair> for Proxied {
    fn from(Pair(number, text): Pair) -> Self {
        Self { number, text }
    }
}

impl From<Proxied> for Pair {
    fn from(Proxied { number, text }: Proxied) -> Self {
        Self(number, text)
    }
}
