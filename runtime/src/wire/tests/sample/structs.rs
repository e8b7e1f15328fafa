//! Structs with every attribute that matters.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use serde::{Deserialize, Serialize};

use super::{Random, Sample};
use crate::wire::shape::{Field, Presence, Shape, Struct, Text};

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

const fn of(fields: &'static [Field]) -> Struct {
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

/// One field of everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::wire::tests) struct Wide {
    numbers: (u64, i64, f64),
    small: (i8, u16, f32),
    bytes: Vec<u8>,
    fixed: [u8; 4],
    pair: [String; 2],
    nested: Option<Option<u8>>,
    unit: Option<()>,
    named: BTreeMap<String, Option<i32>>,
    numbered: BTreeMap<u32, String>,
    keyed: BTreeMap<(bool, char), Vec<u8>>,
    set: BTreeSet<char>,
    id: uuid::Uuid,
    host: IpAddr,
    peer: SocketAddr,
    v4: SocketAddrV4,
    v6: SocketAddrV6,
    short: Ipv4Addr,
    long: Ipv6Addr,
    price: rust_decimal::Decimal,
    letter: char,
    text: String,
}

macro_rules! more_text {
    ($($ty:ident($random:ident) $sample:expr;)*) => {$(
        impl Sample for $ty {
            const SHAPE: Shape = Shape::Text(Text::$ty);

            fn sample($random: &mut Random) -> Self {
                $sample
            }
        }
    )*};
}

more_text! {
    Ipv4Addr(random) Self::from_bits(u32::sample(random));
    Ipv6Addr(random) Self::from_bits(u128::sample(random));
    SocketAddrV4(random) Self::new(Sample::sample(random), u16::sample(random));
    SocketAddrV6(random) Self::new(Sample::sample(random), u16::sample(random), 0, 0);
}

impl Sample for Wide {
    const SHAPE: Shape = Shape::Struct(
        &const {
            of(fields![
                "numbers": <(u64, i64, f64)>::SHAPE => Required,
                "small": <(i8, u16, f32)>::SHAPE => Required,
                "bytes": <Vec<u8>>::SHAPE => Required,
                "fixed": <[u8; 4]>::SHAPE => Required,
                "pair": <[String; 2]>::SHAPE => Required,
                "nested": <Option<Option<u8>>>::SHAPE => Required,
                "unit": <Option<()>>::SHAPE => Required,
                "named": <BTreeMap<String, Option<i32>>>::SHAPE => Required,
                "numbered": <BTreeMap<u32, String>>::SHAPE => Required,
                "keyed": <BTreeMap<(bool, char), Vec<u8>>>::SHAPE => Required,
                "set": <BTreeSet<char>>::SHAPE => Required,
                "id": <uuid::Uuid>::SHAPE => Required,
                "host": <IpAddr>::SHAPE => Required,
                "peer": <SocketAddr>::SHAPE => Required,
                "v4": <SocketAddrV4>::SHAPE => Required,
                "v6": <SocketAddrV6>::SHAPE => Required,
                "short": <Ipv4Addr>::SHAPE => Required,
                "long": <Ipv6Addr>::SHAPE => Required,
                "price": <rust_decimal::Decimal>::SHAPE => Required,
                "letter": <char>::SHAPE => Required,
                "text": <String>::SHAPE => Required,
            ])
        },
    );

    fn sample(random: &mut Random) -> Self {
        Self {
            numbers: Sample::sample(random),
            small: Sample::sample(random),
            bytes: Sample::sample(random),
            fixed: Sample::sample(random),
            pair: Sample::sample(random),
            nested: Sample::sample(random),
            unit: Sample::sample(random),
            named: Sample::sample(random),
            numbered: Sample::sample(random),
            keyed: Sample::sample(random),
            set: Sample::sample(random),
            id: Sample::sample(random),
            host: Sample::sample(random),
            peer: Sample::sample(random),
            v4: Sample::sample(random),
            v6: Sample::sample(random),
            short: Sample::sample(random),
            long: Sample::sample(random),
            price: Sample::sample(random),
            letter: Sample::sample(random),
            text: Sample::sample(random),
        }
    }
}
