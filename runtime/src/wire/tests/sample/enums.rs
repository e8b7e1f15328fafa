//! Enums of every tagging, in one another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::structs::fields;
use super::{Defaults, Post, Random, Sample, Wide};
use crate::wire::shape::{Enum, Field, Presence, Shape, Struct, Tagging, Variant};

/// A variant. Constants cannot name a static that names them, so those that recur are written out.
macro_rules! variant {
    ($index:literal $name:literal $(| $alias:literal)*) => {
        variant!($index, $name, [$($alias),*], None, false)
    };
    ($index:literal $name:literal $(| $alias:literal)*, $payload:expr) => {
        variant!($index, $name, [$($alias),*], Some($payload), false)
    };
    ($index:literal $name:literal or others) => {
        variant!($index, $name, [], None, true)
    };
    ($index:literal, $name:literal, [$($alias:literal),*], $payload:expr, $other:literal) => {
        Variant {
            name: $name,
            aliases: &[$($alias),*],
            index: $index,
            payload: $payload,
            other: $other,
        }
    };
}

pub(super) use variant;

/// The shape of a struct.
macro_rules! struct_of {
    ($($fields:tt)*) => {
        Shape::Struct(&Struct { fields: fields![$($fields)*], deny_unknown_fields: false })
    };
}

pub(super) use struct_of;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(in crate::wire::tests) enum External {
    Unit,
    #[serde(rename = "new type", alias = "nt")]
    Newtype(String),
    Tuple(u16, Option<u8>),
    Struct {
        id: u64,
        #[serde(default)]
        list: Vec<bool>,
    },
    Empty {},
    Nothing(()),
}

impl Sample for External {
    const SHAPE: Shape = Shape::Named(
        &const {
            Shape::Enum(&Enum {
                tagging: Tagging::External,
                variants: &[
                    variant!(0 "Unit"),
                    variant!(1 "new type" | "nt", Shape::String),
                    variant!(2 "Tuple", <(u16, Option<u8>)>::SHAPE),
                    variant!(3 "Struct", struct_of!["id": <u64>::SHAPE => Required, "list": <Vec<bool>>::SHAPE => Zero]),
                    variant!(4 "Empty", struct_of![]),
                    variant!(5 "Nothing", Shape::Unit),
                ],
            })
        },
    );

    fn sample(random: &mut Random) -> Self {
        match random.below(6) {
            0 => Self::Unit,
            1 => Self::Newtype(Sample::sample(random)),
            2 => Self::Tuple(Sample::sample(random), Sample::sample(random)),
            3 => Self::Struct {
                id: Sample::sample(random),
                list: Sample::sample(random),
            },
            4 => Self::Empty {},
            _ => Self::Nothing(()),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
#[expect(clippy::large_enum_variant, reason = "as users have them")]
pub(in crate::wire::tests) enum Adjacent {
    Unit,
    Newtype(Wide),
    Option(Option<u8>),
    Tuple(u64, External),
    Struct {
        id: uuid::Uuid,
        #[serde(rename = "inner")]
        event: Option<Box<Event>>,
    },
    Defaults(Defaults),
    List(Vec<Adjacent>),
    #[serde(other)]
    Unknown,
}

static ADJACENT: Shape = Shape::Enum(&Enum {
    tagging: Tagging::Adjacent {
        tag: "t",
        content: "c",
    },
    variants: &[
        variant!(0 "Unit"),
        variant!(1 "Newtype", Wide::SHAPE),
        variant!(2 "Option", <Option<u8>>::SHAPE),
        variant!(3 "Tuple", <(u64, External)>::SHAPE),
        variant!(4 "Struct", struct_of!["id": <uuid::Uuid>::SHAPE => Required, "inner": Shape::Option(&Shape::Named(&EVENT)) => Required]),
        variant!(5 "Defaults", Defaults::SHAPE),
        variant!(6 "List", Shape::List(&Shape::Named(&ADJACENT))),
        variant!(7 "Unknown" or others),
    ],
});

impl Sample for Adjacent {
    const SHAPE: Shape = Shape::Named(&ADJACENT);

    fn sample(random: &mut Random) -> Self {
        let count = if random.is_deep() { 6 } else { 8 };
        match random.below(count) {
            0 => Self::Unit,
            1 => Self::Unknown,
            2 => Self::Option(Sample::sample(random)),
            3 => Self::Tuple(Sample::sample(random), Sample::sample(random)),
            4 => Self::Newtype(Sample::sample(random)),
            5 => Self::Defaults(Sample::sample(random)),
            6 => Self::Struct {
                id: Sample::sample(random),
                event: Sample::sample(random),
            },
            _ => Self::List(Sample::sample(random)),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "as users have them")]
pub(in crate::wire::tests) enum Event {
    Started,
    #[serde(alias = "made")]
    Created {
        id: u64,
        note: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        maybe: Option<Option<u8>>,
    },
    Posted(Post),
    Everything(Wide),
    Nested {
        inner: Option<Box<Event>>,
        others: Vec<Adjacent>,
        external: External,
        by_name: BTreeMap<String, Event>,
        defaults: Defaults,
    },
    Empty {},
    #[serde(other)]
    Unknown,
}

static EVENT: Shape = Shape::Enum(&Enum {
    tagging: Tagging::Internal { tag: "type" },
    variants: &[
        variant!(0 "started"),
        variant!(1 "created" | "made", struct_of![
            "id": u64::SHAPE => Required,
            "note": <Option<String>>::SHAPE => Required,
            "maybe": <Option<Option<u8>>>::SHAPE => Zero,
        ]),
        variant!(2 "posted", Post::SHAPE),
        variant!(3 "everything", Wide::SHAPE),
        variant!(4 "nested", struct_of![
            "inner": Shape::Option(&Shape::Named(&EVENT)) => Required,
            "others": Shape::List(&Shape::Named(&ADJACENT)) => Required,
            "external": External::SHAPE => Required,
            "by_name": Shape::Map(&Shape::String, &Shape::Named(&EVENT)) => Required,
            "defaults": Defaults::SHAPE => Required,
        ]),
        variant!(5 "empty", struct_of![]),
        variant!(6 "unknown" or others),
    ],
});

impl Sample for Event {
    const SHAPE: Shape = Shape::Named(&EVENT);

    fn sample(random: &mut Random) -> Self {
        let count = if random.is_deep() { 6 } else { 8 };
        match random.below(count) {
            0 => Self::Started,
            1 => Self::Empty {},
            2 => Self::Unknown,
            3 => Self::Created {
                id: Sample::sample(random),
                note: Sample::sample(random),
                maybe: Sample::sample(random),
            },
            4 => Self::Posted(Sample::sample(random)),
            5 => Self::Everything(Sample::sample(random)),
            _ => Self::Nested {
                inner: Sample::sample(random),
                others: Sample::sample(random),
                external: Sample::sample(random),
                by_name: Sample::sample(random),
                defaults: Sample::sample(random),
            },
        }
    }
}
