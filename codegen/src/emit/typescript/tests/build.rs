//! Helpers to write an [`Api`] down.

use crate::model::{
    Action, Api, Body, Definition, DefinitionId, Encoding, Enum, ErrorId, ErrorType, ErrorVariant,
    Field, Fields, Input, InputField, Kind, Location, Output, OutputShape, Package, PackageId,
    PackageRole, Reach, RustType, Scalar, Tagging, Type, Variant,
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

pub(super) fn enumeration(tagging: Tagging, variants: &[(&str, Fields)]) -> Body {
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

/// An [`Api`] in the making. Modules are written `posts::admin`; the root is "".
#[derive(Default)]
pub(super) struct Builder {
    api: Api,
}

impl Builder {
    pub(super) fn new() -> Self {
        let mut builder = Builder::default();
        builder.package("app", None, PackageRole::Root);
        builder
    }

    pub(super) fn package(
        &mut self,
        name: &str,
        namespace: Option<&str>,
        role: PackageRole,
    ) -> PackageId {
        self.api.packages.push(Package {
            crate_name: name.to_owned(),
            namespace: namespace.map(str::to_owned),
            role,
            linked: true,
        });
        PackageId(self.api.packages.len() - 1)
    }

    pub(super) fn define(&mut self, module: &str, name: &str, body: Body) -> DefinitionId {
        self.define_generic(module, name, &[], body)
    }

    /// What the next definition will be called, for one that refers to itself.
    pub(super) fn next(&self) -> DefinitionId {
        DefinitionId(self.api.definitions.len())
    }

    pub(super) fn define_generic(
        &mut self,
        module: &str,
        name: &str,
        parameters: &[&str],
        body: Body,
    ) -> DefinitionId {
        self.api.definitions.push(Definition {
            name: name.to_owned(),
            package: PackageId(0),
            module: path(module),
            parameters: parameters.iter().map(|one| (*one).to_owned()).collect(),
            constants: Vec::new(),
            lifetimes: 0,
            bounded: false,
            docs: String::new(),
            location: Location::default(),
            cfg: Vec::new(),
            body,
            reach: Reach::Everywhere,
            fields_reach: Reach::Everywhere,
            serde_name: None,
            more_fields: false,
            deserialize: true,
            wire_stem: None,
            deny_unknown_fields: false,
            struct_tag: None,
        });
        DefinitionId(self.api.definitions.len() - 1)
    }

    pub(super) fn definition(&mut self, id: DefinitionId) -> &mut Definition {
        &mut self.api.definitions[id.0]
    }

    pub(super) fn error(
        &mut self,
        module: &str,
        name: &str,
        variants: Vec<ErrorVariant>,
    ) -> ErrorId {
        self.api.errors.push(ErrorType {
            name: name.to_owned(),
            package: PackageId(0),
            module: path(module),
            docs: String::new(),
            location: Location::default(),
            cfg: Vec::new(),
            reach: Reach::Everywhere,
            variants,
        });
        ErrorId(self.api.errors.len() - 1)
    }

    /// An action without input, result and errors, to be changed in place.
    pub(super) fn action(&mut self, module: &str, function: &str) -> &mut Action {
        let mut name = path(module);
        name.push(function.to_owned());
        let index = self.api.actions.len();
        self.api.actions.push(Action {
            name: name.join("."),
            id: index as u64,
            fingerprint: 1,
            schema: String::new(),
            kind: Kind::Action,
            package: PackageId(0),
            module: path(module),
            function: function.to_owned(),
            stem: String::new(),
            cfg: Vec::new(),
            docs: String::new(),
            location: Location::default(),
            source: String::new(),
            parameters: Vec::new(),
            input: Input::None,
            output: Output {
                shape: OutputShape::Value,
                ok: Type::Unit,
                errors: Vec::new(),
                written: None,
            },
            body_limit: None,
            labels: Vec::new(),
            encoding: Encoding::Postcard,
            json_reasons: Vec::new(),
            shaped: false,
        });
        &mut self.api.actions[index]
    }

    /// An action that takes and returns the same type.
    pub(super) fn echo(&mut self, module: &str, function: &str, ty: &Type) {
        let action = self.action(module, function);
        action.input = Input::Fields(vec![input("value", ty.clone())]);
        action.output.ok = ty.clone();
    }

    /// An action that takes a value of a type and returns nothing.
    pub(super) fn send(&mut self, module: &str, function: &str, ty: &Type) {
        let action = self.action(module, function);
        action.input = Input::Fields(vec![input("value", ty.clone())]);
    }

    pub(super) fn build(self) -> Api {
        self.api
    }
}

pub(super) fn input(name: &str, ty: Type) -> InputField {
    InputField {
        name: name.to_owned(),
        ty,
        rust: RustType::unnamed(),
        optional: false,
    }
}

fn path(module: &str) -> Vec<String> {
    let segments = module.split("::").filter(|segment| !segment.is_empty());
    segments.map(str::to_owned).collect()
}
