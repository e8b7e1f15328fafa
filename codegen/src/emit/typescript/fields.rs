//! Fields as TypeScript's properties and tuples.

use super::catalog::Catalog;
use super::differences::is_optional;
use super::tree::{Property, TypeExpr};
use super::types::{Place, represented};
use super::variants::is_empty;
use crate::model::{
    Api, Body, Direction, Enum, Field, Fields, Location, RustType, Scalar, Tagging, Type,
};

/// What a variant carries in one direction.
#[derive(Clone, Copy, Debug)]
pub(super) enum Payload<'f> {
    Nothing,
    /// A single unnamed field, which travels as itself.
    Value(&'f Type),
    Fields(&'f Fields),
}

impl<'f> Payload<'f> {
    /// As serde has it: what held one field, and does not send it, holds nothing.
    pub(super) fn of(fields: &'f Fields, direction: Direction) -> Self {
        match fields {
            Fields::Unit => Payload::Nothing,
            fields if fields.is_newtype() => match fields.travelling(direction).next() {
                Some(field) => Payload::Value(&field.ty),
                None => Payload::Nothing,
            },
            fields => Payload::Fields(fields),
        }
    }
}

impl Catalog<'_> {
    /// The value of a struct.
    pub(super) fn fields(&self, fields: &Fields, place: Place<'_>) -> TypeExpr {
        match fields {
            Fields::Unit => TypeExpr::Keyword("null"),
            Fields::Tuple(_) => {
                let travelling = fields.travelling(place.direction);
                TypeExpr::Tuple(travelling.map(|field| self.ty(&field.ty, place)).collect())
            }
            Fields::Named(_) => self.named_fields(fields, place, Vec::new()),
        }
    }

    /// The value of a variant, or of an error.
    pub(super) fn payload(&self, payload: Payload<'_>, place: Place<'_>) -> TypeExpr {
        match payload {
            Payload::Nothing => TypeExpr::Keyword("null"),
            Payload::Value(ty) => self.ty(ty, place),
            Payload::Fields(fields) => self.fields(fields, place),
        }
    }

    /// Properties behind those that are already known, and the types whose members are among them.
    pub(super) fn named_fields(
        &self,
        fields: &Fields,
        place: Place<'_>,
        mut properties: Vec<Property>,
    ) -> TypeExpr {
        let mut merged = Vec::new();
        for field in fields.travelling(place.direction) {
            match merges(self.api, field) {
                true if is_empty(self.api, &field.ty, place.direction) => {}
                true => merged.push(self.ty(&field.ty, place)),
                false => properties.push(self.property(field, place)),
            }
        }
        match (merged.is_empty(), properties.is_empty()) {
            (true, _) => TypeExpr::Object(properties),
            (false, true) => TypeExpr::intersection(merged),
            (false, false) => {
                merged.insert(0, TypeExpr::Object(properties));
                TypeExpr::Intersection(merged)
            }
        }
    }

    fn property(&self, field: &Field, place: Place<'_>) -> Property {
        let optional = is_optional(field, place.direction);
        let mut ty = self.ty(&field.ty, place);
        // The server leaves it out; only callers write `undefined`.
        if optional && place.direction == Direction::Input {
            ty = ty.or_undefined();
        }
        Property {
            name: field.name(place.direction).to_owned(),
            docs: field.docs.clone(),
            optional,
            ty,
        }
    }
}

/// The fields with `arguments` in place of the type parameters.
pub(super) fn substituted(fields: &Fields, arguments: &[Type]) -> Fields {
    let mut fields = fields.clone();
    if let Fields::Tuple(all) | Fields::Named(all) = &mut fields {
        all.iter_mut()
            .for_each(|field| field.ty = field.ty.substitute(arguments));
    }
    fields
}

/// Whether a field's members stand among those of the struct around it. A flattened map, or one
/// that may be absent, stays a property.
pub(super) fn merges(api: &Api, field: &Field) -> bool {
    field.flattened && is_object(api, &field.ty)
}

/// Whether every value is an object whose members are known. What a type parameter stands for is
/// taken for one: hardly anything else can be told from what surrounds it.
pub(super) fn is_object(api: &Api, ty: &Type) -> bool {
    let id = match represented(api, ty) {
        Type::Named(id, _) => id,
        other => return matches!(other, Type::Parameter(_)),
    };
    match &api.definition(id).body {
        Body::Struct(fields) => matches!(fields, Fields::Named(_)),
        Body::Enum(body) => variants_are_objects(body),
        Body::Newtype(_) | Body::Proxy(_) => false,
    }
}

fn variants_are_objects(body: &Enum) -> bool {
    let mut variants = body.variants.iter();
    match body.tagging {
        Tagging::Internal { .. } | Tagging::Adjacent { .. } => variants.all(|one| !one.untagged),
        Tagging::External => {
            variants.all(|one| !one.untagged && !matches!(one.fields, Fields::Unit))
        }
        Tagging::Untagged => variants.all(|one| matches!(one.fields, Fields::Named(_))),
    }
}

/// `std::time::SystemTime`, where it is what travels.
pub(super) fn system_time() -> Fields {
    let parts = [
        ("secs_since_epoch", Scalar::U64),
        ("nanos_since_epoch", Scalar::U32),
    ];
    let field = |(name, scalar)| {
        let rust = RustType::Tuple(Vec::new());
        Field::new(name, Type::Scalar(scalar), rust, Location::default())
    };
    Fields::Named(parts.into_iter().map(field).collect())
}
