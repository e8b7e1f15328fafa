//! Fields and variants with all that belongs to them.

use super::Schema;
use crate::model::fingerprint::{Absence, Label, MemberNotes, Node, NodeId};
use crate::model::{Encoding, Location};

/// A field of a struct.
#[derive(Clone, Copy, Debug)]
pub(in crate::compatibility) struct Field<'a> {
    /// Nothing for a flattened one.
    pub(in crate::compatibility) name: Option<&'a str>,
    pub(in crate::compatibility) absence: Absence,
    /// Its type as the text has it.
    pub(in crate::compatibility) shown: NodeId,
    /// Its type where it is there.
    pub(in crate::compatibility) ty: NodeId,
    /// Whether its type has a value for what is not there, if its reader asks the type.
    pub(in crate::compatibility) is_option: bool,
    notes: Option<&'a MemberNotes>,
}

/// A variant of an enum.
#[derive(Clone, Copy, Debug)]
pub(in crate::compatibility) struct Variant<'a> {
    /// Nothing for an untagged one.
    pub(in crate::compatibility) name: Option<&'a str>,
    pub(in crate::compatibility) index: Option<u32>,
    pub(in crate::compatibility) payload: Option<NodeId>,
    notes: Option<&'a MemberNotes>,
}

impl Field<'_> {
    /// Whether its reader takes a member of that name.
    pub(in crate::compatibility) fn reads(&self, name: &str) -> bool {
        reads(self.name, self.notes, name)
    }

    /// Whether serde's own reader takes `None` for what is not there.
    pub(in crate::compatibility) fn reads_none(&self) -> bool {
        self.notes.is_some_and(|notes| notes.reads_none)
    }

    pub(in crate::compatibility) fn location(&self) -> Option<Location> {
        self.notes?.location
    }
}

impl Variant<'_> {
    /// Whether its reader takes a variant of that name.
    pub(in crate::compatibility) fn reads(&self, name: &str) -> bool {
        reads(self.name, self.notes, name)
    }

    /// Whether its reader takes it for every name that it does not know.
    pub(in crate::compatibility) fn is_other(&self) -> bool {
        self.notes.is_some_and(|notes| notes.other)
    }

    pub(in crate::compatibility) fn location(&self) -> Option<Location> {
        self.notes?.location
    }
}

fn reads(own: Option<&str>, notes: Option<&MemberNotes>, name: &str) -> bool {
    let is_alias = |notes: &MemberNotes| notes.aliases.iter().any(|alias| alias == name);
    own == Some(name) || notes.is_some_and(is_alias)
}

impl Schema {
    /// The fields of a struct; none of what is no struct.
    pub(in crate::compatibility) fn fields<'a>(&'a self, node: &'a Node) -> Vec<Field<'a>> {
        let Label::Struct { fields, .. } = &node.label else {
            return Vec::new();
        };
        let fields = fields.iter().zip(&node.children).enumerate();
        fields
            .map(|(index, (label, child))| {
                let notes = node.notes.members.get(index);
                let ty = match notes.is_some_and(|notes| notes.has_default) {
                    true => self.some_of(*child),
                    false => self.value_of(label.absence, *child),
                };
                Field {
                    name: label.name.as_deref(),
                    absence: label.absence,
                    shown: *child,
                    ty,
                    is_option: self.node(ty).label == Label::Container("option"),
                    notes,
                }
            })
            .collect()
    }

    /// Of a parameter with a default the text says that it is an option, and in JSON it is there or
    /// not. In plain JSON the same is said of fields that are options, and have defaults.
    pub(crate) fn value_of(&self, absence: Absence, child: NodeId) -> NodeId {
        match (self.encoding(), absence) {
            (Encoding::Postcard, Absence::Fine) => self.some_of(child),
            _ => child,
        }
    }

    /// What an option holds; anything else as it is.
    fn some_of(&self, id: NodeId) -> NodeId {
        let node = self.node(id);
        match node.label {
            Label::Container("option") => node.children[0],
            _ => id,
        }
    }

    /// The variants of an enum; none of what is no enum.
    pub(in crate::compatibility) fn variants<'a>(&self, node: &'a Node) -> Vec<Variant<'a>> {
        let Label::Enum { variants, .. } = &node.label else {
            return Vec::new();
        };
        let mut payloads = node.children.iter().copied();
        let variants = variants.iter().enumerate();
        variants
            .map(|(index, label)| Variant {
                name: label.name.as_deref(),
                index: label.index,
                payload: label.payload.then(|| payloads.next()).flatten(),
                notes: node.notes.members.get(index),
            })
            .collect()
    }
}
