//! Types without names of their own.

use super::numbers;
use crate::compatibility::form::{self, Likeness};
use crate::compatibility::pair::{End, Pair, Step};
use crate::compatibility::rule::Rule;
use crate::model::Encoding;
use crate::model::fingerprint::Label;

const UNIT: Label = Label::Leaf("unit");

/// Something where there was nothing, or the other way around.
pub(super) fn nothing(pair: &Pair<'_>) -> Option<Step> {
    let [old, new] = [pair.old, pair.new].map(|end| *end.label() == UNIT);
    (old != new).then(|| Step::found(pair.found(Rule::UnitChanged)))
}

/// What has no tag, and what holds the fields of others, has to stay the same.
pub(super) fn told_by_form(pair: &Pair<'_>) -> Option<Step> {
    let is_told = |end: End<'_>| form::is_told_by_form(end.label());
    (is_told(pair.old) || is_told(pair.new)).then(|| must_be_same(pair))
}

/// So does what stands beside a tag, unless it has fields.
pub(super) fn beside_a_tag(pair: &Pair<'_>) -> Option<Step> {
    let has_fields = |end: End<'_>| matches!(end.label(), Label::Struct { .. });
    let fields = has_fields(pair.old) && has_fields(pair.new);
    (pair.tag.is_some() && !fields).then(|| must_be_same(pair))
}

fn must_be_same(pair: &Pair<'_>) -> Step {
    let rule = match form::likeness(pair.writer(), pair.reader()) {
        Likeness::Same => return Step::default(),
        Likeness::WithAliases => Rule::FormHasAliases,
        Likeness::Different => Rule::FormChanged,
    };
    Step::found(pair.found(rule))
}

/// In lossless JSON, `Some` of what may be `null` stands in brackets.
pub(super) fn options(pair: &Pair<'_>) -> Option<Step> {
    let (writer, reader) = (pair.writer(), pair.reader());
    if !(writer.is_option() && reader.is_option()) {
        return None;
    }
    let [some, read] = [writer.child(0), reader.child(0)];
    if is_nullable(pair, some) != is_nullable(pair, read) {
        return Some(Step::found(pair.found(Rule::NullMeansTwoThings)));
    }
    Some(Step::follow([pair.follow(some.id, read.id, "")]))
}

/// A value where there may be one.
pub(super) fn into_option(pair: &Pair<'_>) -> Option<Step> {
    let (writer, reader) = (pair.writer(), pair.reader());
    if writer.is_option() || !reader.is_option() {
        return None;
    }
    let some = reader.child(0);
    if is_nullable(pair, writer) || is_nullable(pair, some) {
        return Some(Step::found(pair.found(Rule::NullMeansTwoThings)));
    }
    let rule = pair.by_way(Rule::NowOptional, Rule::ResultNeverNull);
    let follow = Step::follow([pair.follow(writer.id, some.id, "")]);
    Some(follow.with([pair.found(rule)]))
}

/// Perhaps nothing where there has to be something.
pub(super) fn out_of_option(pair: &Pair<'_>) -> Option<Step> {
    let rule = pair.by_way(Rule::NoLongerOptional, Rule::ResultMayBeNull);
    let breaks = pair.writer().is_option() && !pair.reader().is_option();
    breaks.then(|| Step::found(pair.found(rule)))
}

fn is_nullable(pair: &Pair<'_>, end: End<'_>) -> bool {
    match pair.encoding() {
        Encoding::Postcard => end.is_option() || *end.label() == UNIT,
        Encoding::Json => form::may_be_null(end.label()),
    }
}

/// Numbers, text, addresses.
pub(super) fn leaves(pair: &Pair<'_>) -> Option<Step> {
    let (Label::Leaf(writer), Label::Leaf(reader)) = (pair.writer().label(), pair.reader().label())
    else {
        return None;
    };
    if writer == reader {
        return Some(Step::default());
    }
    numbers::fits(writer, reader, pair.encoding())
        .then(|| Step::found(pair.found(Rule::TypeChanged)))
}

/// Keys stand in the names of an object, or else in pairs.
pub(super) fn maps(pair: &Pair<'_>) -> Option<Step> {
    let map = Label::Container("map");
    let (writer, reader) = (pair.writer(), pair.reader());
    if [writer, reader].iter().any(|end| *end.label() != map) {
        return None;
    }
    let [written, read] = [writer.child(0), reader.child(0)];
    if !are_alike_as_keys(pair, written.label(), read.label()) {
        return Some(Step::found(pair.found(Rule::KeysChanged)));
    }
    let key = pair.follow(written.id, read.id, "[key]").keyed();
    let value = pair.follow(writer.child(1).id, reader.child(1).id, "[]");
    Some(Step::follow([key, value]))
}

fn are_alike_as_keys(pair: &Pair<'_>, written: &Label, read: &Label) -> bool {
    let is_name = |label: &Label| matches!(label, Label::Leaf("string" | "decimal"));
    match pair.encoding() {
        Encoding::Postcard => is_name(written) == is_name(read),
        // Only what text can hold is a key there; what it is must not change.
        Encoding::Json => match (written, read) {
            (Label::Leaf(_), Label::Leaf(_)) => true,
            (Label::Enum { .. }, Label::Enum { .. }) => true,
            _ => written == read,
        },
    }
}
