//! Lists, sets, arrays and tuples: all of them lists in JSON. And bytes, which are text.

use crate::compatibility::pair::{End, Follow, Pair, Step};
use crate::compatibility::rule::Rule;
use crate::model::Encoding;
use crate::model::fingerprint::{Label, NodeId};

/// Bytes that are counted, and bytes that are so many.
pub(super) fn bytes(pair: &Pair<'_>) -> Option<Step> {
    let widened = || Some(Step::found(pair.found(Rule::TypeChanged)));
    match (pair.writer().label(), pair.reader().label()) {
        (Label::Bytes(written), Label::Bytes(read)) if written == read => Some(Step::default()),
        (Label::Bytes(_) | Label::Leaf("bytes"), Label::Bytes(_)) => {
            Some(Step::found(pair.found(Rule::LengthChanged)))
        }
        (Label::Bytes(_), Label::Leaf("bytes")) if pair.encoding() == Encoding::Postcard => {
            widened()
        }
        _ => None,
    }
}

/// What has elements.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sequence<'a> {
    List(NodeId),
    Set(NodeId),
    Array(NodeId, u64),
    Tuple(&'a [NodeId]),
}

impl<'a> Sequence<'a> {
    fn of(end: End<'a>) -> Option<Self> {
        let children = &end.node.children;
        Some(match end.label() {
            Label::Container("list") => Sequence::List(children[0]),
            Label::Container("set") => Sequence::Set(children[0]),
            Label::Container("tuple") => Sequence::Tuple(children),
            Label::Array(length) => Sequence::Array(children[0], *length),
            _ => return None,
        })
    }

    /// How many elements there are, if the type says so.
    fn length(self) -> Option<u64> {
        match self {
            Sequence::List(_) | Sequence::Set(_) => None,
            Sequence::Array(_, length) => Some(length),
            Sequence::Tuple(elements) => Some(elements.len() as u64),
        }
    }

    fn element(self, index: usize) -> Option<NodeId> {
        match self {
            Sequence::List(element) | Sequence::Set(element) | Sequence::Array(element, _) => {
                Some(element)
            }
            Sequence::Tuple(elements) => elements.get(index).copied(),
        }
    }
}

/// One after the other.
pub(super) fn elements(pair: &Pair<'_>) -> Option<Step> {
    let writer = Sequence::of(pair.writer())?;
    let reader = Sequence::of(pair.reader())?;
    let found = |rule| Some(Step::found(pair.found(rule)));
    match (writer, reader) {
        _ if reader.length().is_some() && writer.length() != reader.length() => {
            return found(Rule::LengthChanged);
        }
        (Sequence::Set(_), Sequence::Set(_)) => {}
        (_, Sequence::Set(_)) => return found(Rule::RepeatsRefused),
        // In another order they were the same.
        (Sequence::Set(_), _) if pair.keyed => return found(Rule::KeysMayMeet),
        _ if may_be_time(pair) => return None,
        _ => {}
    }
    let follow = Step::follow(parts(pair, writer, reader));
    Some(match are_written_alike(writer, reader) {
        true => follow,
        false => follow.with([pair.found(Rule::TypeChanged)]),
    })
}

fn are_written_alike(writer: Sequence<'_>, reader: Sequence<'_>) -> bool {
    std::mem::discriminant(&writer) == std::mem::discriminant(&reader)
}

/// The elements of a tuple each, and those of all else as one.
fn parts(pair: &Pair<'_>, writer: Sequence<'_>, reader: Sequence<'_>) -> Vec<Follow> {
    let tuple = [writer, reader].into_iter().find_map(|one| match one {
        Sequence::Tuple(elements) => Some(elements.len()),
        _ => None,
    });
    let follow = |index: usize, step: String| -> Option<Follow> {
        let follow = pair.follow(writer.element(index)?, reader.element(index)?, step);
        Some(match reader {
            Sequence::Set(_) => follow.keyed(),
            _ => follow,
        })
    };
    match tuple {
        Some(length) => (0..length)
            .filter_map(|index| follow(index, format!(".{index}")))
            .collect(),
        None => follow(0, "[]".to_owned()).into_iter().collect(),
    }
}

/// In plain JSON a tuple of numbers may be a date, which may be text.
fn may_be_time(pair: &Pair<'_>) -> bool {
    let is_numbers = |end: End<'_>| {
        let mut children = end
            .node
            .children
            .iter()
            .map(|child| end.schema.node(*child));
        *end.label() == Label::Container("tuple")
            && children.all(|child| matches!(child.label, Label::Leaf(_)))
    };
    let leaves = |end: End<'_>| -> Vec<Label> {
        let children = end.node.children.iter();
        children
            .map(|child| end.schema.node(*child).label.clone())
            .collect()
    };
    let (old, new) = (pair.old, pair.new);
    pair.encoding() == Encoding::Json
        && (is_numbers(old) || is_numbers(new))
        && (old.label() != new.label() || leaves(old) != leaves(new))
}
