//! One struct for each kind of form, read as it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr};
use std::ops::Range;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

/// What has no parts.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Scalars {
    pub(crate) boolean: bool,
    pub(crate) tiny: u8,
    pub(crate) small: i16,
    pub(crate) medium: u32,
    pub(crate) large: u64,
    pub(crate) negative: i64,
    pub(crate) huge: u128,
    pub(crate) single: f32,
    pub(crate) double: f64,
    pub(crate) letter: char,
    pub(crate) text: String,
    pub(crate) nothing: (),
}

/// What is made of others.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Made {
    pub(crate) list: Vec<String>,
    pub(crate) set: BTreeSet<u8>,
    pub(crate) array: [u16; 3],
    pub(crate) pair: (bool, String),
    pub(crate) bytes: Vec<u8>,
    pub(crate) fixed: [u8; 2],
    pub(crate) by_name: BTreeMap<String, Option<bool>>,
    pub(crate) by_number: BTreeMap<i32, bool>,
    pub(crate) by_kind: BTreeMap<Kind, bool>,
    pub(crate) maybe: Option<u8>,
    pub(crate) boxed: Box<Kind>,
}

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// As it mostly is.
    Usual,
    /// As it seldom is.
    RatherRare,
}

/// Types of other crates, and of the standard library.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Foreign {
    pub(crate) id: uuid::Uuid,
    pub(crate) day: chrono::NaiveDate,
    pub(crate) time: chrono::NaiveTime,
    pub(crate) moment: chrono::DateTime<chrono::Utc>,
    pub(crate) zoned: chrono::DateTime<chrono::FixedOffset>,
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub(crate) milliseconds: chrono::DateTime<chrono::Utc>,
    pub(crate) link: url::Url,
    pub(crate) address: IpAddr,
    pub(crate) older: Ipv4Addr,
    pub(crate) took: Duration,
    pub(crate) since: SystemTime,
    pub(crate) range: Range<u8>,
    pub(crate) anything: serde_json::Value,
}

/// Every way of telling variants apart.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Told {
    pub(crate) external: Vec<External>,
    pub(crate) internal: Vec<Internal>,
    pub(crate) adjacent: Vec<Adjacent>,
    pub(crate) untagged: Vec<Untagged>,
    pub(crate) mixed: Vec<Mixed>,
}

/// Told by the one member.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum External {
    /// Holds nothing.
    Nothing,
    /// Nothing either.
    Empty {},
    /// A number.
    Value(u8),
    /// A number and a text.
    Pair(u8, String),
    /// Two named ones.
    Fields {
        /// The first.
        a: bool,
        b: Option<bool>,
    },
}

/// Told by a member among others.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Internal {
    Nothing,
    InnerStruct(Inner),
    Map(BTreeMap<String, bool>),
    Fields { a: bool, b: Option<bool> },
}

/// Told beside the content.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value")]
pub(crate) enum Adjacent {
    Nothing,
    Value(Inner),
    Pair(u8, String),
    Fields { a: bool },
}

/// Not told at all.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Untagged {
    Number(u8),
    Text(String),
    Fields { a: bool },
}

/// Told, unless it is another one.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Mixed {
    One,
    Two(u8),
    #[serde(untagged)]
    Other(bool),
}

/// Something inside of others.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Inner {
    pub(crate) depth: u8,
    pub(crate) next: Option<Box<Inner>>,
}

/// Members that join others.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Flattened {
    pub(crate) id: u8,
    #[serde(flatten)]
    pub(crate) inner: Inner,
    #[serde(flatten)]
    pub(crate) choice: Choice,
    #[serde(flatten)]
    pub(crate) perhaps: Option<Perhaps>,
}

/// A flattened choice.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "choice")]
pub(crate) enum Choice {
    Left { left: bool },
    Right { right: bool },
}

/// Flattened, where it is there.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Perhaps {
    pub(crate) perhaps: bool,
}

/// What is left over.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Open {
    pub(crate) id: u8,
    #[serde(flatten)]
    pub(crate) rest: BTreeMap<String, bool>,
}

/// Attributes of fields.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Attributed {
    pub(crate) two_words: bool,
    #[serde(rename = "other-name")]
    pub(crate) renamed: bool,
    #[serde(default)]
    pub(crate) list: Vec<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) maybe: Option<bool>,
    pub(crate) nullable: Option<bool>,
    #[serde(skip)]
    #[expect(dead_code, reason = "it never travels")]
    pub(crate) never: u8,
    #[serde(default = "seven")]
    pub(crate) seven: u8,
}

fn seven() -> u8 {
    7
}

/// What travels as something else.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Disguised {
    pub(crate) id: Id,
    pub(crate) names: Wrapped<String>,
    pub(crate) numbers: Wrapped<u8>,
    pub(crate) percent: Percent,
    pub(crate) point: Point,
}

/// A number of its own.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Id(pub(crate) u32);

/// One of something, or none.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Wrapped<T> {
    pub(crate) content: Option<T>,
}

/// From 0 to 100.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub(crate) struct Percent(u8);

/// Two coordinates.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Point(pub(crate) f64, pub(crate) f64);

impl TryFrom<u8> for Percent {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        match number {
            0..=100 => Ok(Self(number)),
            _ => Err("more than everything"),
        }
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> u8 {
        percent.0
    }
}
