//! The fewest bytes a received value can take: what makes a list's length implausible before it is read.

use std::collections::BTreeMap;

use super::demand::Instance;
use crate::model::{
    Api, Body, Direction, Enum, Fields, Scalar, Special, Tagging, Timestamp, Type, Variant,
};

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
            Type::Special(special) => special_size(*special),
            Type::Timestamp(timestamp, _) => timestamp_size(*timestamp),
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
            Body::Enum(body) => self.variants(body, &instance.1),
        };
        self.known.insert(instance.clone(), size);
        size
    }

    fn variants(&mut self, body: &Enum, arguments: &[Type]) -> u64 {
        let tag = |variant: &Variant| match body.tagging {
            // A name follows its length.
            Tagging::Internal { .. } => 1 + variant.name(Direction::Output).len() as u64,
            _ => 1,
        };
        let variants = body.travelling(Direction::Output);
        let sizes =
            variants.map(|one| tag(one).saturating_add(self.fields(&one.fields, arguments)));
        sizes.min().unwrap_or(1)
    }

    fn fields(&mut self, fields: &Fields, arguments: &[Type]) -> u64 {
        let types: Vec<Type> = fields
            .travelling(Direction::Output)
            .map(|field| field.ty.substitute(arguments))
            .collect();
        self.sum(types.iter())
    }

    fn sum<'t>(&mut self, types: impl Iterator<Item = &'t Type>) -> u64 {
        types.fold(0, |sum, ty| sum.saturating_add(self.of(ty)))
    }
}

fn special_size(special: Special) -> u64 {
    match special {
        Special::Uuid => 17,
        Special::Ipv4Addr => 4,
        Special::Ipv6Addr => 16,
        // Which of the two, and the shorter one.
        Special::IpAddr | Special::SocketAddrV4 => 5,
        Special::SocketAddr => 6,
        Special::SocketAddrV6 => 17,
        Special::TimeDate => 2,
        Special::TimeTime => 4,
        Special::TimePrimitiveDateTime => 6,
        Special::TimeUtcOffset => 3,
        Special::Decimal | Special::Json => 1,
    }
}

fn timestamp_size(timestamp: Timestamp) -> u64 {
    match timestamp {
        Timestamp::TimeOffsetDateTime => 9,
        Timestamp::SystemTime => 2,
        Timestamp::Rfc3339
        | Timestamp::Seconds
        | Timestamp::Milliseconds
        | Timestamp::Microseconds
        | Timestamp::Nanoseconds => 1,
    }
}
