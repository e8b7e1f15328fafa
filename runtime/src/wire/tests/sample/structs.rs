//! Structs with every attribute that matters.

use serde::{Deserialize, Serialize};

use super::{Random, Sample};
use crate::wire::shape::{Field, Presence, Shape, Struct};

/// `Sample` of a struct from its fields: their names on the wire, aliases, whether they may be left
/// out.
macro_rules! fields {
    ($($name:literal $(| $alias:literal)*: $shape:expr => $presence:ident),* $(,)?) => {
        &[$(Field {
            name: $name,
            aliases: &[$($alias),*],
            shape: $shape,
            presence: Presence::$presence,
        }),*]
    };
}
pub(super) use fields;

pub(super) const fn of(fields: &'static [Field]) -> Struct {
    Struct {
        fields,
        deny_unknown_fields: false,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::wire::tests) struct Post {
    post_id: u64,
    #[serde(alias = "name", alias = "heading")]
    title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(skip)]
    cached: u8,
    #[serde(default)]
    published: bool,
    #[serde(rename = "initial letter")]
    kind: Option<char>,
}

impl Post {
    /// What is left when all is left out that can be.
    pub(in crate::wire::tests) fn new(post_id: u64, title: &str) -> Self {
        Self {
            post_id,
            title: title.into(),
            tags: Vec::new(),
            cached: 0,
            published: false,
            kind: None,
        }
    }
}

impl Sample for Post {
    const SHAPE: Shape = Shape::Struct(
        &const {
            of(fields![
                "postId": <u64>::SHAPE => Required,
                "title" | "name" | "heading": <String>::SHAPE => Required,
                "tags": <Vec<String>>::SHAPE => Zero,
                "published": <bool>::SHAPE => Zero,
                "initial letter": <Option<char>>::SHAPE => Required,
            ])
        },
    );

    fn sample(random: &mut Random) -> Self {
        Self {
            post_id: Sample::sample(random),
            title: Sample::sample(random),
            tags: Sample::sample(random),
            cached: 0,
            published: Sample::sample(random),
            kind: Sample::sample(random),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::wire::tests) struct Page<T> {
    items: Vec<T>,
    next: Option<Box<T>>,
    total: f64,
}

impl<T: Sample> Sample for Page<T> {
    const SHAPE: Shape = Shape::Struct(
        &const {
            of(fields![
                "items": <Vec<T>>::SHAPE => Required,
                "next": <Option<T>>::SHAPE => Required,
                "total": <f64>::SHAPE => Required,
            ])
        },
    );

    fn sample(random: &mut Random) -> Self {
        Self {
            items: Sample::sample(random),
            next: Sample::sample(random),
            total: Sample::sample(random),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::wire::tests) struct Strict {
    #[serde(alias = "b")]
    a: i16,
    nothing: (),
}

impl Strict {
    pub(in crate::wire::tests) fn new(a: i16) -> Self {
        Self { a, nothing: () }
    }
}

impl Sample for Strict {
    const SHAPE: Shape = Shape::Struct(&Struct {
        fields: fields!["a" | "b": <i16>::SHAPE => Required, "nothing": <()>::SHAPE => Required],
        deny_unknown_fields: true,
    });

    fn sample(random: &mut Random) -> Self {
        Self {
            a: Sample::sample(random),
            nothing: (),
        }
    }
}

fn seven() -> u32 {
    7
}

fn present<T: Serialize, S: serde::Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_some(value)
}

/// What the caller may leave out. It is written as a caller writes it who leaves nothing out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::wire::tests) struct Defaults {
    #[serde(serialize_with = "present")]
    pub(in crate::wire::tests) size: u8,
    #[serde(default = "seven", alias = "n", serialize_with = "present")]
    pub(in crate::wire::tests) number: u32,
    #[serde(serialize_with = "present")]
    pub(in crate::wire::tests) post: Option<Post>,
    #[serde(serialize_with = "present")]
    pub(in crate::wire::tests) nothing: (),
}

impl Default for Defaults {
    fn default() -> Self {
        Self {
            size: 99,
            number: 0,
            post: None,
            nothing: (),
        }
    }
}

impl Sample for Defaults {
    const SHAPE: Shape = Shape::Struct(
        &const {
            of(fields![
                "size": <u8>::SHAPE => Flagged,
                "number" | "n": <u32>::SHAPE => Flagged,
                "post": <Option<Post>>::SHAPE => Flagged,
                "nothing": <()>::SHAPE => Flagged,
            ])
        },
    );

    fn sample(random: &mut Random) -> Self {
        Self {
            size: Sample::sample(random),
            number: Sample::sample(random),
            post: Sample::sample(random),
            nothing: (),
        }
    }
}
