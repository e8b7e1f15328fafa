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
    #[wire(typed_array)]
    pub doubles: Vec<f64>,
    #[wire(typed_array)]
    pub singles: Vec<f32>,
    #[wire(typed_array)]
    pub shorts: Vec<i16>,
    #[wire(typed_array)]
    pub wide: Vec<u64>,
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
