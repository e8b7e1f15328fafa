//! Random types: what a caller could notice shows in the text, and nothing else does.

use super::{action, definition};
use crate::model::fingerprint::identify;
use crate::model::{
    Api, Body, Both, DefinitionId, Enum, Field, Fields, Input, Location, Presence, Presentation,
    RustType, Scalar, Special, Tagging, Timestamp, Type, Variant,
};

const CASES: u64 = 100;

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }
}

/// Types that tell each other apart; those of one row do not.
fn leaves() -> [Vec<Type>; 8] {
    let number = |scalar| vec![Type::Scalar(scalar), Type::Number(scalar)];
    let moment = |presentation| Type::Timestamp(Timestamp::Rfc3339, presentation);
    let list = Type::List(Box::new(Type::Scalar(Scalar::F64)));
    [
        number(Scalar::U64),
        number(Scalar::I64),
        vec![Type::Scalar(Scalar::U8)],
        vec![
            Type::String,
            moment(Presentation::Date),
            moment(Presentation::Plain),
        ],
        vec![Type::Bytes],
        vec![list, Type::TypedArray(Scalar::F64)],
        vec![Type::Special(Special::Uuid)],
        vec![Type::Special(Special::IpAddr)],
    ]
}

/// Definitions 0 to 3, each of which refers to any other.
fn bodies(random: &mut Random) -> Vec<Body> {
    (0..4).map(|_| body(random)).collect()
}

fn body(random: &mut Random) -> Body {
    let tagging = match random.below(5) {
        0 | 1 => return Body::Struct(Fields::Named(fields(random))),
        2 => Tagging::External,
        3 => Tagging::Internal { tag: "tag".into() },
        _ => Tagging::Adjacent {
            tag: "tag".into(),
            content: "content".into(),
        },
    };
    let variants = (0..3).map(|index| {
        let fields = match random.below(2) {
            0 => Fields::Unit,
            _ => Fields::Named(fields(random)),
        };
        Variant::new(format!("v{index}"), index, fields, Location::default())
    });
    let variants = variants.collect();
    Body::Enum(Enum { tagging, variants })
}

fn fields(random: &mut Random) -> Vec<Field> {
    let field = |index: usize| {
        let ty = match random.below(4) {
            0 => Type::Named(DefinitionId(random.below(4)), Vec::new()),
            1 => Type::Option(Box::new(random.pick(&leaves())[0].clone())),
            _ => random.pick(&leaves())[0].clone(),
        };
        let name = format!("f{index}");
        let rust = RustType::unnamed();
        Field {
            presence: random.pick(&[Presence::Required, Presence::Zero, Presence::Flagged]),
            ..Field::new(name, ty, rust, Location::default())
        }
    };
    (0..3).map(field).collect()
}

fn schema(bodies: &[Body]) -> String {
    let input = Input::Struct(Type::Named(DefinitionId(0), Vec::new()));
    let ok = Type::Named(DefinitionId(0), Vec::new());
    let definitions = bodies.iter().cloned().enumerate();
    let mut api = Api {
        actions: vec![action(input, ok)],
        definitions: definitions
            .map(|(index, body)| definition(index, body))
            .collect(),
        ..Api::default()
    };
    identify(&mut api);
    api.actions.remove(0).schema
}

/// The fields of the first definition.
fn first_fields(bodies: &mut [Body]) -> Option<&mut Vec<Field>> {
    match &mut bodies[0] {
        Body::Struct(Fields::Named(fields)) => Some(fields),
        Body::Enum(body) => {
            body.variants
                .iter_mut()
                .find_map(|variant| match &mut variant.fields {
                    Fields::Named(fields) => Some(fields),
                    _ => None,
                })
        }
        _ => None,
    }
}

/// Each changes bytes or names; `false` where it does not apply.
const VISIBLE: &[fn(&mut [Body]) -> bool] = &[
    |bodies| edit(bodies, |fields| fields[0].names.input.push('x')),
    |bodies| edit(bodies, |fields| fields[0].names.output.push('x')),
    |bodies| edit(bodies, |fields| fields.swap(0, 1)),
    |bodies| edit(bodies, |fields| drop(fields.pop())),
    |bodies| edit(bodies, |fields| fields[1].travels.input = false),
    |bodies| edit(bodies, |fields| fields[1].travels.output = false),
    |bodies| {
        edit(bodies, |fields| {
            fields[2].presence = match fields[2].presence {
                Presence::Required => Presence::Zero,
                Presence::Zero => Presence::Flagged,
                Presence::Flagged => Presence::Required,
            };
        })
    },
    |bodies| {
        edit(bodies, |fields| {
            fields[0].ty = Type::Set(Box::new(Type::Bytes))
        })
    },
    |bodies| {
        retag(bodies, |tagging| match tagging {
            Tagging::External => *tagging = Tagging::Internal { tag: "tag".into() },
            Tagging::Internal { tag } | Tagging::Adjacent { content: tag, .. } => tag.push('x'),
            Tagging::Untagged => {}
        })
    },
    |bodies| {
        retag(bodies, |tagging| match tagging {
            Tagging::Adjacent { tag, .. } => tag.push('x'),
            tagging => *tagging = Tagging::Untagged,
        })
    },
    |bodies| revary(bodies, |variants| variants.swap(0, 2)),
    |bodies| revary(bodies, |variants| variants[1].names.input.push('x')),
    |bodies| revary(bodies, |variants| variants[1].names.output.push('x')),
    |bodies| revary(bodies, |variants| variants[1].travels = Both::same(false)),
    |bodies| {
        revary(bodies, |variants| {
            variants[0].fields = match variants[0].fields {
                Fields::Unit => Fields::Named(Vec::new()),
                _ => Fields::Unit,
            };
        })
    },
];

fn edit(bodies: &mut [Body], change: impl Fn(&mut Vec<Field>)) -> bool {
    let fields = first_fields(bodies);
    fields.map(change).is_some()
}

fn retag(bodies: &mut [Body], change: impl Fn(&mut Tagging)) -> bool {
    match &mut bodies[0] {
        Body::Enum(body) => {
            change(&mut body.tagging);
            true
        }
        _ => false,
    }
}

fn revary(bodies: &mut [Body], change: impl Fn(&mut Vec<Variant>)) -> bool {
    match &mut bodies[0] {
        Body::Enum(body) => {
            change(&mut body.variants);
            true
        }
        _ => false,
    }
}

#[test]
fn what_callers_notice_shows() {
    let mut applied = vec![0; VISIBLE.len()];
    for seed in 1..=CASES {
        let original = bodies(&mut Random(seed));
        let text = schema(&original);
        for (number, change) in VISIBLE.iter().enumerate() {
            let mut changed = original.clone();
            if change(&mut changed) {
                applied[number] += 1;
                assert_ne!(schema(&changed), text, "change {number} of {seed}");
            }
        }
    }
    assert!(applied.iter().all(|count| *count > 0), "{applied:?}");
}

/// The same bodies under other numbers, wrapped and shown otherwise.
fn disguised(original: &[Body], random: &mut Random) -> Vec<Body> {
    let mut bodies = original.to_vec();
    // A newtype around each definition but the first, which all references go through.
    for index in 1..4 {
        let inner = Type::Named(DefinitionId(index), Vec::new());
        let field = Field::new("0", inner, RustType::unnamed(), Location::default());
        bodies.push(Body::Newtype(Box::new(field)));
    }
    for body in bodies.iter_mut().take(4) {
        each_field(body, &mut |field| {
            field.aliases.push("alias".to_owned());
            disguise(&mut field.ty, random);
        });
    }
    bodies
}

fn disguise(ty: &mut Type, random: &mut Random) {
    match ty {
        Type::Option(inner) => disguise(inner, random),
        Type::Named(id, _) if id.0 > 0 && random.below(2) == 0 => id.0 += 3,
        other => {
            let row = leaves().into_iter().find(|row| row.contains(other));
            if let Some(row) = row {
                *other = random.pick(&row);
            }
        }
    }
}

fn each_field(body: &mut Body, change: &mut dyn FnMut(&mut Field)) {
    let all: Vec<&mut Fields> = match body {
        Body::Struct(fields) => vec![fields],
        Body::Enum(body) => {
            let variants = body.variants.iter_mut();
            variants.map(|variant| &mut variant.fields).collect()
        }
        _ => Vec::new(),
    };
    for fields in all {
        if let Fields::Named(fields) | Fields::Tuple(fields) = fields {
            fields.iter_mut().for_each(&mut *change);
        }
    }
}

#[test]
fn what_nobody_notices_does_not_show() {
    for seed in 1..=CASES {
        let original = bodies(&mut Random(seed));
        let disguised = disguised(&original, &mut Random(seed + CASES));
        assert_eq!(schema(&disguised), schema(&original), "{seed}");
    }
}
