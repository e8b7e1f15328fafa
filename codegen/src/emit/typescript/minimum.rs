//! The fewest bytes a value can take: what makes a list's length implausible before it is read.

use std::collections::BTreeMap;

use super::demand::Instance;
use crate::model::{Api, Body, Fields, Scalar, Type};

/// A lower bound for the size of a value of this type.
pub(super) fn minimum_size(api: &Api, ty: &Type) -> u64 {
    Sizes {
        api,
        known: BTreeMap::new(),
    }
    .of(ty)
}

struct Sizes<'a> {
    api: &'a Api,
    /// Zero while a type is still being looked at: a lower bound for whatever it turns out to be.
    known: BTreeMap<Instance, u64>,
}

impl Sizes<'_> {
    fn of(&mut self, ty: &Type) -> u64 {
        match ty {
            Type::Scalar(Scalar::F32) => 4,
            Type::Scalar(Scalar::F64) => 8,
            // A character takes its length and at least one byte.
            Type::Scalar(Scalar::Char) => 2,
            Type::Scalar(_) | Type::String | Type::Bytes => 1,
            Type::Option(_) | Type::List(_) | Type::Set(_) | Type::Map(..) => 1,
            Type::Number(_) | Type::TypedArray(_) => 1,
            Type::Special(_) | Type::Timestamp(..) => 1,
            Type::Unit | Type::Parameter(_) | Type::ParameterArray(..) | Type::Length(_) => 0,
            Type::Array(element, length) => self.of(element).saturating_mul(*length),
            Type::ByteArray(length) => *length,
            Type::Tuple(elements) => self.sum(elements.iter()),
            Type::Named(id, arguments) => self.named(&(*id, arguments.clone())),
        }
    }

    fn named(&mut self, instance: &Instance) -> u64 {
        if let Some(size) = self.known.get(instance) {
            return *size;
        }
        self.known.insert(instance.clone(), 0);
        let api = self.api;
        let size = match &api.definition(instance.0).body {
            Body::Newtype(field) => self.of(&field.ty.substitute(&instance.1)),
            Body::Proxy(ty) => self.of(&ty.substitute(&instance.1)),
            Body::Struct(fields) => self.fields(fields, &instance.1),
            Body::Enum(body) => {
                let sizes = body
                    .variants
                    .iter()
                    .map(|variant| self.fields(&variant.fields, &instance.1));
                sizes.min().unwrap_or(0).saturating_add(1)
            }
        };
        self.known.insert(instance.clone(), size);
        size
    }

    fn fields(&mut self, fields: &Fields, arguments: &[Type]) -> u64 {
        let types: Vec<Type> = fields
            .as_slice()
            .iter()
            .map(|field| field.ty.substitute(arguments))
            .collect();
        self.sum(types.iter())
    }

    fn sum<'t>(&mut self, types: impl Iterator<Item = &'t Type>) -> u64 {
        types.fold(0, |sum, ty| sum.saturating_add(self.of(ty)))
    }
}
