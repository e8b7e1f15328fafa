//! Enums that hold themselves and others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::enums::{struct_of, variant};
use super::structs::fields;
use super::{Adjacent, Event, Random, Sample};
use crate::wire::shape::{Enum, Field, Presence, Shape, Struct, Tagging, Variant};

/// Newtypes of tagged enums, in one that is not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "as users have them")]
pub(in crate::wire::tests) enum Outer {
    Event(Wrapped),
    Adjacent { value: Adjacent },
    Both(Event, Adjacent),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::wire::tests) struct Wrapped(Event);

impl Sample for Outer {
    const SHAPE: Shape = Shape::Enum(&Enum {
        tagging: Tagging::External,
        variants: &[
            variant!(0 "Event", Shape::Named(&Event::SHAPE)),
            variant!(1 "Adjacent", struct_of!["value": <Adjacent>::SHAPE => Required]),
            variant!(2 "Both", <(Event, Adjacent)>::SHAPE),
        ],
    });

    fn sample(random: &mut Random) -> Self {
        match random.below(3) {
            0 => Self::Event(Wrapped(Sample::sample(random))),
            1 => Self::Adjacent {
                value: Sample::sample(random),
            },
            _ => Self::Both(Sample::sample(random), Sample::sample(random)),
        }
    }
}

/// As deep as one likes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is")]
pub(in crate::wire::tests) enum Tree {
    Leaf { value: f64 },
    Node { left: Box<Tree>, right: Box<Tree> },
    More { children: Vec<Tree> },
    Next { next: Option<Box<Tree>> },
}

static TREE: Shape = Shape::Enum(&Enum {
    tagging: Tagging::Internal { tag: "is" },
    variants: &[
        variant!(0 "Leaf", struct_of!["value": <f64>::SHAPE => Required]),
        variant!(1 "Node", struct_of!["left": Shape::Named(&TREE) => Required, "right": Shape::Named(&TREE) => Required]),
        variant!(2 "More", struct_of!["children": Shape::List(&Shape::Named(&TREE)) => Required]),
        variant!(3 "Next", struct_of!["next": Shape::Option(&Shape::Named(&TREE)) => Required]),
    ],
});

impl Sample for Tree {
    const SHAPE: Shape = Shape::Named(&TREE);

    fn sample(random: &mut Random) -> Self {
        random.deeper(|random, most| match random.below(most) {
            0 => Self::Leaf {
                value: Sample::sample(random),
            },
            1 => Self::Node {
                left: Sample::sample(random),
                right: Sample::sample(random),
            },
            2 => Self::More {
                children: Sample::sample(random),
            },
            _ => Self::Next {
                next: Sample::sample(random),
            },
        })
    }
}

type Block = [[[u64; 2]; 2]; 2];

/// What takes little room on the wire and much in memory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is")]
pub(in crate::wire::tests) enum Sparse {
    List {
        list: Vec<Option<[Block; 2]>>,
    },
    Map {
        map: BTreeMap<u32, Option<[Block; 2]>>,
    },
    Units {
        list: Vec<()>,
    },
}

impl Sample for Sparse {
    const SHAPE: Shape = Shape::Enum(&Enum {
        tagging: Tagging::Internal { tag: "is" },
        variants: &[
            variant!(0 "List", struct_of!["list": <Vec<Option<[Block; 2]>>>::SHAPE => Required]),
            variant!(1 "Map", struct_of![
                "map": <BTreeMap<u32, Option<[Block; 2]>>>::SHAPE => Required,
            ]),
            variant!(2 "Units", struct_of!["list": <Vec<()>>::SHAPE => Required]),
        ],
    });

    fn sample(random: &mut Random) -> Self {
        match random.below(3) {
            0 => Self::List {
                list: Sample::sample(random),
            },
            1 => Self::Map {
                map: Sample::sample(random),
            },
            _ => Self::Units {
                list: Sample::sample(random),
            },
        }
    }
}
