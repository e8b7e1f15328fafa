//! From types to schemas: what serde_json writes and reads, by the attributes of serde.

mod constraints;
mod fields;
mod formats;
mod numbers;
mod variants;

use self::formats::text_format;
use super::component::{Component, Refer, Side};
use super::texts;
use crate::json::Json;
use crate::model::{Api, Body, DefinitionId, Fields, RustType, Scalar, Type};

pub(super) use self::constraints::constrained;
pub(super) use self::fields::{Object, Property};

/// Writes schemas for one side.
#[derive(Clone, Copy)]
pub(super) struct Schemas<'a> {
    pub(super) api: &'a Api,
    pub(super) refer: Refer<'a>,
    pub(super) side: Side,
}

/// `{ "type": "…" }`
pub(super) fn typed(name: &str) -> Json {
    Json::object([("type", Json::text(name))])
}

/// A string that is always the same.
pub(super) fn constant(text: &str) -> Json {
    typed("string").with("const", Json::text(text))
}

impl<'a> Schemas<'a> {
    /// The schema of a type without type parameters.
    pub(super) fn ty(&self, ty: &Type) -> Json {
        self.written(ty, None)
    }

    /// The same, for a type whose Rust type may tell more.
    pub(super) fn written(&self, ty: &Type, rust: Option<&RustType>) -> Json {
        match ty {
            Type::Scalar(scalar) | Type::Number(scalar) => numbers::scalar(*scalar),
            Type::String => {
                let format = rust.and_then(text_format).map(Json::text);
                typed("string").with_some("format", format)
            }
            Type::Bytes => list(numbers::scalar(Scalar::U8)),
            Type::ByteArray(length) => sized(numbers::scalar(Scalar::U8), *length),
            Type::TypedArray(scalar) => list(numbers::scalar(*scalar)),
            Type::Unit => typed("null"),
            Type::Option(some) => nullable(self.written(some, rust)),
            Type::List(element) => list(self.written(element, rust)),
            Type::Set(element) => {
                list(self.written(element, rust)).with("uniqueItems", Json::Bool(true))
            }
            Type::Array(element, length) => sized(self.written(element, rust), *length),
            Type::Map(key, value) => self.map(key, value),
            Type::Tuple(elements) => self.tuple(elements.iter()),
            Type::Named(id, arguments) => self.reference(&Component::Type(*id, arguments.clone())),
            Type::Special(special) => formats::special(*special),
            Type::Timestamp(timestamp, _) => formats::timestamp(*timestamp),
            // Arguments have taken the place of parameters.
            Type::Parameter(_) | Type::ParameterArray(..) | Type::Length(_) => {
                Json::Object(Vec::new())
            }
        }
    }

    /// A reference to a component.
    pub(super) fn reference(&self, component: &Component) -> Json {
        let name = (self.refer)(component, self.side.direction());
        Json::object([("$ref", Json::Text(pointer(&name)))])
    }

    /// The schema of a definition itself.
    pub(super) fn definition(&self, id: DefinitionId, arguments: &[Type]) -> Json {
        let definition = self.api.definition(id);
        let schema = match &definition.body {
            Body::Newtype(field) => {
                let rust = Some(&field.rust).filter(|_| !field.converted);
                let content = self.written(&field.ty.substitute(arguments), rust);
                constrained(alone(content), &field.constraints)
            }
            Body::Proxy(ty) => alone(self.ty(&ty.substitute(arguments))),
            Body::Struct(Fields::Named(_)) => self.structure(id, arguments).schema(),
            Body::Struct(fields) => self.unnamed(fields, arguments),
            Body::Enum(body) => return self.enumeration(id, body, arguments),
        };
        texts::described(schema, &definition.docs)
    }

    /// `null`, or a list of as many elements as there are fields.
    pub(super) fn unnamed(&self, fields: &Fields, arguments: &[Type]) -> Json {
        match fields {
            Fields::Unit => typed("null"),
            fields => {
                let fields = fields.travelling(self.side.direction());
                let types: Vec<Type> = fields.map(|one| one.ty.substitute(arguments)).collect();
                self.tuple(types.iter())
            }
        }
    }

    fn tuple<'t>(&self, elements: impl Iterator<Item = &'t Type>) -> Json {
        let elements: Vec<Json> = elements.map(|element| self.ty(element)).collect();
        let length = Json::Raw(elements.len().to_string());
        typed("array")
            .with("prefixItems", Json::List(elements))
            .with("minItems", length.clone())
            .with("maxItems", length)
    }

    fn map(&self, key: &Type, value: &Type) -> Json {
        typed("object")
            .with("additionalProperties", self.ty(value))
            .with_some("propertyNames", self.property_names(key))
    }

    /// What the names of a map's members are, where not every string will do.
    fn property_names(&self, key: &Type) -> Option<Json> {
        match self.represented(key) {
            Type::String => match key {
                Type::Named(..) => Some(self.ty(key)),
                _ => None,
            },
            Type::Scalar(Scalar::Bool) => {
                Some(typed("string").with("enum", Json::texts(["true", "false"])))
            }
            Type::Scalar(Scalar::F32 | Scalar::F64) => None,
            Type::Scalar(scalar) | Type::Number(scalar) => numbers::as_name(scalar),
            _ => Some(self.ty(key)),
        }
    }

    /// What a newtype, or a newtype of one, travels as; any other type as it is.
    pub(super) fn represented(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        let mut seen = Vec::new();
        while let Type::Named(id, arguments) = &ty {
            let Some(content) = self.api.definition(*id).body.content() else {
                break;
            };
            // `struct Endless(Box<Endless>)` has no values.
            if seen.contains(id) {
                return Type::Unit;
            }
            seen.push(*id);
            ty = content.substitute(arguments);
        }
        ty
    }
}

/// Where a schema with a name stands in the document.
pub(super) fn pointer(name: &str) -> String {
    format!("#/components/schemas/{name}")
}

fn list(element: Json) -> Json {
    typed("array").with("items", element)
}

fn sized(element: Json, length: u64) -> Json {
    list(element)
        .with("minItems", Json::number(length))
        .with("maxItems", Json::number(length))
}

/// A schema that may also be `null`.
pub(super) fn nullable(schema: Json) -> Json {
    let null = || Json::text("null");
    match schema.get("type") {
        Some(Json::Text(name)) if name == "null" => schema,
        Some(Json::Text(name)) if !lists_values(&schema) => {
            let types = Json::texts([name.as_str(), "null"]);
            schema.with("type", types)
        }
        Some(Json::List(types)) if types.contains(&null()) => schema,
        // Whatever it is.
        None if schema == Json::Object(Vec::new()) => schema,
        _ => match schema.get("anyOf") {
            Some(Json::List(choices)) if choices.contains(&typed("null")) => schema,
            _ => Json::object([("anyOf", Json::List(vec![schema, typed("null")]))]),
        },
    }
}

/// Whether only certain values will do, `null` not among them.
fn lists_values(schema: &Json) -> bool {
    schema.get("const").is_some() || schema.get("enum").is_some()
}

/// A schema that can stand under a name: few programs follow a name that is but another name.
fn alone(schema: Json) -> Json {
    match schema.get("$ref") {
        Some(_) => Json::object([("allOf", Json::List(vec![schema]))]),
        None => schema,
    }
}
