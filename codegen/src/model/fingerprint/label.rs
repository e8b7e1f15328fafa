//! What a type is apart from its parts, as it travels one way.

use crate::model::{Direction, Encoding, Field, Omission, Presence, Tagging};

/// What a node is, apart from its children.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Label {
    /// A word alone.
    Leaf(&'static str),
    /// A word with its children in angle brackets.
    Container(&'static str),
    /// One child, and how often.
    Array(u64),
    /// So many bytes, which JSON has as text.
    Bytes(u64),
    /// A child for each field.
    Struct {
        /// A member that holds the struct's name, and the name.
        tag: Option<(String, String)>,
        fields: Vec<FieldLabel>,
    },
    /// A child for each variant that has a payload.
    Enum {
        tagging: Tagging,
        variants: Vec<VariantLabel>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct FieldLabel {
    /// Nothing for a flattened one.
    pub(crate) name: Option<String>,
    pub(crate) absence: Absence,
}

/// What it means where a field is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Absence {
    Error,
    /// Something that the bytes do not tell.
    Fine,
    /// Zero, whose bytes are written.
    Zero,
    /// A default, for which a byte stands.
    Flagged,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct VariantLabel {
    /// Nothing for an untagged one.
    pub(crate) name: Option<String>,
    /// Where it is not the one after the variant before.
    pub(crate) index: Option<u32>,
    pub(crate) payload: bool,
}

/// Which way and as what a type travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Way {
    pub(crate) direction: Direction,
    pub(crate) encoding: Encoding,
}

impl Way {
    pub(crate) fn field(self, field: &Field) -> FieldLabel {
        FieldLabel {
            name: (!field.flattened).then(|| field.name(self.direction).to_owned()),
            absence: self.absence(field),
        }
    }

    fn absence(self, field: &Field) -> Absence {
        let json = self.encoding == Encoding::Json;
        match (self.direction, field.presence, field.omission) {
            (Direction::Input, Presence::Zero, _) if !json => Absence::Zero,
            (Direction::Input, Presence::Flagged, _) if !json => Absence::Flagged,
            (Direction::Input, Presence::Zero | Presence::Flagged, _) => Absence::Fine,
            (Direction::Output, _, Omission::WhenZero | Omission::Sometimes) if json => {
                Absence::Fine
            }
            _ => Absence::Error,
        }
    }

    /// Whether variants go by number.
    pub(crate) fn counts(self, tagging: &Tagging) -> bool {
        let by_number = matches!(tagging, Tagging::External | Tagging::Adjacent { .. });
        by_number && self.encoding == Encoding::Postcard
    }
}
