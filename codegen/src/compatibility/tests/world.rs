//! Types that a server might have at some time, as its model has them.

use crate::compatibility::Schema;
use crate::model::fingerprint::tests::{action, definition};
use crate::model::{
    Api, Body, DefinitionId, Encoding, Enum, Field, Fields, Input, InputField, Location, Omission,
    Presence, RustType, Scalar, Special, Tagging, Type, Variant,
};
use crate::random::Random;

/// How many definitions there are, each of which may refer to any other. The first is a struct.
pub(super) const DEFINITIONS: usize = 3;

/// The name of the one parameter.
pub(super) const PARAMETER: &str = "it";

/// Definitions, and what an action takes or returns.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) bodies: Vec<Body>,
    /// Which of them refuse what they do not know.
    pub(super) deny: Vec<bool>,
    pub(super) root: Type,
    /// Whether the one parameter has a default.
    pub(super) optional: bool,
    pub(super) encoding: Encoding,
}

impl World {
    pub(super) fn new(random: &mut Random, encoding: Encoding) -> Self {
        let first = Body::Struct(Fields::Named(fields(random)));
        let others = (1..DEFINITIONS).map(|_| body(random));
        let bodies: Vec<Body> = std::iter::once(first).chain(others).collect();
        World {
            deny: bodies.iter().map(|_| random.once_in(8)).collect(),
            bodies,
            root: root(random),
            optional: random.once_in(3),
            encoding,
        }
    }

    /// Where the root is a parameter.
    pub(super) fn as_input(&self) -> Schema {
        let parameter = InputField {
            optional: self.optional,
            ..InputField::new(PARAMETER, self.root.clone(), rust(&self.root))
        };
        self.schema(Input::Fields(vec![parameter]), Type::Unit)
    }

    /// Where the root is a result.
    pub(super) fn as_result(&self) -> Schema {
        self.schema(Input::None, self.root.clone())
    }

    fn schema(&self, input: Input, ok: Type) -> Schema {
        let bodies = self.bodies.iter().cloned().enumerate();
        let mut definitions: Vec<_> = bodies.map(|(at, body)| definition(at, body)).collect();
        for (definition, deny) in definitions.iter_mut().zip(&self.deny) {
            definition.deny_unknown_fields = *deny;
        }
        let mut action = action(input, ok);
        action.encoding = self.encoding;
        let api = Api {
            definitions,
            ..Api::default()
        };
        Schema::of(&api, &action)
    }
}

/// Mostly something that leads to all else.
fn root(random: &mut Random) -> Type {
    match random.below(7) {
        0 => ty(random, 2),
        1 => Type::Option(Box::new(Type::Option(Box::new(leaf(random))))),
        2 => Type::List(Box::new(named(random))),
        3 => Type::Set(Box::new(named(random))),
        _ => named(random),
    }
}

/// A type that is not nested deeper than so.
pub(super) fn ty(random: &mut Random, depth: usize) -> Type {
    let Some(depth) = depth.checked_sub(1) else {
        return leaf(random);
    };
    let boxed = |random: &mut Random| Box::new(ty(random, depth));
    match random.below(14) {
        0 | 1 => Type::Option(boxed(random)),
        2 => Type::List(boxed(random)),
        3 => Type::Set(boxed(random)),
        4 => Type::Map(Box::new(random.pick(KEYS)), boxed(random)),
        5 => Type::Array(boxed(random), random.below(3) as u64),
        6 => Type::Tuple(vec![ty(random, depth), ty(random, depth)]),
        7..=9 => named(random),
        _ => leaf(random),
    }
}

fn named(random: &mut Random) -> Type {
    Type::Named(DefinitionId(random.below(DEFINITIONS)), Vec::new())
}

pub(super) fn leaf(random: &mut Random) -> Type {
    match random.below(8) {
        0 => random.pick(KEYS),
        1 => random.pick(OTHERS),
        _ => Type::Scalar(random.pick(SCALARS)),
    }
}

pub(super) const SCALARS: &[Scalar] = &[
    Scalar::Bool,
    Scalar::U8,
    Scalar::U16,
    Scalar::U32,
    Scalar::U64,
    Scalar::U128,
    Scalar::I8,
    Scalar::I16,
    Scalar::I32,
    Scalar::I64,
    Scalar::I128,
    Scalar::F32,
    Scalar::F64,
    Scalar::Char,
];

/// What plain JSON has as the name of a member, too.
pub(super) const KEYS: &[Type] = &[
    Type::String,
    Type::Scalar(Scalar::Char),
    Type::Scalar(Scalar::U8),
    Type::Scalar(Scalar::I16),
    Type::Scalar(Scalar::U64),
    Type::Special(Special::Uuid),
    Type::Special(Special::Decimal),
];

pub(super) const OTHERS: &[Type] = &[
    Type::Unit,
    Type::Bytes,
    Type::ByteArray(2),
    Type::ByteArray(3),
    Type::Special(Special::Ipv4Addr),
    Type::Special(Special::IpAddr),
];

fn body(random: &mut Random) -> Body {
    if random.once_in(3) {
        return Body::Struct(Fields::Named(fields(random)));
    }
    let tagging = tagging(random);
    let variants = (0..1 + random.below(3)).map(|at| {
        let payload = payload(random, &tagging);
        Variant {
            other: payload_is_unit(&payload) && random.once_in(6),
            ..Variant::new(format!("V{at}"), at as u32, payload, Location::default())
        }
    });
    let variants = variants.collect();
    Body::Enum(Enum { tagging, variants })
}

fn payload_is_unit(payload: &Fields) -> bool {
    matches!(payload, Fields::Unit)
}

pub(super) fn tagging(random: &mut Random) -> Tagging {
    let tag = "t".to_owned();
    match random.below(4) {
        0 => Tagging::Internal { tag },
        1 => Tagging::Adjacent {
            tag,
            content: "c".to_owned(),
        },
        _ => Tagging::External,
    }
}

/// What a variant holds; beside an internal tag, what has fields.
pub(super) fn payload(random: &mut Random, tagging: &Tagging) -> Fields {
    let is_internal = matches!(tagging, Tagging::Internal { .. });
    match random.below(4) {
        0 => Fields::Unit,
        1 => Fields::Named(fields(random)),
        2 if is_internal => {
            let first = Type::Named(DefinitionId(0), Vec::new());
            Fields::Tuple(vec![field("0", first)])
        }
        2 => Fields::Tuple(vec![field("0", ty(random, 1))]),
        _ if is_internal => Fields::Unit,
        _ => Fields::Tuple(vec![field("0", ty(random, 1)), field("1", leaf(random))]),
    }
}

fn fields(random: &mut Random) -> Vec<Field> {
    let count = 1 + random.below(3);
    let all = (0..count).map(|at| any_field(random, &format!("f{at}")));
    let mut all: Vec<Field> = all.collect();
    if let [first, others @ ..] = all.as_mut_slice()
        && random.once_in(3)
    {
        // Such fields can be mistaken for one another.
        for other in others {
            (other.ty, other.rust) = (first.ty.clone(), first.rust.clone());
        }
    }
    all
}

/// A field of some type that may have a default.
pub(super) fn any_field(random: &mut Random, name: &str) -> Field {
    Field {
        presence: random.pick(&[
            Presence::Required,
            Presence::Required,
            Presence::Zero,
            Presence::Flagged,
        ]),
        omission: random.pick(&[Omission::Never, Omission::Never, Omission::Sometimes]),
        converted: random.once_in(6),
        ..field(name, ty(random, 2))
    }
}

fn field(name: &str, ty: Type) -> Field {
    let rust = rust(&ty);
    Field::new(name, ty, rust, Location::default())
}

/// Nobody asks more of it than whether it is an `Option`.
pub(super) fn rust(ty: &Type) -> RustType {
    match ty {
        Type::Option(_) => RustType::Path("::std::option::Option".to_owned(), Vec::new()),
        _ => RustType::unnamed(),
    }
}
