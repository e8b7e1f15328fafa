//! Enums: variants by name.

use super::names::Meetings;
use crate::compatibility::pair::{End, Follow, Found, Pair, Step};
use crate::compatibility::rule::Rule;
use crate::compatibility::schema::Variant;
use crate::model::fingerprint::Label;
use crate::model::{Direction, Encoding, Tagging};

/// The rules about variants.
const RULES: &[fn(&Enums<'_>) -> Vec<Found>] = &[
    unread_in_input,
    unread_in_result,
    unwritten,
    payload,
    renamed,
    reordered,
    met_twice,
    merged,
];

/// Two enums whose variants are told in the same way, by names.
struct Enums<'a> {
    pair: &'a Pair<'a>,
    tagging: &'a Tagging,
    writer: Vec<Variant<'a>>,
    reader: Vec<Variant<'a>>,
    meetings: Meetings,
}

/// Two enums.
pub(super) fn enums(pair: &Pair<'_>) -> Option<Step> {
    let (Label::Enum { tagging: was, .. }, Label::Enum { tagging: is, .. }) =
        (pair.old.label(), pair.new.label())
    else {
        return None;
    };
    if was != is {
        let found = Found::new(Rule::TaggingChanged, told(was), told(is));
        return Some(Step::found(found));
    }
    let enums = Enums::new(pair, is);
    let found = RULES.iter().flat_map(|rule| rule(&enums));
    Some(Step::follow(enums.follow()).with(found))
}

fn told(tagging: &Tagging) -> String {
    match tagging {
        Tagging::External => "the name around the content".to_owned(),
        Tagging::Internal { tag } => format!("the tag `{tag}`"),
        Tagging::Adjacent { tag, content } => format!("the tag `{tag}` beside `{content}`"),
        Tagging::Untagged => "no tag".to_owned(),
    }
}

impl<'a> Enums<'a> {
    fn new(pair: &'a Pair<'a>, tagging: &'a Tagging) -> Self {
        let [writer, reader] =
            [pair.writer(), pair.reader()].map(|end| end.schema.variants(end.node));
        let meetings = Meetings::new(writer.len(), reader.len(), |written, read| {
            let name = writer[written].name;
            name.is_some_and(|name| reader[read].reads(name))
        });
        Enums {
            pair,
            tagging,
            writer,
            reader,
            meetings,
        }
    }

    fn is_input(&self) -> bool {
        self.pair.way == Direction::Input
    }

    fn met(&self) -> impl Iterator<Item = (Variant<'a>, Variant<'a>)> {
        let pairs = self.meetings.pairs.iter();
        pairs.map(|(written, read)| (self.writer[*written], self.reader[*read]))
    }

    /// What those hold that meet.
    fn follow(&self) -> Vec<Follow> {
        let tag = match self.tagging {
            Tagging::Internal { tag } => Some(tag.clone()),
            _ => None,
        };
        let follow = |(writer, reader): (Variant<'a>, Variant<'a>)| {
            let present = self.pair.in_time(&writer, &reader)[1];
            let follow = self
                .pair
                .follow(writer.payload?, reader.payload?, step(present));
            Some(follow.beside(tag.clone()).located(present.location()))
        };
        self.met().filter_map(follow).collect()
    }

    fn about(&self, rule: Rule, writer: &Variant<'a>, reader: &Variant<'a>) -> Found {
        let [was, is] = self.pair.in_time(writer, reader);
        let found = Found::new(rule, name(was), name(is));
        found.at(step(is)).located(is.location())
    }

    /// The variant that stands in for others.
    fn other(&self) -> Option<&Variant<'a>> {
        self.reader.iter().find(|variant| variant.is_other())
    }

    /// Whether the one that stands in for others reads that one.
    fn is_read_as_other(&self, variant: &Variant<'_>) -> bool {
        let is_internal = matches!(self.tagging, Tagging::Internal { .. });
        // serde_json leaves no content out, unless it stands beside a tag.
        let reads =
            self.pair.encoding() == Encoding::Postcard || is_internal || variant.payload.is_none();
        reads && self.other().is_some()
    }
}

fn name<'a>(variant: &Variant<'a>) -> &'a str {
    variant.name.unwrap_or("*")
}

fn step(variant: &Variant<'_>) -> String {
    format!("::{}", name(variant))
}

/// What an open client may still send.
fn unread_in_input(enums: &Enums<'_>) -> Vec<Found> {
    if !enums.is_input() {
        return Vec::new();
    }
    let mut unwritten = enums.meetings.unwritten().map(|index| &enums.reader[index]);
    let successor = unwritten.find(|variant| !variant.is_other()).map(name);
    let rule = |variant: &Variant<'_>| match successor {
        _ if !enums.is_read_as_other(variant) => Rule::VariantRemoved,
        Some(_) => Rule::VariantMayBeRenamed,
        None if enums.pair.keyed => Rule::KeysMayMeet,
        None => Rule::VariantReadAsOther,
    };
    let found = |variant: &Variant<'_>| {
        let is = successor.or_else(|| enums.other().map(name));
        Found::new(rule(variant), name(variant), is.unwrap_or_default()).at(step(variant))
    };
    let unread = enums.meetings.unread().map(|index| &enums.writer[index]);
    unread.map(found).collect()
}

/// What an open client does not know.
fn unread_in_result(enums: &Enums<'_>) -> Vec<Found> {
    if enums.is_input() {
        return Vec::new();
    }
    let found = |variant: &Variant<'_>| {
        let found = Found::new(Rule::ResultVariantAdded, "", name(variant));
        found.at(step(variant)).located(variant.location())
    };
    let unread = enums.meetings.unread().map(|index| &enums.writer[index]);
    unread.map(found).collect()
}

/// What no open client sends, or what none meets any more.
fn unwritten(enums: &Enums<'_>) -> Vec<Found> {
    let found = |variant: &Variant<'_>| {
        let name = name(variant);
        let found = match enums.is_input() {
            true => Found::new(Rule::VariantAdded, "", name).located(variant.location()),
            false => Found::new(Rule::ResultVariantRemoved, name, ""),
        };
        found.at(step(variant))
    };
    let unwritten = enums.meetings.unwritten().map(|index| &enums.reader[index]);
    unwritten.map(found).collect()
}

/// Something in a variant that held nothing, or the other way around.
fn payload(enums: &Enums<'_>) -> Vec<Found> {
    let holds = |variant: &Variant<'_>| variant.payload.is_some();
    let differ = enums
        .met()
        .filter(|(writer, reader)| holds(writer) != holds(reader));
    let found = |(writer, reader): (Variant<'_>, Variant<'_>)| Found {
        was: held(enums.pair.old, enums.pair.in_time(&writer, &reader)[0]),
        is: held(enums.pair.new, enums.pair.in_time(&writer, &reader)[1]),
        ..enums.about(Rule::VariantDataChanged, &writer, &reader)
    };
    differ.map(found).collect()
}

fn held(end: End<'_>, variant: &Variant<'_>) -> String {
    let payload = variant.payload.map(|id| End::new(end.schema, id));
    payload.map_or("nothing".to_owned(), |held| {
        format!("`{}`", held.describe())
    })
}

/// Read by a name that it had before.
fn renamed(enums: &Enums<'_>) -> Vec<Found> {
    let renamed = enums
        .met()
        .filter(|(writer, reader)| writer.name != reader.name);
    renamed
        .map(|(writer, reader)| enums.about(Rule::VariantRenamed, &writer, &reader))
        .collect()
}

/// The same variants in another order, or with other numbers.
fn reordered(enums: &Enums<'_>) -> Vec<Found> {
    let renumbered = enums
        .met()
        .any(|(writer, reader)| writer.index != reader.index);
    if enums.meetings.are_in_order() && !renumbered {
        return Vec::new();
    }
    vec![enums.pair.found(Rule::VariantsReordered)]
}

/// A name for two variants.
fn met_twice(enums: &Enums<'_>) -> Vec<Found> {
    let twice = enums.meetings.split();
    let found = |(written, read): (usize, usize)| {
        enums.about(Rule::NamesMeet, &enums.writer[written], &enums.reader[read])
    };
    twice.map(found).collect()
}

/// Two keys that become the same one.
fn merged(enums: &Enums<'_>) -> Vec<Found> {
    let found = |(written, read): (usize, usize)| {
        enums.about(
            Rule::KeysMayMeet,
            &enums.writer[written],
            &enums.reader[read],
        )
    };
    match enums.pair.keyed {
        true => enums.meetings.merged().map(found).collect(),
        false => Vec::new(),
    }
}
