//! The names that fields and variants have on the wire.

use std::collections::BTreeMap;

use super::reach;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Api, Body, Definition, DefinitionId, Direction, Fields, Location, Tagging};

/// serde lets two fields share a name; a JavaScript object holds one of them.
pub(super) fn duplicates(api: &Api, diagnostics: &mut Diagnostics) {
    for (index, definition) in api.definitions.iter().enumerate() {
        let mut told: BTreeMap<Location, Diagnostic> = BTreeMap::new();
        for direction in [Direction::Input, Direction::Output] {
            for repeated in repeated_names(definition, direction) {
                for action in reach::actions(api, DefinitionId(index), direction) {
                    let diagnostic = told
                        .entry(repeated.at)
                        .or_insert_with(|| repeated.diagnostic(definition));
                    diagnostic.add_stem(super::stem(action));
                }
                for event in reach::events(api, DefinitionId(index), direction) {
                    let diagnostic = told
                        .entry(repeated.at)
                        .or_insert_with(|| repeated.diagnostic(definition));
                    diagnostic.add_stem(super::stem_of_event(event));
                }
            }
        }
        told.into_values().for_each(|one| diagnostics.push(one));
    }
}

/// A name that another field or variant of the same type has.
struct Repeated<'a> {
    what: &'static str,
    name: &'a str,
    first: Location,
    at: Location,
}

impl Repeated<'_> {
    fn diagnostic(&self, definition: &Definition) -> Diagnostic {
        let Repeated { what, name, .. } = self;
        let title = format!("two {what}s of `{}` are called `{name}`", definition.name);
        let label = format!("serde gives this {what} the name of another");
        let help = "give one of them another name with `#[serde(rename = \"…\")]`";
        Diagnostic::new(Rule::DuplicateWireName, self.at, title, label, help)
            .context(self.first, "the other one")
    }
}

fn repeated_names(definition: &Definition, direction: Direction) -> Vec<Repeated<'_>> {
    let body = match &definition.body {
        Body::Newtype(_) | Body::Proxy(_) => return Vec::new(),
        Body::Struct(fields) => {
            let tag = definition.struct_tag.as_deref();
            let tag = tag.map(|tag| (tag, definition.location));
            let names = tag.into_iter().chain(of_fields(fields, direction));
            return repeated("field", names);
        }
        Body::Enum(body) => body,
    };
    let variants = || body.travelling(direction);
    let tagged = variants().filter(|one| !one.untagged && body.tagging != Tagging::Untagged);
    let names = tagged.flat_map(|variant| {
        let name = variant.name(direction);
        named(name, &variant.aliases, variant.location, direction)
    });
    let mut found = repeated("variant", names);
    for variant in variants() {
        found.extend(repeated("field", of_fields(&variant.fields, direction)));
    }
    found
}

fn of_fields(fields: &Fields, direction: Direction) -> impl Iterator<Item = (&str, Location)> {
    let fields = fields.travelling(direction).filter(|one| !one.flattened);
    fields.flat_map(move |field| {
        let name = field.name(direction);
        named(name, &field.aliases, field.location, direction)
    })
}

/// The name, and in an input what is read as well.
fn named<'a>(
    name: &'a str,
    aliases: &'a [String],
    at: Location,
    direction: Direction,
) -> impl Iterator<Item = (&'a str, Location)> {
    let aliases = aliases.iter().map(String::as_str);
    let aliases = aliases.filter(move |alias| direction == Direction::Input && *alias != name);
    std::iter::once(name)
        .chain(aliases)
        .map(move |name| (name, at))
}

fn repeated<'a>(
    what: &'static str,
    names: impl Iterator<Item = (&'a str, Location)>,
) -> Vec<Repeated<'a>> {
    let mut known = BTreeMap::new();
    let mut found = Vec::new();
    for (name, at) in names {
        // The same alias twice does no harm.
        if let Some(first) = known.insert(name, at).filter(|first| *first != at) {
            found.push(Repeated {
                what,
                name,
                first,
                at,
            });
        }
    }
    found
}
