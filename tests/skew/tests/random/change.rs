//! What people do to their types.

use crate::rng::Rng;
use crate::schema::{self, Enum, Field, Payload, Presence, Struct, Tagging, Type, Variant};

/// The same type after a few changes.
pub(crate) fn changed(rng: &mut Rng, ty: &Type) -> Type {
    let mut changed = ty.clone();
    for _ in 0..1 + rng.below(3) {
        within(rng, &mut changed);
    }
    changed
}

/// Changes the type itself, or something in it.
fn within(rng: &mut Rng, ty: &mut Type) {
    let deeper = !rng.one_in(3);
    match ty {
        Type::Struct(of) if deeper && !of.fields.is_empty() => {
            let index = rng.below(of.fields.len());
            within(rng, &mut of.fields[index].ty);
            settle(rng, &mut of.fields[index]);
        }
        Type::Struct(of) => structure(rng, of),
        Type::Enum(of) if deeper => payload(rng, of),
        Type::Enum(of) => enumeration(rng, of),
        Type::Option(inner) if deeper => within(rng, inner),
        Type::List(inner) | Type::Array(inner, _) if deeper => {
            within(rng, inner);
            if **inner == Type::Int(8, false) {
                **inner = Type::Int(16, false);
            }
        }
        Type::Map(_, value) if deeper => within(rng, value),
        Type::Tuple(parts) if deeper => {
            let index = rng.below(parts.len());
            within(rng, &mut parts[index]);
        }
        other => *other = replaced(rng, other),
    }
}

/// A default is one only as long as the type has it.
fn settle(rng: &mut Rng, field: &mut Field) {
    if field.presence == Presence::Zero {
        field.presence = match schema::presence(rng, &field.ty) {
            Presence::Required => Presence::Flagged,
            other => other,
        };
    }
}

fn replaced(rng: &mut Rng, ty: &Type) -> Type {
    match (rng.below(4), ty) {
        (0, Type::Option(inner)) => (**inner).clone(),
        (0, ty) => Type::Option(Box::new(ty.clone())),
        (1 | 2, Type::Int(bits, signed)) => {
            let bits = if rng.one_in(3) { bits / 2 } else { bits * 2 };
            Type::Int(bits.clamp(8, 128), *signed != rng.one_in(5))
        }
        (1 | 2, Type::F32) => Type::F64,
        (1 | 2, Type::F64) => Type::F32,
        (1, Type::Text) => rng.pick(&[Type::Char, Type::Bytes]),
        (1, Type::Char | Type::Bytes) => Type::Text,
        (1, Type::List(element)) => Type::Array(element.clone(), 1),
        (1, Type::Set(element)) => schema::list((**element).clone()),
        _ => schema::any(rng, 1),
    }
}

fn structure(rng: &mut Rng, of: &mut Struct) {
    if rng.one_in(10) {
        of.deny_unknown_fields = !of.deny_unknown_fields;
        return;
    }
    fields(rng, &mut of.fields);
}

fn fields(rng: &mut Rng, fields: &mut Vec<Field>) {
    let count = fields.len();
    match rng.below(7) {
        0 | 1 => add(rng, fields),
        _ if count == 0 => add(rng, fields),
        2 => drop(fields.remove(rng.below(count))),
        3 => rename(rng, fields, false),
        4 => rename(rng, fields, true),
        5 => {
            let (one, other) = (rng.below(count), rng.below(count));
            fields.swap(one, other);
        }
        _ => {
            // Two names change places, and with them what each of them means.
            let (one, other) = (rng.below(count), rng.below(count));
            let name = fields[one].name.clone();
            fields[one].name = std::mem::replace(&mut fields[other].name, name);
        }
    }
}

fn add(rng: &mut Rng, fields: &mut Vec<Field>) {
    let name = unused(rng, fields);
    let ty = schema::any(rng, 1);
    let presence = match schema::presence(rng, &ty) {
        Presence::Required if rng.one_in(2) => Presence::Flagged,
        other => other,
    };
    let place = rng.below(fields.len() + 1);
    let aliases = Vec::new();
    fields.insert(
        place,
        Field {
            name,
            aliases,
            presence,
            ty,
        },
    );
}

fn rename(rng: &mut Rng, fields: &mut [Field], alias: bool) {
    let name = unused(rng, fields);
    let index = rng.below(fields.len());
    let former = std::mem::replace(&mut fields[index].name, name);
    if alias {
        fields[index].aliases.push(former);
    }
}

/// A name that no field is read under.
fn unused(rng: &mut Rng, fields: &[Field]) -> String {
    let read = |name: &String| {
        let mut names = fields.iter();
        names.any(|field| field.name == *name || field.aliases.contains(name))
    };
    let start = rng.below(9);
    let mut names = (start..).map(|number| format!("n{number}"));
    names.find(|name| !read(name)).unwrap()
}

fn payload(rng: &mut Rng, of: &mut Enum) {
    let index = rng.below(of.variants.len());
    match &mut of.variants[index].payload {
        Payload::Newtype(ty) => within(rng, ty),
        Payload::Fields(inner) => fields(rng, inner),
        Payload::Unit => enumeration(rng, of),
    }
}

fn enumeration(rng: &mut Rng, of: &mut Enum) {
    let count = of.variants.len();
    let name = format!("N{count}{}", rng.below(9));
    match rng.below(6) {
        0 => {
            let added = schema::variant(rng, &name, of.tagging, 1);
            // What stands in for the unknown is the last one.
            let end = count + usize::from(!of.other);
            of.variants.insert(rng.below(end), added);
        }
        1 if count > 1 && !of.other => drop(of.variants.remove(rng.below(count))),
        2 | 3 => rename_variant(rng, of, name),
        4 if !of.other => {
            let (one, other) = (rng.below(count), rng.below(count));
            of.variants.swap(one, other);
        }
        _ if of.tagging == Tagging::External && !of.other => {
            of.other = true;
            of.variants.push(Variant {
                name,
                aliases: Vec::new(),
                payload: Payload::Unit,
            });
        }
        _ => of.tagging = retagged(of),
    }
}

fn rename_variant(rng: &mut Rng, of: &mut Enum, name: String) {
    let index = rng.below(of.variants.len());
    let variant = &mut of.variants[index];
    let former = std::mem::replace(&mut variant.name, name);
    if rng.one_in(2) {
        variant.aliases.push(former);
    }
}

fn retagged(of: &Enum) -> Tagging {
    let newtype = |variant: &Variant| matches!(variant.payload, Payload::Newtype(_));
    match of.tagging {
        Tagging::External => Tagging::Adjacent,
        Tagging::Adjacent if !of.variants.iter().any(newtype) => Tagging::Internal,
        _ => Tagging::External,
    }
}
