//! What the text of a schema does not show, and a reader of values goes by.

use crate::model::{Direction, Enum, Fields, Location};

/// What is known of a struct or an enum beside its label. It tells no two types apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    /// JSON with members that it does not have is refused.
    pub(crate) deny_unknown_fields: bool,
    /// For each field or variant of the label, if anything is known of them.
    pub(crate) members: Vec<MemberNotes>,
}

/// What is known of a field or a variant.
#[derive(Clone, Debug, Default)]
pub(crate) struct MemberNotes {
    /// What is read as well.
    pub(crate) aliases: Vec<String>,
    /// `#[serde(other)]`: what is read for a variant that is not known.
    pub(crate) other: bool,
    pub(crate) location: Option<Location>,
}

impl Notes {
    /// Of what is written, only the places are noted.
    pub(super) fn of_fields(fields: &Fields, direction: Direction, deny: bool) -> Self {
        let fields = fields.travelling(direction);
        let notes = fields.map(|field| MemberNotes {
            aliases: read(&field.aliases, direction),
            other: false,
            location: Some(field.location),
        });
        Notes {
            deny_unknown_fields: deny && direction == Direction::Input,
            members: notes.collect(),
        }
    }

    pub(super) fn of_variants(body: &Enum, direction: Direction) -> Self {
        let variants = body.travelling(direction);
        let notes = variants.map(|variant| MemberNotes {
            aliases: read(&variant.aliases, direction),
            other: variant.other && direction == Direction::Input,
            location: Some(variant.location),
        });
        Notes {
            deny_unknown_fields: false,
            members: notes.collect(),
        }
    }
}

fn read(aliases: &[String], direction: Direction) -> Vec<String> {
    match direction {
        Direction::Input => aliases.to_vec(),
        Direction::Output => Vec::new(),
    }
}
