//! Types in a few words, for messages.

use super::schema::Schema;
use crate::model::fingerprint::{Label, NodeId};

/// How many levels are told, and how many names of one struct or enum.
const LEVELS: usize = 3;
const NAMES: usize = 6;

/// As in the text of a schema, structs and enums by the names in them.
pub(super) fn describe(schema: &Schema, id: NodeId) -> String {
    levels(schema, id, LEVELS)
}

fn levels(schema: &Schema, id: NodeId, left: usize) -> String {
    let Some(left) = left.checked_sub(1) else {
        return "…".to_owned();
    };
    let node = schema.node(id);
    let children = || {
        let children = node.children.iter();
        let children: Vec<String> = children.map(|child| levels(schema, *child, left)).collect();
        children.join(", ")
    };
    match &node.label {
        Label::Leaf(word) => (*word).to_owned(),
        Label::Container(word) => format!("{word}<{}>", children()),
        Label::Array(length) => format!("array<{}, {length}>", children()),
        Label::Bytes(length) => format!("bytes<{length}>"),
        Label::Struct { fields, .. } => {
            format!(
                "struct {{{}}}",
                names(fields.iter().map(|one| one.name.as_deref()))
            )
        }
        Label::Enum { variants, .. } => {
            format!(
                "enum {{{}}}",
                names(variants.iter().map(|one| one.name.as_deref()))
            )
        }
    }
}

fn names<'a>(all: impl Iterator<Item = Option<&'a str>>) -> String {
    let mut names: Vec<&str> = all.map(|name| name.unwrap_or("*")).collect();
    if names.len() > NAMES {
        names.truncate(NAMES);
        names.push("…");
    }
    names.join(", ")
}
