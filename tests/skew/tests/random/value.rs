//! Values of schemas.

use crate::rng::Rng;
use crate::schema::{Enum, Field, Payload, Presence, Type};
use crate::shape::Direction;

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Bool(bool),
    Int(i128),
    Float(f64),
    Char(char),
    Text(String),
    Bytes(Vec<u8>),
    Unit,
    None,
    Some(Box<Value>),
    /// Of a list, a set, an array or a tuple.
    List(Vec<Value>),
    Map(Vec<(Value, Value)>),
    /// In the order of the fields; nothing, where the caller left a field out.
    Struct(Vec<(String, Option<Value>)>),
    Variant(String, Box<Value>),
}

/// Any value of the type.
pub(crate) fn any(rng: &mut Rng, ty: &Type, direction: Direction) -> Value {
    match ty {
        Type::Bool => Value::Bool(rng.one_in(2)),
        Type::Int(bits, signed) => Value::Int(integer(rng, *bits, *signed)),
        Type::F32 => Value::Float(f64::from(single(rng))),
        Type::F64 => Value::Float(double(rng)),
        Type::Char => Value::Char(rng.pick(&['a', '0', 'é', '🚋', '"'])),
        Type::Text => Value::Text(text(rng)),
        Type::Bytes => Value::Bytes((0..rng.below(5)).map(|_| rng.next() as u8).collect()),
        Type::Unit => Value::Unit,
        Type::Option(inner) => match rng.one_in(3) {
            true => Value::None,
            false => Value::Some(Box::new(any(rng, inner, direction))),
        },
        Type::List(inner) => Value::List(several(rng, inner, direction)),
        Type::Set(inner) => Value::List(distinct(rng, inner)),
        Type::Map(key, value) => {
            let keys = distinct(rng, key).into_iter();
            Value::Map(keys.map(|key| (key, any(rng, value, direction))).collect())
        }
        Type::Array(inner, length) => {
            Value::List((0..*length).map(|_| any(rng, inner, direction)).collect())
        }
        Type::Tuple(parts) => {
            Value::List(parts.iter().map(|part| any(rng, part, direction)).collect())
        }
        Type::Struct(of) => fields(rng, &of.fields, direction),
        Type::Enum(of) => variant(rng, of, direction),
    }
}

fn several(rng: &mut Rng, ty: &Type, direction: Direction) -> Vec<Value> {
    (0..rng.below(4)).map(|_| any(rng, ty, direction)).collect()
}

/// Keys that differ.
fn distinct(rng: &mut Rng, ty: &Type) -> Vec<Value> {
    let count = rng.below(4);
    let start = rng.below(3);
    let keys = (start..start + count).map(|number| match ty {
        Type::Text => Value::Text(format!(
            "{}{number}",
            rng.pick(&["", "x", "__proto__", "é"])
        )),
        _ => Value::Int(number as i128),
    });
    keys.collect()
}

fn integer(rng: &mut Rng, bits: u32, signed: bool) -> i128 {
    let bits = if signed || bits == 128 {
        bits - 1
    } else {
        bits
    };
    let largest = if bits == 127 {
        i128::MAX
    } else {
        (1 << bits) - 1
    };
    let wide = (u128::from(rng.next()) << 64 | u128::from(rng.next())) as i128;
    let any = (wide & largest) >> rng.below(bits as usize);
    match rng.below(8) {
        0 => largest,
        1 if signed => -largest - 1,
        2..=4 if signed => -any,
        _ => any,
    }
}

fn single(rng: &mut Rng) -> f32 {
    let special = [
        0.0,
        -0.0,
        0.1,
        f32::NAN,
        f32::INFINITY,
        f32::MAX,
        f32::MIN_POSITIVE,
    ];
    match rng.one_in(2) {
        true => rng.pick(&special),
        false => f32::from_bits(rng.next() as u32),
    }
}

fn double(rng: &mut Rng) -> f64 {
    let special = [
        0.0,
        -0.0,
        0.1,
        f64::NAN,
        f64::INFINITY,
        f64::MAX,
        f64::MIN_POSITIVE,
    ];
    match rng.one_in(2) {
        true => rng.pick(&special),
        false => f64::from_bits(rng.next()),
    }
}

fn text(rng: &mut Rng) -> String {
    let texts = ["", "a", "12", "null", "NaN", "AAAA", "é🚋\n", "\"\\"];
    rng.pick(&texts).to_owned()
}

fn fields(rng: &mut Rng, fields: &[Field], direction: Direction) -> Value {
    let members = fields.iter().map(|field| {
        let absent =
            direction == Direction::Input && field.presence == Presence::Flagged && rng.one_in(3);
        let value = (!absent).then(|| any(rng, &field.ty, direction));
        (field.name.clone(), value)
    });
    Value::Struct(members.collect())
}

fn variant(rng: &mut Rng, of: &Enum, direction: Direction) -> Value {
    let variant = rng.pick(&of.variants);
    let payload = match &variant.payload {
        Payload::Unit => Value::Unit,
        Payload::Newtype(ty) => any(rng, ty, direction),
        Payload::Fields(inner) => fields(rng, inner, direction),
    };
    Value::Variant(variant.name, Box::new(payload))
}
