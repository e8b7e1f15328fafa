//! Helpers to write an [`Api`](crate::model::Api) down.

mod api;

pub(super) use self::api::Builder;
use crate::model::{
    Body, DefinitionId, Enum, ErrorId, ErrorVariant, Field, Fields, InputField, Location, RustType,
    Scalar, Tagging, Type, Variant,
};

pub(super) const U32: Type = Type::Scalar(Scalar::U32);
pub(super) const U64: Type = Type::Scalar(Scalar::U64);
pub(super) const F64: Type = Type::Scalar(Scalar::F64);
pub(super) const U8: Type = Type::Scalar(Scalar::U8);
pub(super) const CHAR: Type = Type::Scalar(Scalar::Char);
pub(super) const BOOL: Type = Type::Scalar(Scalar::Bool);
pub(super) const TEXT: Type = Type::String;

pub(super) fn option(ty: Type) -> Type {
    Type::Option(Box::new(ty))
}

pub(super) fn list(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

pub(super) fn set(ty: Type) -> Type {
    Type::Set(Box::new(ty))
}

pub(super) fn map(key: Type, value: Type) -> Type {
    Type::Map(Box::new(key), Box::new(value))
}

pub(super) fn array(ty: Type, length: u64) -> Type {
    match ty {
        Type::Scalar(Scalar::U8) => Type::ByteArray(length),
        ty => Type::Array(Box::new(ty), length),
    }
}

pub(super) fn parameter(index: usize) -> Type {
    Type::Parameter(index)
}

pub(super) fn of(id: DefinitionId, arguments: &[Type]) -> Type {
    Type::Named(id, arguments.to_vec())
}

pub(super) fn field(name: &str, docs: &str, ty: Type) -> Field {
    Field {
        docs: docs.to_owned(),
        ..Field::new(name, ty, RustType::Tuple(Vec::new()), Location::default())
    }
}

pub(super) fn named(fields: &[(&str, Type)]) -> Fields {
    let field = |(name, ty): &(&str, Type)| self::field(name, "", ty.clone());
    Fields::Named(fields.iter().map(field).collect())
}

pub(super) fn tuple(types: &[Type]) -> Fields {
    let field = |(index, ty): (usize, &Type)| self::field(&index.to_string(), "", ty.clone());
    Fields::Tuple(types.iter().enumerate().map(field).collect())
}

pub(super) fn newtype(ty: Type) -> Body {
    Body::Newtype(Box::new(field("0", "", ty)))
}

pub(super) fn variants(variants: &[(&str, Fields)]) -> Body {
    enumeration(Tagging::External, variants)
}

pub(super) fn internal(tag: &str, variants: &[(&str, Fields)]) -> Body {
    let tag = tag.to_owned();
    enumeration(Tagging::Internal { tag }, variants)
}

pub(super) fn adjacent(tag: &str, content: &str, variants: &[(&str, Fields)]) -> Body {
    let [tag, content] = [tag, content].map(str::to_owned);
    enumeration(Tagging::Adjacent { tag, content }, variants)
}

pub(super) fn untagged(variants: &[(&str, Fields)]) -> Body {
    enumeration(Tagging::Untagged, variants)
}

fn enumeration(tagging: Tagging, variants: &[(&str, Fields)]) -> Body {
    let variants = (0..).zip(variants);
    let variants = variants.map(|(index, (name, fields))| {
        Variant::new(*name, index, fields.clone(), Location::default())
    });
    Body::Enum(Enum {
        tagging,
        variants: variants.collect(),
    })
}

pub(super) fn declared(code: &str, fields: Fields) -> ErrorVariant {
    ErrorVariant::Declared {
        rust_name: code.to_owned(),
        code: code.to_owned(),
        status: 400,
        docs: String::new(),
        fields,
        location: Location::default(),
    }
}

pub(super) fn flatten(error: ErrorId) -> ErrorVariant {
    ErrorVariant::Flatten {
        rust_name: "Inner".to_owned(),
        error,
    }
}

pub(super) fn input(name: &str, ty: Type) -> InputField {
    InputField::new(name, ty, RustType::unnamed())
}
