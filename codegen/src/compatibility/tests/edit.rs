//! What people do to their types between two deploys.

use super::world::{self, KEYS, OTHERS, SCALARS, World};
use crate::model::{Body, Enum, Field, Fields, Presence, Tagging, Type, Variant};
use crate::random::Random;

/// Does something, unless it does not apply to what was picked.
type Edit = fn(&mut World, &mut Random);

const EDITS: &[Edit] = &[
    |world, _| world.optional = !world.optional,
    |world, _| world.optional = !world.optional,
    |world, random| change(&mut world.root, random),
    |world, random| {
        let at = random.below(world.deny.len());
        world.deny[at] = !world.deny[at];
    },
    retype,
    retype,
    retype,
    |world, random| fields(world, random, add_field),
    |world, random| fields(world, random, add_field),
    |world, random| fields(world, random, remove_field),
    |world, random| fields(world, random, |fields, random| rename_field(fields, random)),
    |world, random| fields(world, random, merge_fields),
    |world, random| fields(world, random, take_the_tag),
    |world, random| fields(world, random, |fields, random| swap(fields, random)),
    |world, random| {
        fields(world, random, |fields, random| {
            let_fields_be_absent(fields, random)
        })
    },
    |world, random| variants(world, random, add_variant),
    |world, random| variants(world, random, add_variant),
    |world, random| variants(world, random, remove_variant),
    |world, random| variants(world, random, rename_variant),
    |world, random| variants(world, random, merge_variants),
    |world, random| {
        variants(world, random, |body, random| {
            swap(&mut body.variants, random)
        })
    },
    |world, random| variants(world, random, stand_in),
    |world, random| variants(world, random, refill),
    |world, random| variants(world, random, retag),
];

/// The same with a few changes, of which at least one shows, if that can be.
pub(super) fn edited(world: &World, random: &mut Random) -> World {
    let shown = |world: &World| [world.as_input(), world.as_result()].map(|it| it.to_string());
    let before = shown(world);
    let mut edited = world.clone();
    for _ in 0..ATTEMPTS {
        random.pick(EDITS)(&mut edited, random);
        if shown(&edited) != before && !random.once_in(3) {
            break;
        }
    }
    edited
}

const ATTEMPTS: usize = 10;

fn any_body<'a>(world: &'a mut World, random: &mut Random) -> &'a mut Body {
    let at = random.below(world.bodies.len());
    &mut world.bodies[at]
}

/// Named fields of a struct or of a variant.
fn fields(world: &mut World, random: &mut Random, edit: fn(&mut Vec<Field>, &mut Random)) {
    let fields = match any_body(world, random) {
        Body::Struct(fields) => Some(fields),
        Body::Enum(body) => {
            let at = random.below(body.variants.len().max(1));
            body.variants.get_mut(at).map(|variant| &mut variant.fields)
        }
        _ => None,
    };
    if let Some(Fields::Named(fields)) = fields {
        edit(fields, random);
    }
}

fn variants(world: &mut World, random: &mut Random, edit: fn(&mut Enum, &mut Random)) {
    if let Body::Enum(body) = any_body(world, random) {
        edit(body, random);
    }
}

fn retype(world: &mut World, random: &mut Random) {
    let fields = match any_body(world, random) {
        Body::Struct(fields) => fields,
        Body::Enum(body) => {
            let is_internal = matches!(body.tagging, Tagging::Internal { .. });
            let at = random.below(body.variants.len().max(1));
            match body.variants.get_mut(at).map(|variant| &mut variant.fields) {
                None => return,
                Some(Fields::Tuple(_)) if is_internal => return,
                Some(fields) => fields,
            }
        }
        _ => return,
    };
    if let Fields::Named(fields) | Fields::Tuple(fields) = fields
        && !fields.is_empty()
    {
        let at = random.below(fields.len());
        change(&mut fields[at].ty, random);
        fields[at].rust = world::rust(&fields[at].ty);
    }
}

/// Another type that has something to do with it.
fn change(ty: &mut Type, random: &mut Random) {
    let old = std::mem::replace(ty, Type::Unit);
    *ty = match old {
        old if random.once_in(6) => Type::Option(Box::new(old)),
        old if random.once_in(12) => match random.below(2) {
            0 => old,
            _ => world::ty(random, 1),
        },
        Type::Option(inner) if random.once_in(2) => *inner,
        Type::Set(inner) if random.once_in(2) => Type::List(inner),
        Type::List(inner) if random.once_in(3) => Type::Set(inner),
        Type::Array(inner, length) if random.once_in(2) => match random.below(3) {
            0 => Type::Array(inner, length + 1),
            1 => Type::Tuple(vec![*inner; usize::try_from(length).unwrap()]),
            _ => Type::List(inner),
        },
        Type::Option(mut inner) => {
            change(&mut inner, random);
            Type::Option(inner)
        }
        Type::List(mut inner) => {
            change(&mut inner, random);
            Type::List(inner)
        }
        Type::Set(mut inner) => {
            change(&mut inner, random);
            Type::Set(inner)
        }
        Type::Array(mut inner, length) => {
            change(&mut inner, random);
            Type::Array(inner, length)
        }
        Type::Map(mut key, mut value) => {
            match random.below(3) {
                0 => *key = random.pick(KEYS),
                1 => change(&mut value, random),
                _ => change(&mut key, random),
            }
            Type::Map(key, value)
        }
        Type::Tuple(mut parts) if !parts.is_empty() => {
            let at = random.below(parts.len());
            change(&mut parts[at], random);
            Type::Tuple(parts)
        }
        Type::Scalar(_) => match random.below(8) {
            0 => Type::String,
            _ => Type::Scalar(random.pick(SCALARS)),
        },
        named @ Type::Named(..) => named,
        _ => random.pick(&[OTHERS, KEYS].concat()),
    };
}

fn swap<T>(all: &mut [T], random: &mut Random) {
    if let len @ 2.. = all.len() {
        all.swap(random.below(len), random.below(len));
    }
}

/// A name that none of them has, though one may have had it.
fn unused<'a>(names: impl Iterator<Item = &'a String>, first: &str, random: &mut Random) -> String {
    let names: Vec<&String> = names.collect();
    let mut number = random.below(5);
    loop {
        let name = format!("{first}{number}");
        if !names.contains(&&name) {
            return name;
        }
        number += 1;
    }
}

fn names_of_fields(fields: &[Field]) -> impl Iterator<Item = &String> {
    let fields = fields.iter();
    fields.flat_map(|field| field.aliases.iter().chain([&field.names.input]))
}

fn add_field(fields: &mut Vec<Field>, random: &mut Random) {
    let name = unused(names_of_fields(fields), "f", random);
    let at = random.below(fields.len() + 1);
    fields.insert(at, world::any_field(random, &name));
}

fn remove_field(fields: &mut Vec<Field>, random: &mut Random) {
    if !fields.is_empty() {
        fields.remove(random.below(fields.len()));
    }
}

fn rename_field(fields: &mut [Field], random: &mut Random) {
    let name = unused(names_of_fields(fields), "f", random);
    let Some(at) = fields.len().checked_sub(1) else {
        return;
    };
    let field = &mut fields[random.below(at + 1)];
    let old = std::mem::replace(&mut field.names.input, name.clone());
    field.names.output = name;
    if !random.once_in(4) {
        field.aliases.push(old);
    }
}

/// One takes the place of another, and reads what was sent for it.
fn merge_fields(fields: &mut Vec<Field>, random: &mut Random) {
    if fields.len() < 2 {
        return;
    }
    let gone = fields.remove(random.below(fields.len()));
    let at = random.below(fields.len());
    fields[at].aliases.push(gone.names.input);
}

/// What an enum with an internal tag calls it may be the name of a field beside it.
fn take_the_tag(fields: &mut Vec<Field>, random: &mut Random) {
    let name = unused(names_of_fields(fields), "f", random);
    fields.push(Field {
        aliases: vec!["t".to_owned()],
        presence: Presence::Zero,
        ty: Type::String,
        ..world::any_field(random, &name)
    });
}

fn let_fields_be_absent(fields: &mut [Field], random: &mut Random) {
    if let Some(at) = fields.len().checked_sub(1) {
        let all = [Presence::Required, Presence::Zero, Presence::Flagged];
        fields[random.below(at + 1)].presence = random.pick(&all);
    }
}

fn names_of_variants(body: &Enum) -> impl Iterator<Item = &String> {
    let variants = body.variants.iter();
    variants.flat_map(|variant| variant.aliases.iter().chain([&variant.names.input]))
}

fn number(body: &mut Enum) {
    for (index, variant) in (0..).zip(&mut body.variants) {
        variant.index = index;
    }
}

fn add_variant(body: &mut Enum, random: &mut Random) {
    let name = unused(names_of_variants(body), "V", random);
    let payload = world::payload(random, &body.tagging);
    let at = random.below(body.variants.len() + 1);
    let variant = Variant::new(name, 0, payload, crate::model::Location::default());
    body.variants.insert(at, variant);
    number(body);
}

fn remove_variant(body: &mut Enum, random: &mut Random) {
    if !body.variants.is_empty() {
        body.variants.remove(random.below(body.variants.len()));
        number(body);
    }
}

fn rename_variant(body: &mut Enum, random: &mut Random) {
    let name = unused(names_of_variants(body), "V", random);
    if body.variants.is_empty() {
        return;
    }
    let at = random.below(body.variants.len());
    let variant = &mut body.variants[at];
    let old = std::mem::replace(&mut variant.names.input, name.clone());
    variant.names.output = name;
    if !random.once_in(4) {
        variant.aliases.push(old);
    }
}

/// One takes the place of another, and reads what was sent for it.
fn merge_variants(body: &mut Enum, random: &mut Random) {
    if body.variants.len() < 2 {
        return;
    }
    let gone = body.variants.remove(random.below(body.variants.len()));
    let at = random.below(body.variants.len());
    body.variants[at].aliases.push(gone.names.input);
    number(body);
}

/// For all that are not known.
fn stand_in(body: &mut Enum, random: &mut Random) {
    let has_one = body.variants.iter().any(|variant| variant.other);
    let units = body.variants.iter_mut();
    let mut units: Vec<_> = units
        .filter(|variant| matches!(variant.fields, Fields::Unit))
        .collect();
    if !has_one && !units.is_empty() {
        let at = random.below(units.len());
        units[at].other = true;
    }
}

fn refill(body: &mut Enum, random: &mut Random) {
    if !body.variants.is_empty() {
        let at = random.below(body.variants.len());
        body.variants[at].fields = world::payload(random, &body.tagging);
        body.variants[at].other = false;
    }
}

fn retag(body: &mut Enum, random: &mut Random) {
    let tagging = world::tagging(random);
    if !matches!(tagging, Tagging::Internal { .. }) {
        body.tagging = tagging;
    }
}
