//! What is right, in every form.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU8;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{assert_reads, check};
use crate::wire::shape::{Enum, Field, Shape, Struct, Tagging, Text, Variant};

#[derive(Serialize, Deserialize)]
struct Marker;

#[derive(Serialize, Deserialize)]
struct Id(u64);

#[derive(Serialize, Deserialize)]
struct Pair(u8, #[serde(skip)] u16, String);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Post {
    id: Id,
    #[serde(alias = "made", alias = "born")]
    created_at: i64,
    tags: BTreeSet<String>,
    #[serde(skip)]
    cached: Option<u8>,
    raw: Vec<u8>,
    marker: Marker,
    digest: [u8; 4],
    kinds: Vec<Kind>,
    names: HashMap<u32, Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
    #[serde(default)]
    count: NonZeroCount,
}

#[derive(Serialize, Deserialize)]
struct NonZeroCount(NonZeroU8);

impl Default for NonZeroCount {
    fn default() -> Self {
        Self(NonZeroU8::MAX)
    }
}

#[derive(Serialize, Deserialize)]
enum Kind {
    A,
    #[serde(alias = "BB")]
    B(u32),
    C(u8, char),
    #[serde(rename = "d")]
    D {
        x: bool,
    },
    E {},
    F(Pair),
}

static POST: Shape = Shape::Struct(&Struct {
    fields: &[
        Field::new("id", Shape::U64),
        Field::new("createdAt", Shape::I64).aliases(&["made", "born"]),
        Field::new("tags", Shape::Set(&Shape::String)),
        Field::new("raw", Shape::Bytes),
        Field::new("marker", Shape::Unit),
        Field::new("digest", Shape::FixedBytes(4)),
        Field::new("kinds", Shape::List(&Shape::Named(&KIND))),
        Field::new("names", Shape::Map(&Shape::U32, &Shape::String)),
        Field::new("score", Shape::Option(&Shape::F32)).zero(),
        Field::new("count", Shape::U8).flagged(),
    ],
    deny_unknown_fields: false,
});

static KINDS: Shape = Shape::List(&Shape::Named(&KIND));

static KIND: Shape = Shape::Enum(&Enum {
    tagging: Tagging::External,
    variants: &[
        Variant::unit(0, "A"),
        Variant::new(1, "B", Shape::U32).aliases(&["BB"]),
        Variant::new(2, "C", Shape::Tuple(&[Shape::U8, Shape::Char])),
        Variant::new(
            3,
            "d",
            Shape::Struct(&Struct {
                fields: &[Field::new("x", Shape::Bool)],
                deny_unknown_fields: false,
            }),
        ),
        Variant::new(
            4,
            "E",
            Shape::Struct(&Struct {
                fields: &[],
                deny_unknown_fields: false,
            }),
        ),
        Variant::new(5, "F", Shape::Tuple(&[Shape::U8, Shape::String])),
    ],
});

#[test]
fn structs_and_enums() {
    check::<Post>(&POST);
    check::<Vec<Kind>>(&KINDS);
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Event {
    Opened {
        by: String,
        at: IpAddr,
    },
    Closed(Closing),
    Nothing,
    #[serde(other)]
    Unknown,
}

#[derive(Serialize, Deserialize)]
struct Closing {
    #[serde(default)]
    reason: String,
    previous: Option<Box<Event>>,
}

static EVENT: Shape = Shape::Enum(&Enum {
    tagging: Tagging::Internal { tag: "type" },
    variants: &[
        Variant::new(
            0,
            "opened",
            Shape::Struct(&Struct {
                fields: &[
                    Field::new("by", Shape::String),
                    Field::new("at", Shape::Text(Text::IpAddr)),
                ],
                deny_unknown_fields: false,
            }),
        ),
        Variant::new(1, "closed", Shape::Named(&CLOSING)),
        Variant::unit(2, "nothing"),
        Variant::unit(3, "unknown").other(),
    ],
});

static CLOSING: Shape = Shape::Struct(&Struct {
    fields: &[
        Field::new("reason", Shape::String).zero(),
        Field::new("previous", Shape::Option(&Shape::Named(&EVENT))),
    ],
    deny_unknown_fields: false,
});

#[derive(Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
enum Message {
    Text(String),
    Point(i32, i32),
    Named { x: u8, after: Vec<Message> },
    Empty,
}

static MESSAGE: Shape = Shape::Enum(&Enum {
    tagging: Tagging::Adjacent {
        tag: "t",
        content: "c",
    },
    variants: &[
        Variant::new(0, "Text", Shape::String),
        Variant::new(1, "Point", Shape::Tuple(&[Shape::I32, Shape::I32])),
        Variant::new(
            2,
            "Named",
            Shape::Struct(&Struct {
                fields: &[
                    Field::new("x", Shape::U8),
                    Field::new("after", Shape::List(&Shape::Named(&MESSAGE))),
                ],
                deny_unknown_fields: false,
            }),
        ),
        Variant::unit(3, "Empty"),
    ],
});

#[test]
fn tagged_enums() {
    check::<Event>(&EVENT);
    check::<Closing>(&CLOSING);
    check::<Message>(&MESSAGE);
}

#[derive(Serialize, Deserialize)]
enum Expression {
    Negate(Box<Expression>),
    Call {
        name: String,
        arguments: Vec<Expression>,
    },
    Number(f64),
}

static EXPRESSION: Shape = Shape::Enum(&Enum {
    tagging: Tagging::External,
    variants: &[
        Variant::new(0, "Negate", Shape::Named(&EXPRESSION)),
        Variant::new(
            1,
            "Call",
            Shape::Struct(&Struct {
                fields: &[
                    Field::new("name", Shape::String),
                    Field::new("arguments", Shape::List(&Shape::Named(&EXPRESSION))),
                ],
                deny_unknown_fields: false,
            }),
        ),
        Variant::new(2, "Number", Shape::F64),
    ],
});

#[derive(Serialize, Deserialize)]
struct Endless(Box<Endless>);

static ENDLESS: Shape = Shape::Enum(&Enum {
    tagging: Tagging::External,
    variants: &[],
});

#[test]
fn types_that_hold_themselves() {
    check::<Expression>(&EXPRESSION);
    check::<Endless>(&ENDLESS);
}

#[derive(Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
#[derive(Clone)]
struct Even(u8);

impl TryFrom<u8> for Even {
    type Error = &'static str;

    fn try_from(byte: u8) -> Result<Self, Self::Error> {
        if byte.is_multiple_of(2) {
            Ok(Self(byte))
        } else {
            Err("odd")
        }
    }
}

impl From<Even> for u8 {
    fn from(even: Even) -> Self {
        even.0
    }
}

#[derive(Serialize, Deserialize)]
struct Choosy {
    before: Even,
    after: Kind,
}

static CHOOSY: Shape = Shape::Struct(&Struct {
    fields: &[
        Field::new("before", Shape::U8),
        Field::new("after", Shape::Named(&KIND)),
    ],
    deny_unknown_fields: false,
});

#[test]
fn types_that_refuse_values() {
    check::<Even>(&Shape::U8);
    check::<Choosy>(&CHOOSY);
}

#[derive(Deserialize)]
struct Borrowed<'a> {
    #[serde(borrow)]
    text: &'a str,
    bytes: &'a [u8],
    socket: SocketAddr,
}

static BORROWED: Shape = Shape::Struct(&Struct {
    fields: &[
        Field::new("text", Shape::String),
        Field::new("bytes", Shape::Bytes),
        Field::new("socket", Shape::Text(Text::SocketAddr)),
    ],
    deny_unknown_fields: false,
});

#[test]
fn types_that_are_only_read() {
    assert_reads::<Borrowed<'_>>(&BORROWED, &[]);
    check::<BTreeMap<(u8, bool), Option<Option<()>>>>(&Shape::Map(
        &Shape::Tuple(&[Shape::U8, Shape::Bool]),
        &Shape::Option(&Shape::Option(&Shape::Unit)),
    ));
}
