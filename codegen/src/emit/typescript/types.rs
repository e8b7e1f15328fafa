//! Rust's types as TypeScript's.

use std::collections::{BTreeMap, BTreeSet};

use super::catalog::Catalog;
use super::demand::field_types;
use super::fields::system_time;
use super::primitives::{primitive, typed_array};
use super::tree::{Symbol, TypeExpr};
use crate::model::{Api, Body, DefinitionId, Direction, Field, Fields, Scalar, Type};

/// The longest array that becomes a tuple type.
pub(crate) const LONGEST_TUPLE: u64 = 16;

/// Whether `null` is among the values of a type, so that an `Option` of it needs a wrapper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nullable {
    No,
    Yes,
    /// As its type parameter is.
    Depends,
}

/// Where a type is mentioned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'p> {
    /// Which way its values go.
    pub(super) direction: Direction,
    /// What the type parameters of the definition around it are called.
    pub(super) parameters: &'p [String],
}

impl Place<'static> {
    /// Where there are no type parameters.
    pub(super) fn concrete(direction: Direction) -> Self {
        Place {
            direction,
            parameters: &[],
        }
    }
}

impl Catalog<'_> {
    /// The TypeScript type.
    pub(super) fn ty(&self, ty: &Type, place: Place<'_>) -> TypeExpr {
        if let Some(primitive) = primitive(ty) {
            return primitive.type_expr();
        }
        let inner = |ty: &Type| self.ty(ty, place);
        let global = |name, arguments| TypeExpr::Name(Symbol::Global(name), arguments);
        match ty {
            Type::ByteArray(_) => global("Uint8Array", Vec::new()),
            Type::TypedArray(scalar) => match typed_array(*scalar) {
                Some([class, ..]) => global(class, Vec::new()),
                None => TypeExpr::Array(Box::new(inner(&Type::Scalar(*scalar)))),
            },
            Type::Option(some) => self.option(some, place),
            Type::List(element) => TypeExpr::Array(Box::new(inner(element))),
            Type::Array(element, length) if *length <= LONGEST_TUPLE => {
                TypeExpr::Tuple((0..*length).map(|_| inner(element)).collect())
            }
            Type::ParameterArray(element, _) if **element == Type::Scalar(Scalar::U8) => {
                global("Uint8Array", Vec::new())
            }
            Type::Array(element, _) | Type::ParameterArray(element, _) => {
                TypeExpr::Array(Box::new(inner(element)))
            }
            // No declaration has a parameter for it.
            Type::Length(_) => TypeExpr::Keyword("never"),
            Type::Set(element) => global("Set", vec![inner(element)]),
            Type::Map(key, value) => global("Map", vec![inner(key), inner(value)]),
            Type::Tuple(elements) => TypeExpr::Tuple(elements.iter().map(inner).collect()),
            Type::Named(id, arguments) => {
                let used = self.used_parameters(*id, place.direction);
                let arguments = arguments.iter().zip(used).filter(|(_, used)| **used);
                let arguments = arguments.map(|(argument, _)| inner(argument)).collect();
                TypeExpr::Name(self.definition(*id, place.direction).clone(), arguments)
            }
            Type::Parameter(index) => TypeExpr::Parameter(place.parameters[*index].clone()),
            Type::Special(_) => TypeExpr::Name(Symbol::Runtime("Json"), Vec::new()),
            // The only moment that is no primitive.
            Type::Timestamp(..) => self.fields(&system_time(), place),
            Type::Unit | Type::Scalar(_) | Type::String | Type::Bytes | Type::Number(_) => {
                TypeExpr::Keyword("null")
            }
        }
    }

    fn option(&self, some: &Type, place: Place<'_>) -> TypeExpr {
        let inner = self.ty(some, place);
        let inner = match nullable(self.api, some) {
            Nullable::No => inner,
            Nullable::Yes => TypeExpr::Tuple(vec![inner]),
            Nullable::Depends => TypeExpr::Wrapped(Box::new(inner)),
        };
        TypeExpr::union([inner, TypeExpr::Keyword("null")])
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
    direction: Direction,
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
            for ty in field_types(api.definition(*id), direction) {
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
        // `[]`, whatever it is no element of.
        Type::Array(_, 0) => {}
        ty => {
            let parts = ty.parts().into_iter();
            parts.for_each(|part| mention(part, used, mentioned));
        }
    }
}
