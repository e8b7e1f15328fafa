//! What the text of a schema does not show, and a reader of values goes by.

use crate::model::{Direction, Enum, Field, Fields, InputField, Location, RustType};

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
    /// Whether serde by itself reads `None` where it is not there.
    pub(crate) reads_none: bool,
    /// Whether it is a parameter with a default: an `Option` to the text, and to nobody else.
    pub(crate) has_default: bool,
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
            reads_none: direction == Direction::Input && reads_none(field),
            has_default: false,
            other: false,
            location: Some(field.location),
        });
        Notes {
            deny_unknown_fields: deny && direction == Direction::Input,
            members: notes.collect(),
        }
    }

    pub(super) fn of_parameters(parameters: &[InputField]) -> Self {
        let notes = parameters.iter().map(|parameter| MemberNotes {
            reads_none: is_option(&parameter.rust),
            has_default: parameter.optional,
            ..MemberNotes::default()
        });
        Notes {
            deny_unknown_fields: false,
            members: notes.collect(),
        }
    }

    pub(super) fn of_variants(body: &Enum, direction: Direction) -> Self {
        let variants = body.travelling(direction);
        let notes = variants.map(|variant| MemberNotes {
            aliases: read(&variant.aliases, direction),
            reads_none: false,
            has_default: false,
            other: variant.other && direction == Direction::Input,
            location: Some(variant.location),
        });
        Notes {
            deny_unknown_fields: false,
            members: notes.collect(),
        }
    }
}

/// A newtype of an `Option` travels as one, but does not stand for what is missing.
fn reads_none(field: &Field) -> bool {
    is_option(&field.rust) && !field.converted
}

fn is_option(rust: &RustType) -> bool {
    matches!(rust, RustType::Path(path, _) if path == "::std::option::Option")
}

fn read(aliases: &[String], direction: Direction) -> Vec<String> {
    match direction {
        Direction::Input => aliases.to_vec(),
        Direction::Output => Vec::new(),
    }
}
