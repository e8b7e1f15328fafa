//! The types' layouts, as the build step would write them.

use tramline::codegen::shape::{Enum, Field, Shape, Struct, Tagging, Variant};

// Macros, since what a function is given does not live for ever.
macro_rules! fields {
    ($($field:expr),* $(,)?) => {
        Shape::Struct(&Struct { fields: &[$($field),*], deny_unknown_fields: false })
    };
}

macro_rules! variants {
    ($tagging:expr; $($variant:expr),* $(,)?) => {
        Shape::Enum(&Enum { tagging: $tagging, variants: &[$($variant),*] })
    };
}

pub static SCALARS: Shape = fields![
    Field::new(
        "unsigned",
        Shape::Tuple(&[Shape::U8, Shape::U16, Shape::U32, Shape::U64, Shape::U128]),
    ),
    Field::new(
        "signed",
        Shape::Tuple(&[Shape::I8, Shape::I16, Shape::I32, Shape::I64, Shape::I128]),
    ),
    Field::new("single", Shape::F32),
    Field::new("double", Shape::F64),
    Field::new("flag", Shape::Bool),
    Field::new("letter", Shape::Char),
    Field::new("unit", Shape::Unit),
    Field::new("fixed", Shape::FixedBytes(4)),
    Field::new("several", Shape::Array(&Shape::U16, 3)),
];

pub static TREE: Shape = variants![
    Tagging::External;
    Variant::unit(0, "Leaf"),
    Variant::new(1, "Name", Shape::String),
    Variant::new(
        2,
        "Pair",
        Shape::Tuple(&[Shape::U16, Shape::Option(&Shape::Named(&TREE))]),
    ),
    Variant::new(
        3,
        "Branch",
        fields![
            Field::new("id", Shape::U64),
            Field::new("children", Shape::List(&Shape::Named(&TREE))),
        ],
    ),
    Variant::new(4, "Nothing", fields![]),
    Variant::new(5, "Either", Shape::Named(&RESULT)),
];

static RESULT: Shape = variants![
    Tagging::External;
    Variant::new(0, "Ok", Shape::Named(&TREE)),
    Variant::new(1, "Err", Shape::I8),
];

pub static ORDERED: Shape = fields![
    Field::new("list", Shape::List(&Shape::Option(&Shape::I32))),
    Field::new("bytes", Shape::Bytes),
    Field::new("longs", Shape::List(&Shape::U64)),
    Field::new("doubles", Shape::List(&Shape::F64)),
    Field::new("words", Shape::List(&Shape::String)),
    Field::new("nested", Shape::Option(&Shape::Option(&Shape::Unit))),
    Field::new("units", Shape::List(&Shape::Unit)),
    Field::new("trees", Shape::List(&Shape::Named(&TREE))),
];

pub static UNORDERED: Shape = fields![
    Field::new(
        "ordered",
        Shape::Map(&Shape::String, &Shape::List(&Shape::U64))
    ),
    Field::new("hashed", Shape::Map(&Shape::U64, &Shape::Unit)),
    Field::new(
        "keyed",
        Shape::Map(
            &Shape::Tuple(&[Shape::U8, Shape::Option(&Shape::Char)]),
            &Shape::Named(&TREE),
        ),
    ),
    Field::new(
        "ordered_set",
        Shape::Set(&Shape::Tuple(&[Shape::U8, Shape::Char]))
    ),
    Field::new("hashed_set", Shape::Set(&Shape::Option(&Shape::U16))),
];

pub static NODE: Shape = variants![
    Tagging::Internal { tag: "kind" };
    Variant::unit(0, "Leaf"),
    Variant::new(
        1,
        "branch",
        fields![
            Field::new("id", Shape::U64),
            Field::new("next", Shape::Option(&Shape::Named(&NODE))),
            Field::new("edges", Shape::List(&Shape::Named(&EDGE))),
            Field::new("tree", Shape::Named(&TREE)),
        ],
    ),
    Variant::new(2, "Settings", Shape::Named(&SETTINGS)),
];

pub static EDGE: Shape = variants![
    Tagging::Adjacent { tag: "t", content: "c" };
    Variant::unit(0, "None"),
    Variant::new(1, "One", Shape::Named(&NODE)),
    Variant::new(2, "Two", Shape::Tuple(&[Shape::F32, Shape::Bytes])),
    Variant::new(3, "Named", fields![Field::new("weight", Shape::F64)]),
];

pub static SETTINGS: Shape = fields![
    Field::new("name", Shape::String).aliases(&["title"]),
    Field::new("limit", Shape::U32).flagged(),
    Field::new("tags", Shape::List(&Shape::String)).zero(),
    Field::new("parent", Shape::Option(&Shape::Named(&SETTINGS))).zero(),
];

pub static NODES: Shape = Shape::List(&Shape::Option(&Shape::Named(&NODE)));
