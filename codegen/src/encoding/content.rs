//! What may stand beside a tag, or be flattened: things with members.

use super::keys::{Key, key};
use crate::model::{Api, Body, Direction, Fields, Special, Tagging, Timestamp, Type};

/// What a newtype or a proxy holds, through any number of them.
pub(super) fn bare(api: &Api, ty: &Type) -> Type {
    let mut ty = ty.clone();
    // A newtype of itself ends nowhere.
    for _ in 0..=api.definitions.len() {
        let Type::Named(id, arguments) = &ty else {
            break;
        };
        let Some(content) = api.definition(*id).body.content() else {
            break;
        };
        ty = content.substitute(arguments);
    }
    ty
}

/// What a variant with an internal tag may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// A struct: its fields follow the tag.
    Fields,
    /// What only JSON can put there.
    Members,
    /// Nothing that serde could put there.
    Nothing,
}

/// What serde makes of `ty` in a variant with an internal tag.
pub(super) fn beside_tag(api: &Api, ty: &Type) -> Beside {
    match bare(api, ty) {
        Type::Map(..) | Type::Unit | Type::Special(Special::Json) => Beside::Members,
        Type::Timestamp(Timestamp::SystemTime, _) => Beside::Members,
        Type::Named(id, _) => match &api.definition(id).body {
            Body::Struct(Fields::Named(_)) => Beside::Fields,
            Body::Struct(Fields::Unit) | Body::Enum(_) => Beside::Members,
            _ => Beside::Nothing,
        },
        _ => Beside::Nothing,
    }
}

/// Whether serde can flatten `ty`.
pub(super) fn can_be_flattened(api: &Api, ty: &Type, direction: Direction) -> bool {
    match bare(api, ty) {
        Type::Option(inner) => can_be_flattened(api, &inner, direction),
        // What is read this way was kept as strings.
        Type::Map(name, _) => match key(api, &name, direction) {
            Key::Text => true,
            Key::Spelled => direction == Direction::Output,
            Key::Impossible => false,
        },
        other => beside_tag(api, &other) != Beside::Nothing,
    }
}

/// The names of the members that a flattened type brings, as far as they are known.
pub(super) fn members(api: &Api, ty: &Type, direction: Direction) -> Vec<String> {
    let mut names = Vec::new();
    gather_members(api, ty, direction, DEEPEST, &mut names);
    names
}

/// Flattened fields within flattened fields; a type that contains itself so has no end.
const DEEPEST: usize = 8;

fn gather_members(
    api: &Api,
    ty: &Type,
    direction: Direction,
    left: usize,
    names: &mut Vec<String>,
) {
    let Some(left) = left.checked_sub(1) else {
        return;
    };
    let (id, arguments) = match bare(api, ty) {
        Type::Option(inner) => return gather_members(api, &inner, direction, left, names),
        Type::Named(id, arguments) => (id, arguments),
        _ => return,
    };
    let definition = api.definition(id);
    match &definition.body {
        Body::Struct(fields) => {
            names.extend(definition.struct_tag.clone());
            for field in fields.travelling(direction) {
                if field.flattened {
                    let ty = field.ty.substitute(&arguments);
                    gather_members(api, &ty, direction, left, names);
                } else {
                    names.push(field.name(direction).to_owned());
                }
            }
        }
        Body::Enum(body) => match &body.tagging {
            Tagging::Internal { tag } => names.push(tag.clone()),
            Tagging::Adjacent { tag, content } => names.extend([tag.clone(), content.clone()]),
            Tagging::External | Tagging::Untagged => {}
        },
        Body::Newtype(_) | Body::Proxy(_) => {}
    }
}
