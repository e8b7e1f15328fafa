//! What a value of one type has to be in another: by the names that its author gave, and by nothing
//! else.

use crate::schema::{Enum, Field, Payload, Presence, Type, Variant};
use crate::shape::Direction;
use crate::value::Value;

/// Where the two differ, if they do.
pub(crate) type Verdict = Result<(), String>;

/// Whether `is` of the reader's type says what `was` of the writer's did.
pub(crate) fn agree(
    was: &Value,
    writer: &Type,
    is: &Value,
    reader: &Type,
    direction: Direction,
) -> Verdict {
    let each = |was: &[Value], writer: &Type, is: &[Value], reader: &Type| {
        expect(was.len() == is.len(), "another number of elements")?;
        let mut pairs = was.iter().zip(is);
        pairs.try_for_each(|(was, is)| agree(was, writer, is, reader, direction))
    };
    match (was, writer, is, reader) {
        (Value::Bool(was), _, Value::Bool(is), _) => expect(was == is, "another bool"),
        (Value::Int(was), _, Value::Int(is), _) => expect(was == is, "another integer"),
        // The same number, in another notation.
        (Value::Int(was), _, Value::Float(is), _) => {
            expect(is.is_finite() && *is as i128 == *was, "another number")
        }
        (Value::Float(was), _, Value::Float(is), _) => expect(
            same_float(*was, *is, writer == &Type::F32 || reader == &Type::F32),
            "another float",
        ),
        (Value::Char(was), _, Value::Char(is), _) => expect(was == is, "another character"),
        (Value::Char(was), _, Value::Text(is), _) => {
            expect(was.to_string() == *is, "another character")
        }
        (Value::Text(was), _, Value::Text(is), _) => expect(was == is, "another text"),
        (Value::Bytes(was), _, Value::Bytes(is), _) => expect(was == is, "other bytes"),
        (Value::Unit, _, Value::Unit, _) | (Value::None, _, Value::None, _) => Ok(()),
        (Value::Some(was), Type::Option(writer), Value::Some(is), Type::Option(reader)) => {
            agree(was, writer, is, reader, direction)
        }
        (Value::None | Value::Some(_), ..) => Err(format!("{was:?} became {is:?}")),
        (was, writer, Value::Some(is), Type::Option(reader)) => {
            agree(was, writer, is, reader, direction)
        }
        (Value::List(was), writer, Value::List(is), reader) => {
            match (element(writer), element(reader)) {
                (Some(one), Some(other)) => match (writer, reader) {
                    (Type::Set(_), _) | (_, Type::Set(_)) => unordered(was, is, |was, is| {
                        agree(was, one, is, other, direction).is_ok()
                    }),
                    _ => each(was, one, is, other),
                },
                _ => tuples(was, writer, is, reader, direction),
            }
        }
        (Value::Map(was), Type::Map(key, value), Value::Map(is), Type::Map(new_key, new_value)) => {
            unordered(was, is, |was, is| {
                agree(&was.0, key, &is.0, new_key, direction)
                    .and_then(|()| agree(&was.1, value, &is.1, new_value, direction))
                    .is_ok()
            })
        }
        (Value::Struct(_), Type::Struct(one), Value::Struct(_), Type::Struct(other)) => {
            let denied = other.deny_unknown_fields;
            members(was, &one.fields, is, &other.fields, denied, direction)
        }
        (Value::Variant(..), Type::Enum(one), Value::Variant(..), Type::Enum(other)) => {
            variants(was, one, is, other, direction)
        }
        _ => Err(format!("{was:?} became {is:?}")),
    }
}

fn expect(holds: bool, otherwise: &str) -> Verdict {
    holds.then_some(()).ok_or_else(|| otherwise.to_owned())
}

/// Bit for bit, but for the payload of what is no number; as short floats where one of them is.
fn same_float(was: f64, is: f64, short: bool) -> bool {
    if was.is_nan() || is.is_nan() {
        return was.is_nan() && is.is_nan();
    }
    match short {
        true => (was as f32).to_bits() == (is as f32).to_bits(),
        false => was.to_bits() == is.to_bits(),
    }
}

fn element(ty: &Type) -> Option<&Type> {
    match ty {
        Type::List(inner) | Type::Set(inner) | Type::Array(inner, _) => Some(inner),
        _ => None,
    }
}

/// The parts of a tuple or of an array, which is a tuple of equals.
fn parts(ty: &Type, count: usize) -> Option<Vec<&Type>> {
    match ty {
        Type::Tuple(parts) => Some(parts.iter().collect()),
        other => element(other).map(|inner| vec![inner; count]),
    }
}

fn tuples(
    was: &[Value],
    writer: &Type,
    is: &[Value],
    reader: &Type,
    direction: Direction,
) -> Verdict {
    expect(was.len() == is.len(), "another number of parts")?;
    let (Some(one), Some(other)) = (parts(writer, was.len()), parts(reader, is.len())) else {
        return Err("a list became none".to_owned());
    };
    let mut pairs = was.iter().zip(one).zip(is.iter().zip(other));
    pairs.try_for_each(|((was, one), (is, other))| agree(was, one, is, other, direction))
}

/// Each of one side is one of the other.
fn unordered<T>(was: &[T], is: &[T], same: impl Fn(&T, &T) -> bool) -> Verdict {
    let found = |one: &T| is.iter().any(|other| same(one, other));
    expect(
        was.len() == is.len() && was.iter().all(found),
        "other entries",
    )
}

fn members(
    was: &Value,
    writer: &[Field],
    is: &Value,
    reader: &[Field],
    denied: bool,
    direction: Direction,
) -> Verdict {
    let (Value::Struct(was), Value::Struct(is)) = (was, is) else {
        return Err("fields became none".to_owned());
    };
    let mut read = Vec::new();
    let mut absent = false;
    for (field, (_, is)) in reader.iter().zip(is) {
        let mut fields = writer.iter();
        let Some(index) = fields.position(|old| is_read_as(&old.name, field, direction)) else {
            expect(direction == Direction::Input, "a result lacks a member")?;
            left_out(field, is.as_ref())?;
            absent = true;
            continue;
        };
        read.push(index);
        let place = |reason| format!("{}: {reason}", field.name);
        match (&was[index].1, is) {
            (Some(was), Some(is)) => {
                agree(was, &writer[index].ty, is, &field.ty, direction).map_err(place)?;
            }
            (None, is) => left_out(field, is.as_ref()).map_err(place)?,
            (Some(_), None) => return Err(place("lost".to_owned())),
        }
    }
    if direction == Direction::Input && read.len() < writer.len() {
        expect(!denied, "a member was denied")?;
        expect(!absent, "a member may have been renamed, and was dropped")?;
    }
    Ok(())
}

/// A client knows no other names than those that it was generated with.
fn is_read_as(name: &String, field: &Field, direction: Direction) -> bool {
    field.name == *name || direction == Direction::Input && field.aliases.contains(name)
}

/// What a field holds that nobody sent.
fn left_out(field: &Field, is: Option<&Value>) -> Verdict {
    let zero = match is {
        None => field.presence == Presence::Flagged,
        Some(Value::None) => true,
        Some(is) => field.presence == Presence::Zero && is_zero(is),
    };
    expect(zero, "something came from nothing")
}

fn is_zero(value: &Value) -> bool {
    match value {
        Value::Bool(value) => !value,
        Value::Int(value) => *value == 0,
        Value::Text(value) => value.is_empty(),
        Value::Bytes(value) => value.is_empty(),
        Value::List(values) => values.is_empty(),
        _ => false,
    }
}

fn variants(
    was: &Value,
    writer: &Enum,
    is: &Value,
    reader: &Enum,
    direction: Direction,
) -> Verdict {
    let (Value::Variant(name, was), Value::Variant(found, is)) = (was, is) else {
        return Err("a variant became none".to_owned());
    };
    let (one, other) = (named(writer, name), named(reader, found));
    let called = |variant: &Variant| {
        variant.name == *name || direction == Direction::Input && variant.aliases.contains(name)
    };
    if !called(other) {
        let unknown = !reader.variants.iter().any(called);
        let catches = reader.other && reader.variants.last() == Some(other);
        return expect(unknown && catches, "another variant");
    }
    match (&one.payload, &other.payload) {
        (Payload::Unit, Payload::Unit) => Ok(()),
        (Payload::Newtype(one), Payload::Newtype(other)) => agree(was, one, is, other, direction),
        (Payload::Fields(one), Payload::Fields(other)) => {
            members(was, one, is, other, false, direction)
        }
        // A struct in a variant is a variant with fields, to everybody but Rust.
        (Payload::Newtype(Type::Struct(one)), Payload::Fields(other)) => {
            members(was, &one.fields, is, other, false, direction)
        }
        (Payload::Fields(one), Payload::Newtype(Type::Struct(other))) => {
            let denied = other.deny_unknown_fields;
            members(was, one, is, &other.fields, denied, direction)
        }
        _ => Err(format!("{was:?} became {is:?}")),
    }
}

fn named<'a>(of: &'a Enum, name: &str) -> &'a Variant {
    let mut variants = of.variants.iter();
    variants.find(|variant| variant.name == name).unwrap()
}
