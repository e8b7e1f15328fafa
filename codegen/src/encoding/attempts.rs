//! Enums without a tag that contain themselves.
//!
//! serde tries their variants one after the other, each time with a copy of everything inside. Where
//! that happens at every level, a small input takes memory for all levels at once, and time that
//! doubles with each of them.

use std::collections::HashSet;

use crate::model::{Api, Body, DefinitionId, Direction, Fields, Type};

/// Whether reading `target` may lead to reading it again, further in.
pub(super) fn contains_itself(api: &Api, target: DefinitionId) -> bool {
    let mut seen = HashSet::new();
    let mut next = parts(api, target);
    while let Some(ty) = next.pop() {
        if let Type::Named(id, _) = ty {
            if *id == target {
                return true;
            }
            if seen.insert(*id) {
                next.extend(parts(api, *id));
            }
        }
        next.extend(ty.parts());
    }
    false
}

/// The types of what is read for a definition.
fn parts(api: &Api, id: DefinitionId) -> Vec<&Type> {
    match &api.definition(id).body {
        Body::Newtype(field) => vec![&field.ty],
        Body::Proxy(ty) => vec![ty],
        Body::Struct(fields) => read(fields).collect(),
        Body::Enum(body) => {
            let variants = body.travelling(Direction::Input);
            variants.flat_map(|variant| read(&variant.fields)).collect()
        }
    }
}

fn read(fields: &Fields) -> impl Iterator<Item = &Type> {
    let fields = fields.travelling(Direction::Input);
    fields.map(|field| &field.ty)
}
