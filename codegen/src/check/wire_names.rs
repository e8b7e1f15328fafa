//! The names that fields and variants have on the wire.

use std::collections::BTreeMap;

use super::reach;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Api, Body, Definition, DefinitionId, Direction, Fields, Location};

/// serde lets two fields share a name; a JavaScript object holds one of them.
pub(super) fn duplicates(api: &Api, diagnostics: &mut Diagnostics) {
    for (index, definition) in api.definitions.iter().enumerate() {
        for repeated in repeated_names(definition) {
            let mut diagnostic = repeated.diagnostic(definition);
            for action in reach::actions(api, DefinitionId(index)) {
                diagnostic.add_stem(super::stem(action));
            }
            diagnostics.push(diagnostic);
        }
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

fn repeated_names(definition: &Definition) -> Vec<Repeated<'_>> {
    let variants = match &definition.body {
        Body::Newtype(_) | Body::Proxy(_) => return Vec::new(),
        Body::Struct(fields) => return repeated("field", of_fields(fields)),
        Body::Enum(body) => &body.variants,
    };
    let names = variants
        .iter()
        .map(|variant| (variant.name(Direction::Output), variant.location));
    let mut found = repeated("variant", names);
    for variant in variants {
        found.extend(repeated("field", of_fields(&variant.fields)));
    }
    found
}

fn of_fields(fields: &Fields) -> impl Iterator<Item = (&str, Location)> {
    let fields = fields.as_slice().iter();
    fields.map(|field| (field.name(Direction::Output), field.location))
}

fn repeated<'a>(
    what: &'static str,
    names: impl Iterator<Item = (&'a str, Location)>,
) -> Vec<Repeated<'a>> {
    let mut known = BTreeMap::new();
    let mut found = Vec::new();
    for (name, at) in names {
        if let Some(first) = known.insert(name, at) {
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
