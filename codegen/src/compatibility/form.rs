//! Types that are told by their form alone: without a tag, or with the fields of others among
//! their own. What is added to them may be taken for something else, so they must be the same.

use std::collections::HashSet;

use super::pair::End;
use crate::model::Tagging;
use crate::model::fingerprint::{Label, Node};

/// Whether a value shows by its form what it is.
pub(super) fn is_told_by_form(label: &Label) -> bool {
    match label {
        Label::Struct { fields, .. } => fields.iter().any(|field| field.name.is_none()),
        Label::Enum { tagging, variants } => {
            *tagging == Tagging::Untagged || variants.iter().any(|variant| variant.name.is_none())
        }
        _ => false,
    }
}

/// How far two types are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    Different,
    /// But names are read that do not show, by which one form may pass for another.
    WithAliases,
    Same,
}

/// Follows both as far as they go.
pub(super) fn likeness(writer: End<'_>, reader: End<'_>) -> Likeness {
    let mut seen = HashSet::new();
    let mut pending = vec![(writer, reader)];
    let mut likeness = Likeness::Same;
    while let Some((left, right)) = pending.pop() {
        if !seen.insert((left.id, right.id)) {
            continue;
        }
        if left.label() != right.label() {
            return Likeness::Different;
        }
        if reads_more(right.node) {
            likeness = Likeness::WithAliases;
        }
        pending.extend((0..left.node.children.len()).map(|at| (left.child(at), right.child(at))));
    }
    likeness
}

fn reads_more(node: &Node) -> bool {
    let mut members = node.notes.members.iter();
    members.any(|member| member.other || !member.aliases.is_empty())
}

/// Whether plain JSON may have `null` for a value of a type told by its form.
pub(super) fn may_be_null(label: &Label) -> bool {
    match label {
        Label::Leaf(word) => matches!(*word, "unit" | "json"),
        Label::Container(word) => *word == "option",
        Label::Enum { .. } => is_told_by_form(label),
        _ => false,
    }
}
