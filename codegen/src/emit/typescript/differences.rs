//! Which definitions look one way to those who send them and another way to those who receive them,
//! and so are declared twice.

use std::collections::BTreeSet;

use crate::model::{
    Api, Body, Definition, DefinitionId, Direction, Field, Fields, Omission, Presence, Type,
};

/// Those of `definitions` whose input and output differ: in themselves, or in what they hold.
pub(super) fn differing(api: &Api, definitions: &BTreeSet<DefinitionId>) -> BTreeSet<DefinitionId> {
    let own = |id: &&DefinitionId| differs(api.definition(**id));
    let mut found: BTreeSet<DefinitionId> = definitions.iter().filter(own).copied().collect();
    // A difference reaches whoever holds it, through any number of definitions.
    loop {
        let holds = |id: &&DefinitionId| holds(api.definition(**id), &found);
        let more: BTreeSet<DefinitionId> = definitions.iter().filter(holds).copied().collect();
        if more.is_subset(&found) {
            return found;
        }
        found.extend(more);
    }
}

/// Whether the caller may leave a property out, or the server may. Elements of tuples stay.
pub(super) fn is_optional(field: &Field, direction: Direction) -> bool {
    match direction {
        Direction::Input => field.presence != Presence::Required,
        // What is left out where it is empty is put back by the codecs.
        Direction::Output => field.omission == Omission::Sometimes,
    }
}

fn differs(definition: &Definition) -> bool {
    match &definition.body {
        Body::Newtype(_) | Body::Proxy(_) => false,
        Body::Struct(fields) => fields_differ(fields),
        Body::Enum(body) => body.variants.iter().any(|variant| {
            let travels = &variant.travels;
            let names = &variant.names;
            travels.input != travels.output
                || travels.input && (names.input != names.output || fields_differ(&variant.fields))
        }),
    }
}

fn fields_differ(fields: &Fields) -> bool {
    let named = matches!(fields, Fields::Named(_));
    let renamed = |field: &Field| {
        let optional = |direction| is_optional(field, direction);
        field.names.input != field.names.output
            || optional(Direction::Input) != optional(Direction::Output)
    };
    fields.as_slice().iter().any(|field| {
        let travels = &field.travels;
        travels.input != travels.output || named && travels.input && renamed(field)
    })
}

fn holds(definition: &Definition, found: &BTreeSet<DefinitionId>) -> bool {
    let directions = [Direction::Input, Direction::Output];
    let mut types = directions
        .iter()
        .flat_map(|way| super::demand::field_types(definition, *way));
    types.any(|ty| mentions(ty, found))
}

fn mentions(ty: &Type, found: &BTreeSet<DefinitionId>) -> bool {
    let itself = matches!(ty, Type::Named(id, _) if found.contains(id));
    itself || ty.parts().into_iter().any(|part| mentions(part, found))
}
