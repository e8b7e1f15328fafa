//! postcard's format, written down once more: neither the runtime's nor the client's.

use crate::schema::{Enum, Field, Payload, Presence, Tagging, Type};
use crate::shape::Direction;
use crate::value::Value;

/// Appends the bytes of a value.
pub(crate) fn write(value: &Value, ty: &Type, direction: Direction, out: &mut Vec<u8>) {
    match (value, ty) {
        (Value::Bool(value), _) => out.push(u8::from(*value)),
        (Value::Int(value), Type::Int(8, _)) => out.push(*value as u8),
        (Value::Int(value), Type::Int(_, false)) => varint(*value as u128, out),
        (Value::Int(value), _) => varint(((value << 1) ^ (value >> 127)) as u128, out),
        (Value::Float(value), Type::F32) => out.extend((*value as f32).to_le_bytes()),
        (Value::Float(value), _) => out.extend(value.to_le_bytes()),
        (Value::Char(value), _) => prefixed(value.to_string().as_bytes(), out),
        (Value::Text(value), _) => prefixed(value.as_bytes(), out),
        (Value::Bytes(value), _) => prefixed(value, out),
        (Value::Unit, _) => {}
        (Value::None, _) => out.push(0),
        (Value::Some(value), Type::Option(inner)) => {
            out.push(1);
            write(value, inner, direction, out);
        }
        (Value::List(values), Type::List(inner) | Type::Set(inner)) => {
            varint(values.len() as u128, out);
            values
                .iter()
                .for_each(|value| write(value, inner, direction, out));
        }
        (Value::List(values), Type::Array(inner, _)) => values
            .iter()
            .for_each(|value| write(value, inner, direction, out)),
        (Value::List(values), Type::Tuple(parts)) => {
            for (value, part) in values.iter().zip(parts) {
                write(value, part, direction, out);
            }
        }
        (Value::Map(entries), Type::Map(key_type, value_type)) => {
            varint(entries.len() as u128, out);
            for (key, value) in entries {
                write(key, key_type, direction, out);
                write(value, value_type, direction, out);
            }
        }
        (Value::Struct(_), Type::Struct(of)) => write_fields(value, &of.fields, direction, out),
        (Value::Variant(name, payload), Type::Enum(of)) => {
            write_variant(name, payload, of, direction, out);
        }
        _ => unreachable!("{value:?} is no {ty:?}"),
    }
}

fn write_fields(value: &Value, fields: &[Field], direction: Direction, out: &mut Vec<u8>) {
    let Value::Struct(members) = value else {
        unreachable!("{value:?} has no fields");
    };
    for ((_, value), field) in members.iter().zip(fields) {
        if direction == Direction::Input && field.presence == Presence::Flagged {
            out.push(u8::from(value.is_some()));
        }
        if let Some(value) = value {
            write(value, &field.ty, direction, out);
        }
    }
}

fn write_variant(name: &str, payload: &Value, of: &Enum, direction: Direction, out: &mut Vec<u8>) {
    let mut variants = of.variants.iter();
    let index = variants.position(|variant| variant.name == *name).unwrap();
    match of.tagging {
        Tagging::Internal => prefixed(name.as_bytes(), out),
        Tagging::External | Tagging::Adjacent => varint(index as u128, out),
    }
    match &of.variants[index].payload {
        Payload::Unit => {}
        Payload::Newtype(ty) => write(payload, ty, direction, out),
        Payload::Fields(fields) => write_fields(payload, fields, direction, out),
    }
}

fn varint(mut value: u128, out: &mut Vec<u8>) {
    while value > 0x7f {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn prefixed(bytes: &[u8], out: &mut Vec<u8>) {
    varint(bytes.len() as u128, out);
    out.extend(bytes);
}

/// Reads one value after the other.
pub(crate) struct Reader<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) direction: Direction,
}

impl<'a> Reader<'a> {
    pub(crate) fn read(&mut self, ty: &Type) -> Value {
        match ty {
            Type::Bool => Value::Bool(self.byte() == 1),
            Type::Int(8, true) => Value::Int(i128::from(self.byte().cast_signed())),
            Type::Int(8, false) => Value::Int(i128::from(self.byte())),
            Type::Int(_, false) => Value::Int(self.varint() as i128),
            Type::Int(_, true) => {
                let zigzag = self.varint();
                Value::Int((zigzag >> 1) as i128 ^ -((zigzag & 1) as i128))
            }
            Type::F32 => {
                let bytes = self.take(4).try_into().unwrap();
                Value::Float(f64::from(f32::from_le_bytes(bytes)))
            }
            Type::F64 => Value::Float(f64::from_le_bytes(self.take(8).try_into().unwrap())),
            Type::Char => Value::Char(self.text().chars().next().unwrap()),
            Type::Text => Value::Text(self.text()),
            Type::Bytes => Value::Bytes(self.prefixed().to_vec()),
            Type::Unit => Value::Unit,
            Type::Option(inner) => match self.byte() {
                0 => Value::None,
                _ => Value::Some(Box::new(self.read(inner))),
            },
            Type::List(inner) | Type::Set(inner) => {
                let count = self.varint();
                Value::List((0..count).map(|_| self.read(inner)).collect())
            }
            Type::Array(inner, length) => {
                Value::List((0..*length).map(|_| self.read(inner)).collect())
            }
            Type::Tuple(parts) => Value::List(parts.iter().map(|part| self.read(part)).collect()),
            Type::Map(key, value) => {
                let count = self.varint();
                let entries = (0..count).map(|_| (self.read(key), self.read(value)));
                Value::Map(entries.collect())
            }
            Type::Struct(of) => self.fields(&of.fields),
            Type::Enum(of) => self.variant(of),
        }
    }

    fn fields(&mut self, fields: &[Field]) -> Value {
        let members = fields.iter().map(|field| {
            let flagged = self.direction == Direction::Input && field.presence == Presence::Flagged;
            let absent = flagged && self.byte() == 0;
            let value = (!absent).then(|| self.read(&field.ty));
            (field.name.clone(), value)
        });
        Value::Struct(members.collect())
    }

    fn variant(&mut self, of: &Enum) -> Value {
        let variant = if of.tagging == Tagging::Internal {
            let name = self.text();
            let mut variants = of.variants.iter();
            variants.find(|variant| variant.name == name).unwrap()
        } else {
            let index = self.varint();
            &of.variants[index as usize]
        };
        let payload = match &variant.payload {
            Payload::Unit => Value::Unit,
            Payload::Newtype(ty) => self.read(ty),
            Payload::Fields(fields) => self.fields(fields),
        };
        Value::Variant(variant.name.clone(), Box::new(payload))
    }

    fn byte(&mut self) -> u8 {
        self.take(1)[0]
    }

    fn varint(&mut self) -> u128 {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let byte = self.byte();
            value |= u128::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        value
    }

    fn prefixed(&mut self) -> &'a [u8] {
        let length = self.varint();
        self.take(length as usize)
    }

    fn text(&mut self) -> String {
        String::from_utf8(self.prefixed().to_vec()).unwrap()
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.bytes.split_at(count);
        self.bytes = rest;
        taken
    }
}
