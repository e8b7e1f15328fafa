//! Structs: fields by name.

use super::names::Meetings;
use crate::compatibility::pair::{Follow, Found, Pair, Step};
use crate::compatibility::rule::Rule;
use crate::compatibility::schema::Field;
use crate::model::fingerprint::{Absence, Label, NodeId};
use crate::model::{Direction, Encoding};

/// The rules about fields.
const RULES: &[fn(&Structs<'_>) -> Vec<Found>] = &[
    added_to_input,
    gone_from_input,
    added_to_result,
    gone_from_result,
    absence,
    renamed,
    reordered,
    met_twice,
    called_like_the_tag,
];

/// Two structs without flattened fields.
struct Structs<'a> {
    pair: &'a Pair<'a>,
    writer: Vec<Field<'a>>,
    reader: Vec<Field<'a>>,
    meetings: Meetings,
}

/// Two structs, with the same tag or none.
pub(super) fn structs(pair: &Pair<'_>) -> Option<Step> {
    let (Label::Struct { tag: was, .. }, Label::Struct { tag: is, .. }) =
        (pair.old.label(), pair.new.label())
    else {
        return None;
    };
    if was != is {
        let told = |tag: &Option<(String, String)>| match tag {
            Some((tag, name)) => format!("`{tag}: {name}`"),
            None => "no tag".to_owned(),
        };
        let found = Found::new(Rule::StructTagChanged, told(was), told(is));
        return Some(Step::found(found));
    }
    let structs = Structs::new(pair);
    let found = RULES.iter().flat_map(|rule| rule(&structs));
    Some(Step::follow(structs.follow()).with(found))
}

/// Where a function took nothing, its open clients send no members.
pub(super) fn first_parameters(pair: &Pair<'_>) -> Option<Step> {
    let Label::Struct { tag: None, fields } = pair.new.label() else {
        return None;
    };
    let took_nothing = pair.way == Direction::Input
        && pair.old.id == pair.old.schema.input()
        && *pair.old.label() == Label::Leaf("unit");
    if !took_nothing || fields.is_empty() || pair.encoding() == Encoding::Json {
        return None;
    }
    let structs = Structs::new(pair);
    Some(Step::default().with(added_to_input(&structs)))
}

impl<'a> Structs<'a> {
    fn new(pair: &'a Pair<'a>) -> Self {
        let [writer, reader] =
            [pair.writer(), pair.reader()].map(|end| end.schema.fields(end.node));
        let meetings = Meetings::new(writer.len(), reader.len(), |written, read| {
            let name = writer[written].name;
            name.is_some_and(|name| reader[read].reads(name))
        });
        Structs {
            pair,
            writer,
            reader,
            meetings,
        }
    }

    fn is_input(&self) -> bool {
        self.pair.way == Direction::Input
    }

    /// Whether the reader can do without one of its fields. serde asks how a field is read, and all
    /// others what it holds.
    fn may_lack(&self, field: &Field<'_>) -> bool {
        let by_serde = self.is_input() && self.pair.encoding() == Encoding::Json;
        let by_type = field.is_option && (!by_serde || field.reads_none());
        field.absence != Absence::Error || by_type
    }

    /// The fields that nobody reads.
    fn unread(&self) -> Vec<Field<'a>> {
        let unread = self.meetings.unread();
        unread.map(|index| self.writer[index]).collect()
    }

    /// The fields that nobody writes.
    fn unwritten(&self) -> Vec<Field<'a>> {
        let unwritten = self.meetings.unwritten();
        unwritten.map(|index| self.reader[index]).collect()
    }

    /// The fields that are written and read, as the reader's.
    fn met(&self) -> impl Iterator<Item = (Field<'a>, Field<'a>)> {
        let pairs = self.meetings.pairs.iter();
        pairs.map(|(written, read)| (self.writer[*written], self.reader[*read]))
    }

    /// Of two that meet: the present one, for its place.
    fn present<'f>(&self, writer: &'f Field<'a>, reader: &'f Field<'a>) -> &'f Field<'a> {
        self.pair.in_time(writer, reader)[1]
    }

    fn follow(&self) -> Vec<Follow> {
        let follow = |(writer, reader): (Field<'a>, Field<'a>)| {
            let present = self.present(&writer, &reader);
            let [written, read] = self.types(&writer, &reader);
            let follow = self.pair.follow(written, read, step(present));
            follow.located(present.location())
        };
        self.met().map(follow).collect()
    }

    /// The types of two that meet. A text of plain JSON does not tell a parameter with a default
    /// from a field, and need not where both have one.
    fn types(&self, writer: &Field<'a>, reader: &Field<'a>) -> [NodeId; 2] {
        let both = [writer, reader]
            .iter()
            .all(|one| one.absence == Absence::Fine);
        match self.pair.encoding() {
            Encoding::Json if both => [writer.shown, reader.shown],
            _ => [writer.ty, reader.ty],
        }
    }

    /// Something about two that meet, in a word for each.
    fn about(
        &self,
        rule: Rule,
        (writer, reader): (&Field<'a>, &Field<'a>),
        word: fn(&Field<'a>) -> &'a str,
    ) -> Found {
        let [was, is] = self.pair.in_time(writer, reader);
        let found = Found::new(rule, word(was), word(is));
        found.at(step(is)).located(is.location())
    }
}

fn name<'a>(field: &Field<'a>) -> &'a str {
    field.name.unwrap_or("*")
}

fn step(field: &Field<'_>) -> String {
    format!(".{}", name(field))
}

/// What it means where the field is not there.
fn without(field: &Field<'_>) -> &'static str {
    match field.absence {
        Absence::Error if field.is_option => "optional",
        Absence::Error => "required",
        Absence::Zero => "empty or zero by default",
        Absence::Fine | Absence::Flagged => "given a default of its own",
    }
}

fn added(rule: Rule, field: &Field<'_>) -> Found {
    let found = Found::new(rule, "", name(field));
    found.at(step(field)).located(field.location())
}

fn gone(rule: Rule, field: &Field<'_>) -> Found {
    Found::new(rule, name(field), "").at(step(field))
}

/// An open client does not send what is new.
fn added_to_input(structs: &Structs<'_>) -> Vec<Found> {
    let rule = |field: &Field<'_>| match structs.may_lack(field) {
        true => Rule::FieldAdded,
        false => Rule::RequiredFieldAdded,
    };
    let added = |field: &Field<'_>| added(rule(field), field);
    match structs.is_input() {
        true => structs.unwritten().iter().map(added).collect(),
        false => Vec::new(),
    }
}

/// What an open client still sends.
fn gone_from_input(structs: &Structs<'_>) -> Vec<Found> {
    if !structs.is_input() {
        return Vec::new();
    }
    let unwritten = structs.unwritten();
    let successor = unwritten
        .iter()
        .find(|field| structs.may_lack(field))
        .map(name);
    let refuses = structs.pair.reader().node.notes.deny_unknown_fields;
    let rule = match successor {
        _ if refuses => Rule::UnknownFieldRefused,
        Some(_) => Rule::FieldMayBeRenamed,
        None if structs.pair.keyed => Rule::KeysMayMeet,
        None => Rule::FieldRemoved,
    };
    let found = |field: &Field<'_>| Found {
        is: successor.unwrap_or_default().to_owned(),
        ..gone(rule, field)
    };
    structs.unread().iter().map(found).collect()
}

/// An open client passes over what is new.
fn added_to_result(structs: &Structs<'_>) -> Vec<Found> {
    let rule = match structs.pair.keyed {
        true => Rule::KeysMayMeet,
        false => Rule::FieldAdded,
    };
    let added = |field: &Field<'_>| added(rule, field);
    match structs.is_input() {
        true => Vec::new(),
        false => structs.unread().iter().map(added).collect(),
    }
}

/// What an open client still expects.
fn gone_from_result(structs: &Structs<'_>) -> Vec<Found> {
    let gone = |field: &Field<'_>| gone(Rule::ResultFieldRemoved, field);
    match structs.is_input() {
        true => Vec::new(),
        false => structs.unwritten().iter().map(gone).collect(),
    }
}

/// What it means where a field is not there.
fn absence(structs: &Structs<'_>) -> Vec<Found> {
    let found = |(writer, reader): (Field<'_>, Field<'_>)| {
        let rule = if writer.absence != Absence::Error && !structs.may_lack(&reader) {
            let pair = structs.pair;
            pair.by_way(Rule::FieldNowRequired, Rule::ResultFieldMayBeMissing)
        } else if writer.absence == reader.absence {
            return None;
        } else if structs.pair.keyed {
            Rule::KeysMayMeet
        } else {
            Rule::AbsenceChanged
        };
        Some(structs.about(rule, (&writer, &reader), without))
    };
    structs.met().filter_map(found).collect()
}

/// Read by a name that it had before.
fn renamed(structs: &Structs<'_>) -> Vec<Found> {
    let renamed = structs
        .met()
        .filter(|(writer, reader)| writer.name != reader.name);
    renamed
        .map(|(writer, reader)| structs.about(Rule::FieldRenamed, (&writer, &reader), name))
        .collect()
}

/// The same fields in another order.
fn reordered(structs: &Structs<'_>) -> Vec<Found> {
    if structs.meetings.are_in_order() {
        return Vec::new();
    }
    vec![structs.pair.found(Rule::FieldsReordered)]
}

/// Two members for one field, or one for two.
fn met_twice(structs: &Structs<'_>) -> Vec<Found> {
    let twice = structs.meetings.merged().chain(structs.meetings.split());
    let found = |(written, read): (usize, usize)| {
        let pair = (&structs.writer[written], &structs.reader[read]);
        structs.about(Rule::NamesMeet, pair, name)
    };
    twice.map(found).collect()
}

/// A field beside an internal tag that has the tag's name.
fn called_like_the_tag(structs: &Structs<'_>) -> Vec<Found> {
    let Some(tag) = structs.pair.tag else {
        return Vec::new();
    };
    let fields = structs.writer.iter().chain(&structs.reader);
    let like = fields.filter(|field| field.reads(tag));
    like.map(|field| added(Rule::TagMeetsField, field))
        .collect()
}
