//! How the values of the actions travel, as the build step would say it.

use tramline::codegen::shape::{Enum, Field, Presence, Shape, Struct, Tagging, Variant};
use tramline::codegen::{Encoding, Wire};

const fn field(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        aliases: &[],
        shape,
        presence: Presence::Required,
    }
}

const fn variant(name: &'static str, index: u32, payload: Option<Shape>) -> Variant {
    Variant {
        name,
        aliases: &[],
        index,
        payload,
        other: false,
    }
}

const fn object(fields: &'static [Field]) -> Struct {
    Struct {
        fields,
        deny_unknown_fields: false,
    }
}

/// The payload of `SignError::NameTaken`, and that `AuthError::SignedOut` has none.
const ERRORS: &[(&str, &Shape)] = &[(
    "name_taken",
    &Shape::Struct(&object(&[field("name", Shape::String)])),
)];

const fn wire(input: &'static Shape, result: &'static Shape) -> Wire {
    Wire {
        input,
        result,
        errors: ERRORS,
        encoding: Encoding::Postcard,
    }
}

/// No input, no result.
pub(super) const NOTHING: Wire = wire(&Shape::Unit, &Shape::Unit);
pub(super) const ADD: Wire = wire(
    &Shape::Struct(&object(&[field("a", Shape::U32), field("b", Shape::U32)])),
    &Shape::U32,
);
pub(super) const DOUBLE: Wire = wire(
    &Shape::Struct(&object(&[field("n", Shape::Option(&Shape::U32))])),
    &Shape::U32,
);
/// A name that is answered with a text.
pub(super) const SIGN: Wire = wire(
    &Shape::Struct(&object(&[field("name", Shape::String)])),
    &Shape::String,
);
pub(super) const SHOUT: Wire = wire(
    &Shape::Struct(&object(&[
        field("text", Shape::String),
        field("bytes", Shape::Bytes),
    ])),
    &Shape::Tuple(&[Shape::String, Shape::Bytes]),
);
pub(super) const SMALL: Wire = wire(
    &Shape::Struct(&object(&[field("text", Shape::String)])),
    &Shape::U32,
);
pub(super) const WHO: Wire = wire(
    &Shape::Unit,
    &Shape::Tuple(&[
        Shape::U8,
        Shape::Option(&Shape::String),
        Shape::Option(&Shape::String),
    ]),
);
pub(super) const TEXT: Wire = wire(&Shape::Unit, &Shape::String);
pub(super) const NUMBER: Wire = wire(&Shape::Unit, &Shape::U8);
pub(super) const TRANSFER: Wire = wire(
    &Shape::Struct(&object(&[field("how", Shape::U8)])),
    &Shape::String,
);
pub(super) const SESSION: Wire = wire(
    &Shape::Struct(&object(&[field("user", Shape::U8)])),
    &Shape::U8,
);
pub(super) const BYTES: Wire = wire(&Shape::Unit, &Shape::Bytes);
/// An input with a tag inside, and a default that only Rust knows.
const EVENT: Shape = Shape::Struct(&object(&[
    field(
        "kind",
        Shape::Enum(&Enum {
            tagging: Tagging::Internal { tag: "type" },
            variants: &[
                variant("Opened", 0, None),
                variant(
                    "Moved",
                    1,
                    Some(Shape::Struct(&object(&[
                        field("x", Shape::I32),
                        field("y", Shape::I32),
                    ]))),
                ),
            ],
        }),
    ),
    Field {
        presence: Presence::Flagged,
        ..field("weight", Shape::U8)
    },
]));
/// The event is the input, …
pub(super) const TRACK: Wire = wire(&EVENT, &Shape::String);
/// … or one of several parameters.
pub(super) const RECORD: Wire = wire(
    &Shape::Struct(&object(&[field("day", Shape::U64), field("event", EVENT)])),
    &Shape::String,
);
/// A shape that is not the result's.
pub(super) const WRONG: Wire = wire(&Shape::Unit, &Shape::String);

/// Plain JSON, which needs no shapes.
pub(super) const JSON: Wire = Wire {
    input: &Shape::Unit,
    result: &Shape::Unit,
    errors: &[],
    encoding: Encoding::Json,
};
