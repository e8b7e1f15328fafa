//! The variants of an enum as members of a union.

use super::catalog::Catalog;
use super::fields::{Payload, is_object};
use super::tree::{Member, Property, TypeExpr};
use super::types::{Place, represented};
use crate::model::{Api, Body, Direction, Enum, Fields, Tagging, Type, Variant};

/// The property of a tagged variant whose value's members cannot be told from others: a map, say.
pub(crate) const INNER: &str = "value";

impl Catalog<'_> {
    /// What the variants of an enum look like in one direction.
    pub(super) fn members(&self, body: &Enum, place: Place<'_>) -> Vec<Member> {
        let member = |variant: &Variant| Member {
            docs: variant.docs.clone(),
            ty: self.variant(&body.tagging, variant, place),
        };
        body.travelling(place.direction).map(member).collect()
    }

    fn variant(&self, tagging: &Tagging, variant: &Variant, place: Place<'_>) -> TypeExpr {
        let name = variant.name(place.direction);
        let literal = || TypeExpr::Literal(name.to_owned());
        let payload = Payload::of(&variant.fields, place.direction);
        match (tagging, payload) {
            (Tagging::Untagged, payload) => self.payload(payload, place),
            (_, payload) if variant.untagged => self.payload(payload, place),
            (Tagging::External, Payload::Nothing) => literal(),
            (Tagging::External, payload) => {
                TypeExpr::Object(vec![Property::required(name, self.payload(payload, place))])
            }
            (Tagging::Internal { tag }, payload) => {
                self.tagged(Property::required(tag, literal()), payload, place)
            }
            (Tagging::Adjacent { tag, content }, payload) => {
                let mut properties = vec![Property::required(tag, literal())];
                if !matches!(payload, Payload::Nothing) {
                    properties.push(Property::required(content, self.payload(payload, place)));
                }
                TypeExpr::Object(properties)
            }
        }
    }

    /// The tag, and beside it what the variant carries.
    fn tagged(&self, tag: Property, payload: Payload<'_>, place: Place<'_>) -> TypeExpr {
        match payload {
            Payload::Nothing => TypeExpr::Object(vec![tag]),
            Payload::Fields(fields) => self.named_fields(fields, place, vec![tag]),
            Payload::Value(ty) => match Inner::of(self.api, ty, place.direction) {
                Inner::Nothing => TypeExpr::Object(vec![tag]),
                Inner::Members => {
                    TypeExpr::Intersection(vec![TypeExpr::Object(vec![tag]), self.ty(ty, place)])
                }
                Inner::Value => {
                    let value = Property::required(INNER, self.ty(ty, place));
                    TypeExpr::Object(vec![tag, value])
                }
            },
        }
    }
}

/// What stands beside an internal tag for a variant with a single unnamed field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    Nothing,
    Members,
    Value,
}

impl Inner {
    /// How the value of a type stands there.
    pub(super) fn of(api: &Api, ty: &Type, direction: Direction) -> Self {
        if is_empty(api, ty, direction) {
            Inner::Nothing
        } else if is_object(api, ty) {
            Inner::Members
        } else {
            Inner::Value
        }
    }
}

/// Whether every value is `null`, or an object without members.
pub(super) fn is_empty(api: &Api, ty: &Type, direction: Direction) -> bool {
    match represented(api, ty) {
        Type::Unit => true,
        Type::Named(id, _) => match &api.definition(id).body {
            Body::Struct(Fields::Unit) => true,
            Body::Struct(fields @ Fields::Named(_)) => {
                fields.travelling(direction).next().is_none()
                    && api.definition(id).struct_tag.is_none()
            }
            _ => false,
        },
        _ => false,
    }
}
