//! What the recorder in `tramline::codegen::assert_traces` should see: one line for each struct and
//! enum, in the grammar that its documentation gives.

use std::collections::BTreeSet;

use crate::model::{Api, Body, Definition, Direction, Field, Fields, Type, Variant};

/// The lines for every type that decoding `ty` involves, sorted.
pub(super) fn of(api: &Api, ty: &Type) -> Vec<String> {
    let mut lines = Lines {
        api,
        seen: BTreeSet::new(),
        lines: BTreeSet::new(),
    };
    lines.shape(ty);
    lines.lines.into_iter().collect()
}

struct Lines<'api> {
    api: &'api Api,
    seen: BTreeSet<Type>,
    lines: BTreeSet<String>,
}

impl Lines<'_> {
    /// How a line refers to the type; adds what it names.
    fn shape(&mut self, ty: &Type) -> String {
        match ty {
            Type::Scalar(scalar) => scalar.word().to_owned(),
            Type::String => "string".to_owned(),
            Type::Bytes => "[u8]".to_owned(),
            // The resolver hands over closed types.
            Type::Unit | Type::Parameter(_) | Type::ParameterArray(..) | Type::Length(_) => {
                "()".to_owned()
            }
            Type::Number(scalar) => scalar.word().to_owned(),
            Type::TypedArray(scalar) => format!("[{}]", scalar.word()),
            Type::Special(_) | Type::Timestamp(..) => "string".to_owned(),
            Type::Option(inner) => format!("Option<{}>", self.shape(inner)),
            Type::List(inner) | Type::Set(inner) => format!("[{}]", self.shape(inner)),
            Type::Map(key, value) => format!("{{{}: {}}}", self.shape(key), self.shape(value)),
            Type::Array(inner, length) => {
                let element = self.shape(inner);
                tuple((0..*length).map(|_| element.clone()).collect())
            }
            Type::ByteArray(length) => tuple((0..*length).map(|_| "u8".to_owned()).collect()),
            Type::Tuple(elements) => tuple(elements.iter().map(|ty| self.shape(ty)).collect()),
            Type::Named(id, arguments) => {
                let Definition {
                    serde_name, body, ..
                } = self.api.definition(*id);
                match (serde_name, body) {
                    (None, Body::Newtype(field)) => self.field(field, arguments),
                    (Some(name), body) => self.definition(ty, name, body, arguments),
                    // serde is transparent for newtypes alone.
                    (None, _) => String::new(),
                }
            }
        }
    }

    fn definition(&mut self, ty: &Type, name: &str, body: &Body, arguments: &[Type]) -> String {
        if self.seen.insert(ty.clone()) {
            let line = self.line(name, body, arguments);
            self.lines.insert(line);
        }
        name.to_owned()
    }

    fn line(&mut self, name: &str, body: &Body, arguments: &[Type]) -> String {
        match body {
            Body::Newtype(field) => {
                format!("newtype {name}({})", self.field(field, arguments))
            }
            Body::Struct(fields) => format!("struct {name}{}", self.fields(fields, arguments)),
            Body::Proxy(ty) => format!("newtype {name}({})", self.shape(&ty.substitute(arguments))),
            Body::Enum(body) => {
                let variants = body
                    .variants
                    .iter()
                    .map(|variant| self.variant(variant, arguments))
                    .collect();
                format!("enum {name} {}", braced(variants))
            }
        }
    }

    fn variant(&mut self, variant: &Variant, arguments: &[Type]) -> String {
        let name = variant.name(Direction::Input);
        match &variant.fields {
            Fields::Tuple(fields) if fields.len() == 1 => {
                format!("{name:?}({})", self.field(&fields[0], arguments))
            }
            fields => format!("{name:?}{}", self.fields(fields, arguments)),
        }
    }

    fn fields(&mut self, fields: &Fields, arguments: &[Type]) -> String {
        match fields {
            Fields::Unit => String::new(),
            Fields::Tuple(fields) => {
                let shapes = fields.iter().map(|field| self.field(field, arguments));
                tuple(shapes.collect())
            }
            Fields::Named(fields) => {
                let named = fields.iter().map(|field| {
                    let shape = self.field(field, arguments);
                    format!("{:?}: {shape}", field.name(Direction::Input))
                });
                format!(" {}", braced(named.collect()))
            }
        }
    }

    fn field(&mut self, field: &Field, arguments: &[Type]) -> String {
        self.shape(&field.ty.substitute(arguments))
    }
}

fn tuple(shapes: Vec<String>) -> String {
    match shapes.as_slice() {
        [single] => format!("({single},)"),
        shapes => format!("({})", shapes.join(", ")),
    }
}

fn braced(parts: Vec<String>) -> String {
    if parts.is_empty() {
        "{}".to_owned()
    } else {
        format!("{{ {} }}", parts.join(", "))
    }
}
