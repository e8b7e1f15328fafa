//! Types as the test has them: what the source text, the shapes, the values and the oracle are all
//! made from, none of them from one another.

use crate::rng::Rng;

/// A type that travels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Bool,
    /// With how many bits, and whether it has a sign.
    Int(u32, bool),
    F32,
    F64,
    Char,
    Text,
    Bytes,
    Unit,
    Option(Box<Type>),
    List(Box<Type>),
    Set(Box<Type>),
    /// By text or by a number.
    Map(Box<Type>, Box<Type>),
    Array(Box<Type>, usize),
    Tuple(Vec<Type>),
    Struct(Struct),
    Enum(Enum),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    pub(crate) deny_unknown_fields: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) presence: Presence,
    pub(crate) ty: Type,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Presence {
    Required,
    /// `#[serde(default)]` of a type whose default is zero.
    Zero,
    /// `#[serde(default = "…")]`
    Flagged,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Enum {
    pub(crate) tagging: Tagging,
    pub(crate) variants: Vec<Variant>,
    /// Whether the last variant is `#[serde(other)]`.
    pub(crate) other: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Tagging {
    External,
    Internal,
    Adjacent,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) payload: Payload,
}

/// What stands behind the name of a variant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Payload {
    Unit,
    Newtype(Type),
    Fields(Vec<Field>),
}

/// Few, so that two schemas have many in common.
const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

const VARIANTS: [&str; 5] = ["A", "B", "C", "D", "E"];

/// A struct or an enum.
pub(crate) fn root(rng: &mut Rng) -> Type {
    match rng.one_in(3) {
        true => Type::Enum(enumeration(rng, 3)),
        false => Type::Struct(structure(rng, 3)),
    }
}

/// Any type, with so many levels of others in it at most.
pub(crate) fn any(rng: &mut Rng, depth: usize) -> Type {
    let boxed = |rng: &mut Rng| Box::new(any(rng, depth - 1));
    match rng.below(if depth == 0 { 8 } else { 20 }) {
        0 => Type::Bool,
        1 | 2 => integer(rng),
        3 => rng.pick(&[Type::F32, Type::F64]),
        4 => Type::Char,
        5 => Type::Text,
        6 => Type::Bytes,
        7 => Type::Unit,
        8..=10 => Type::Option(boxed(rng)),
        11 => list(any(rng, depth - 1)),
        12 => Type::Set(Box::new(key(rng))),
        13 => Type::Map(Box::new(key(rng)), boxed(rng)),
        14 => Type::Array(Box::new(not_byte(any(rng, depth - 1))), 1 + rng.below(2)),
        15 => Type::Tuple((0..2 + rng.below(2)).map(|_| any(rng, depth - 1)).collect()),
        16 | 17 => Type::Enum(enumeration(rng, depth - 1)),
        _ => Type::Struct(structure(rng, depth - 1)),
    }
}

/// A list, which of bytes is not one.
pub(crate) fn list(element: Type) -> Type {
    Type::List(Box::new(not_byte(element)))
}

fn not_byte(ty: Type) -> Type {
    match ty {
        Type::Int(8, false) => Type::Int(16, false),
        other => other,
    }
}

fn integer(rng: &mut Rng) -> Type {
    Type::Int(rng.pick(&[8, 16, 32, 64, 128]), rng.one_in(2))
}

fn key(rng: &mut Rng) -> Type {
    rng.pick(&[Type::Text, Type::Int(32, false), Type::Int(64, false)])
}

pub(crate) fn structure(rng: &mut Rng, depth: usize) -> Struct {
    Struct {
        fields: fields(rng, depth),
        deny_unknown_fields: rng.one_in(8),
    }
}

fn fields(rng: &mut Rng, depth: usize) -> Vec<Field> {
    let mut fields = Vec::new();
    for name in NAMES {
        if rng.one_in(2) {
            fields.push(field(rng, name, depth));
        }
    }
    fields
}

fn field(rng: &mut Rng, name: &str, depth: usize) -> Field {
    let ty = any(rng, depth);
    Field {
        name: name.to_owned(),
        aliases: Vec::new(),
        presence: presence(rng, &ty),
        ty,
    }
}

pub(crate) fn presence(rng: &mut Rng, ty: &Type) -> Presence {
    let zero = matches!(
        ty,
        Type::Bool | Type::Int(..) | Type::Text | Type::Option(_) | Type::List(_)
    );
    match rng.below(6) {
        0 if zero => Presence::Zero,
        1 => Presence::Flagged,
        _ => Presence::Required,
    }
}

pub(crate) fn enumeration(rng: &mut Rng, depth: usize) -> Enum {
    let tagging = rng.pick(&[
        Tagging::External,
        Tagging::External,
        Tagging::Internal,
        Tagging::Adjacent,
    ]);
    let count = 1 + rng.below(3);
    let start = rng.below(VARIANTS.len() - count + 1);
    let variants = VARIANTS[start..start + count].iter();
    Enum {
        tagging,
        variants: variants
            .map(|name| variant(rng, name, tagging, depth))
            .collect(),
        other: false,
    }
}

pub(crate) fn variant(rng: &mut Rng, name: &str, tagging: Tagging, depth: usize) -> Variant {
    let payload = match rng.below(3) {
        0 => Payload::Unit,
        // What stands beside a tag has names.
        1 if tagging != Tagging::Internal => Payload::Newtype(any(rng, depth)),
        _ => Payload::Fields(fields(rng, depth)),
    };
    Variant {
        name: name.to_owned(),
        aliases: Vec::new(),
        payload,
    }
}
