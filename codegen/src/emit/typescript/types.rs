//! Rust's types as TypeScript's.

use std::collections::{BTreeMap, BTreeSet};

use super::catalog::Catalog;
use super::demand::field_types;
use super::tree::{Member, Property, Symbol, TypeExpr};
use crate::model::{Api, Body, DefinitionId, Direction, Field, Fields, Scalar, Type};

/// The longest array that becomes a tuple type.
pub(super) const LONGEST_TUPLE: u64 = 16;

/// Whether `null` is among the values of a type, so that an `Option` of it needs a wrapper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nullable {
    No,
    Yes,
    /// As its type parameter is.
    Depends,
}

impl Catalog<'_> {
    /// The TypeScript type; `parameters` are the names of those of the definition around it.
    pub(super) fn ty(&self, ty: &Type, parameters: &[String]) -> TypeExpr {
        let inner = |ty: &Type| self.ty(ty, parameters);
        match ty {
            Type::Scalar(scalar) => TypeExpr::Keyword(scalar_type(*scalar)),
            Type::String => TypeExpr::Keyword("string"),
            Type::Bytes | Type::ByteArray(_) => bytes(),
            Type::Unit => TypeExpr::Keyword("null"),
            Type::Number(_) => TypeExpr::Keyword("number"),
            // Their modules come with the client.
            Type::TypedArray(_) | Type::Special(_) | Type::Timestamp(..) => {
                TypeExpr::Keyword("never")
            }
            Type::Option(some) => self.option(some, parameters),
            Type::List(element) => TypeExpr::Array(Box::new(inner(element))),
            Type::Array(element, length) if *length <= LONGEST_TUPLE => {
                TypeExpr::Tuple((0..*length).map(|_| inner(element)).collect())
            }
            Type::ParameterArray(element, _) if **element == Type::Scalar(Scalar::U8) => bytes(),
            Type::Array(element, _) | Type::ParameterArray(element, _) => {
                TypeExpr::Array(Box::new(inner(element)))
            }
            // No declaration has a parameter for it.
            Type::Length(_) => TypeExpr::Keyword("never"),
            Type::Set(element) => TypeExpr::Name(Symbol::Global("Set"), vec![inner(element)]),
            Type::Map(key, value) => {
                TypeExpr::Name(Symbol::Global("Map"), vec![inner(key), inner(value)])
            }
            Type::Tuple(elements) => TypeExpr::Tuple(elements.iter().map(inner).collect()),
            Type::Named(id, arguments) => {
                let used = self.used_parameters(*id);
                let arguments = arguments.iter().zip(used).filter(|(_, used)| **used);
                let arguments = arguments.map(|(argument, _)| inner(argument)).collect();
                TypeExpr::Name(self.definition(*id).clone(), arguments)
            }
            Type::Parameter(index) => TypeExpr::Parameter(parameters[*index].clone()),
        }
    }

    fn option(&self, some: &Type, parameters: &[String]) -> TypeExpr {
        let inner = self.ty(some, parameters);
        let inner = match nullable(self.api, some) {
            Nullable::No => inner,
            Nullable::Yes => TypeExpr::Tuple(vec![inner]),
            Nullable::Depends => TypeExpr::Wrapped(Box::new(inner)),
        };
        TypeExpr::union([inner, TypeExpr::Keyword("null")])
    }

    /// The value of a struct or of an error's variant.
    pub(super) fn fields(&self, fields: &Fields, parameters: &[String]) -> TypeExpr {
        match fields {
            Fields::Unit => TypeExpr::Keyword("null"),
            Fields::Tuple(fields) => TypeExpr::Tuple(
                fields
                    .iter()
                    .map(|field| self.ty(&field.ty, parameters))
                    .collect(),
            ),
            Fields::Named(fields) => TypeExpr::Object(self.properties(fields, parameters)),
        }
    }

    /// The same, where a single unnamed field travels as itself.
    pub(super) fn payload(&self, fields: &Fields, parameters: &[String]) -> TypeExpr {
        match fields {
            Fields::Tuple(fields) if fields.len() == 1 => self.ty(&fields[0].ty, parameters),
            fields => self.fields(fields, parameters),
        }
    }

    /// The same, with `arguments` in place of the parameters.
    pub(super) fn concrete_payload(&self, fields: &Fields, arguments: &[Type]) -> TypeExpr {
        let mut fields = fields.clone();
        if let Fields::Tuple(all) | Fields::Named(all) = &mut fields {
            all.iter_mut()
                .for_each(|field| field.ty = field.ty.substitute(arguments));
        }
        self.payload(&fields, &[])
    }

    pub(super) fn properties(&self, fields: &[Field], parameters: &[String]) -> Vec<Property> {
        let property = |field: &Field| Property {
            name: field.name(Direction::Output).to_owned(),
            docs: field.docs.clone(),
            optional: false,
            ty: self.ty(&field.ty, parameters),
        };
        fields.iter().map(property).collect()
    }
}

/// Whether `null` is a value of the type.
pub(super) fn nullable(api: &Api, ty: &Type) -> Nullable {
    match represented(api, ty) {
        Type::Option(_) | Type::Unit => Nullable::Yes,
        Type::Parameter(_) => Nullable::Depends,
        Type::Named(id, _) => match &api.definition(id).body {
            Body::Struct(Fields::Unit) => Nullable::Yes,
            _ => Nullable::No,
        },
        _ => Nullable::No,
    }
}

/// What a newtype, or a newtype of one, travels as; any other type as it is.
pub(super) fn represented(api: &Api, ty: &Type) -> Type {
    let mut ty = ty.clone();
    let mut seen = BTreeSet::new();
    while let Type::Named(id, arguments) = &ty {
        let Some(content) = api.definition(*id).body.content() else {
            break;
        };
        // `struct Endless(Box<Endless>)` has no values.
        if !seen.insert(*id) {
            return Type::Unit;
        }
        ty = content.substitute(arguments);
    }
    ty
}

/// Whether a newtype is a brand: `null` cannot carry one, and neither can what may be `null`.
pub(super) fn is_brand(api: &Api, field: &Field) -> bool {
    nullable(api, &field.ty) == Nullable::No
}

/// For every definition, which of its type parameters its TypeScript declaration mentions.
pub(super) fn used_parameters(
    api: &Api,
    definitions: &BTreeSet<DefinitionId>,
) -> BTreeMap<DefinitionId, Vec<bool>> {
    let mut used: BTreeMap<DefinitionId, Vec<bool>> = definitions
        .iter()
        .map(|id| (*id, vec![false; api.definition(*id).parameters.len()]))
        .collect();
    // A parameter may be passed on through several definitions before one uses it.
    loop {
        let before = used.clone();
        for id in definitions {
            let mut mentioned = BTreeSet::new();
            for ty in field_types(api.definition(*id)) {
                mention(ty, &before, &mut mentioned);
            }
            for (index, flag) in used.entry(*id).or_default().iter_mut().enumerate() {
                *flag |= mentioned.contains(&index);
            }
        }
        if used == before {
            return used;
        }
    }
}

fn mention(ty: &Type, used: &BTreeMap<DefinitionId, Vec<bool>>, mentioned: &mut BTreeSet<usize>) {
    match ty {
        Type::Named(id, arguments) => {
            let flags = used.get(id).into_iter().flatten();
            let used_arguments = arguments.iter().zip(flags).filter(|(_, used)| **used);
            used_arguments.for_each(|(argument, _)| mention(argument, used, mentioned));
        }
        Type::Parameter(index) => {
            mentioned.insert(*index);
        }
        ty => {
            let parts = ty.parts().into_iter();
            parts.for_each(|part| mention(part, used, mentioned));
        }
    }
}

/// The type of a value that was decoded: its bytes lie in a buffer of their own, and not in one that
/// is shared with a worker, which is what `Blob` and its like ask for.
pub(super) fn received(ty: TypeExpr) -> TypeExpr {
    let all = |types: Vec<TypeExpr>| types.into_iter().map(received).collect();
    let boxed = |ty: Box<TypeExpr>| Box::new(received(*ty));
    match ty {
        TypeExpr::Name(Symbol::Global("Uint8Array"), _) => {
            let buffer = TypeExpr::Name(Symbol::Global("ArrayBuffer"), Vec::new());
            TypeExpr::Name(Symbol::Global("Uint8Array"), vec![buffer])
        }
        TypeExpr::Name(symbol, arguments) => TypeExpr::Name(symbol, all(arguments)),
        TypeExpr::Array(element) => TypeExpr::Array(boxed(element)),
        TypeExpr::Tuple(elements) => TypeExpr::Tuple(all(elements)),
        TypeExpr::Wrapped(inner) => TypeExpr::Wrapped(boxed(inner)),
        TypeExpr::Object(mut properties) => {
            for Property { ty, .. } in &mut properties {
                *ty = received(ty.clone());
            }
            TypeExpr::Object(properties)
        }
        TypeExpr::Union(mut members) => {
            for Member { ty, .. } in &mut members {
                *ty = received(ty.clone());
            }
            TypeExpr::Union(members)
        }
        leaf @ (TypeExpr::Keyword(_) | TypeExpr::Literal(_) | TypeExpr::Parameter(_)) => leaf,
    }
}

fn bytes() -> TypeExpr {
    TypeExpr::Name(Symbol::Global("Uint8Array"), Vec::new())
}

fn scalar_type(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Bool => "boolean",
        Scalar::Char => "string",
        Scalar::U64 | Scalar::U128 | Scalar::Usize => "bigint",
        Scalar::I64 | Scalar::I128 | Scalar::Isize => "bigint",
        Scalar::U8 | Scalar::U16 | Scalar::U32 | Scalar::I8 | Scalar::I16 | Scalar::I32 => "number",
        Scalar::F32 | Scalar::F64 => "number",
    }
}
