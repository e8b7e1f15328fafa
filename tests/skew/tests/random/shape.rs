//! A schema as the runtime knows it, made for good.

use tramline::codegen::shape::{self, Shape};

use crate::schema::{Enum, Field, Payload, Presence, Struct, Tagging, Type, Variant};

/// Which way the values go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Direction {
    Input,
    Result,
}

/// The shape of the object that an action of the type takes, or of the list that it returns.
pub(crate) fn of_action(ty: &Type, direction: Direction) -> &'static Shape {
    let list = Shape::List(leak(shape(ty, direction)));
    leak(match direction {
        Direction::Result => list,
        Direction::Input => Shape::Struct(leak(shape::Struct {
            fields: leak(vec![shape::Field::new("values", list)]),
            deny_unknown_fields: false,
        })),
    })
}

fn shape(ty: &Type, direction: Direction) -> Shape {
    let inner = |ty: &Type| &*leak(shape(ty, direction));
    match ty {
        Type::Bool => Shape::Bool,
        Type::Int(bits, signed) => integer(*bits, *signed),
        Type::F32 => Shape::F32,
        Type::F64 => Shape::F64,
        Type::Char => Shape::Char,
        Type::Text => Shape::String,
        Type::Bytes => Shape::Bytes,
        Type::Unit => Shape::Unit,
        Type::Option(of) => Shape::Option(inner(of)),
        Type::List(of) => Shape::List(inner(of)),
        Type::Set(of) => Shape::Set(inner(of)),
        Type::Map(key, value) => Shape::Map(inner(key), inner(value)),
        Type::Array(of, length) => Shape::Array(inner(of), *length),
        Type::Tuple(parts) => {
            let parts = parts.iter().map(|part| shape(part, direction));
            Shape::Tuple(leak(parts.collect::<Vec<_>>()))
        }
        Type::Struct(of) => structure(of, direction),
        Type::Enum(of) => enumeration(of, direction),
    }
}

fn integer(bits: u32, signed: bool) -> Shape {
    match (bits, signed) {
        (8, false) => Shape::U8,
        (16, false) => Shape::U16,
        (32, false) => Shape::U32,
        (64, false) => Shape::U64,
        (128, false) => Shape::U128,
        (8, true) => Shape::I8,
        (16, true) => Shape::I16,
        (32, true) => Shape::I32,
        (64, true) => Shape::I64,
        (128, true) => Shape::I128,
        _ => unreachable!("there is no integer of {bits} bits"),
    }
}

fn structure(of: &Struct, direction: Direction) -> Shape {
    Shape::Struct(leak(shape::Struct {
        fields: fields(&of.fields, direction),
        deny_unknown_fields: of.deny_unknown_fields,
    }))
}

fn fields(fields: &[Field], direction: Direction) -> &'static [shape::Field] {
    let fields = fields.iter().map(|field| {
        let shaped = shape::Field::new(leak(field.name.clone()), shape(&field.ty, direction));
        let shaped = shaped.aliases(aliases(&field.aliases));
        match (direction, field.presence) {
            (Direction::Input, Presence::Zero) => shaped.zero(),
            (Direction::Input, Presence::Flagged) => shaped.flagged(),
            _ => shaped,
        }
    });
    leak(fields.collect::<Vec<_>>())
}

fn enumeration(of: &Enum, direction: Direction) -> Shape {
    let last = of.variants.len() - 1;
    let variants = of.variants.iter().enumerate().map(|(index, of_variant)| {
        let shaped = variant(index as u32, of_variant, direction);
        match of.other && index == last {
            true => shaped.other(),
            false => shaped,
        }
    });
    Shape::Enum(leak(shape::Enum {
        tagging: match of.tagging {
            Tagging::External => shape::Tagging::External,
            Tagging::Internal => shape::Tagging::Internal { tag: "t" },
            Tagging::Adjacent => shape::Tagging::Adjacent {
                tag: "t",
                content: "c",
            },
        },
        variants: leak(variants.collect::<Vec<_>>()),
    }))
}

fn variant(index: u32, variant: &Variant, direction: Direction) -> shape::Variant {
    let name = leak(variant.name.clone());
    let shaped = match &variant.payload {
        Payload::Unit => shape::Variant::unit(index, name),
        Payload::Newtype(ty) => shape::Variant::new(index, name, shape(ty, direction)),
        Payload::Fields(inner) => {
            let fields = fields(inner, direction);
            let structure = leak(shape::Struct {
                fields,
                deny_unknown_fields: false,
            });
            shape::Variant::new(index, name, Shape::Struct(structure))
        }
    };
    shaped.aliases(aliases(&variant.aliases))
}

fn aliases(aliases: &[String]) -> &'static [&'static str] {
    let aliases = aliases.iter().map(|alias| &**leak(alias.clone()));
    leak(aliases.collect::<Vec<&'static str>>())
}

/// The tables of a program live as long as it does, and so do these.
fn leak<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}
