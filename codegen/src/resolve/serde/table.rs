//! Every option of serde's attributes, where it may stand, and what becomes of it.

use syn::Meta;

use super::values::{directed, quoted, string};
use super::{Attributes, Defaulted, Place};
use crate::model::Both;
use crate::resolve::case::Case;

/// What becomes of an option.
#[derive(Clone, Copy)]
pub(super) enum Handler {
    /// It changes neither names nor layout.
    Inert,
    /// It is read with the type of the field.
    ReadElsewhere,
    /// It is read into the attributes; `false` if its value cannot be understood.
    Follow(fn(&mut Attributes, &Meta) -> bool),
    /// It is refused, with the way out.
    Refuse(&'static str),
}

use Handler::{Follow, Inert, ReadElsewhere, Refuse};

type Row = (&'static str, &'static [Place], Handler);

const ANYWHERE: &[Place] = &[Place::Container, Place::Variant, Place::Field, Place::Error];
const CONTAINER: &[Place] = &[Place::Container];
const VARIANT: &[Place] = &[Place::Variant];
const FIELD: &[Place] = &[Place::Field];
const CONTAINER_OR_VARIANT: &[Place] = &[Place::Container, Place::Variant];
const CONTAINER_OR_FIELD: &[Place] = &[Place::Container, Place::Field];
const VARIANT_OR_FIELD: &[Place] = &[Place::Variant, Place::Field];
const IN_DATA: &[Place] = &[Place::Container, Place::Variant, Place::Field];

const A_COPY: &str = "make it a type of your own, and convert in the function";
const A_NAME: &str = "use an ordinary enum, without the attribute, or a `String`";
const ON_THE_FIELD: &str = "put it on the variant's field";

/// For whatever has no row in an error type.
pub(super) const IN_AN_ERROR: &str =
    "leave it out: `ActionError` writes errors in a form of its own, by the names of their fields";

const TABLE: &[Row] = &[
    ("alias", VARIANT_OR_FIELD, Follow(alias)),
    ("borrow", ANYWHERE, Inert),
    ("bound", ANYWHERE, Inert),
    ("content", CONTAINER, Follow(content)),
    ("crate", ANYWHERE, Inert),
    ("default", CONTAINER_OR_FIELD, Follow(default)),
    (
        "deny_unknown_fields",
        CONTAINER,
        Follow(deny_unknown_fields),
    ),
    ("deserialize_with", FIELD, ReadElsewhere),
    ("deserialize_with", VARIANT, Refuse(ON_THE_FIELD)),
    ("expecting", ANYWHERE, Inert),
    ("field_identifier", CONTAINER, Refuse(A_NAME)),
    ("flatten", FIELD, Follow(flatten)),
    ("from", CONTAINER, Follow(from)),
    ("getter", FIELD, Refuse(A_COPY)),
    ("into", CONTAINER, Follow(into)),
    ("other", VARIANT, Follow(other)),
    ("remote", CONTAINER, Refuse(A_COPY)),
    ("rename", IN_DATA, Follow(rename)),
    ("rename_all", CONTAINER_OR_VARIANT, Follow(rename_all)),
    ("rename_all_fields", CONTAINER, Follow(rename_all_fields)),
    ("serialize_with", FIELD, ReadElsewhere),
    ("serialize_with", VARIANT, Refuse(ON_THE_FIELD)),
    ("skip", VARIANT_OR_FIELD, Follow(skip)),
    (
        "skip_deserializing",
        VARIANT_OR_FIELD,
        Follow(skip_deserializing),
    ),
    (
        "skip_serializing",
        VARIANT_OR_FIELD,
        Follow(skip_serializing),
    ),
    ("skip_serializing_if", FIELD, Follow(skip_serializing_if)),
    ("tag", CONTAINER, Follow(tag)),
    ("transparent", CONTAINER, Follow(transparent)),
    ("try_from", CONTAINER, Follow(from)),
    ("untagged", CONTAINER_OR_VARIANT, Follow(untagged)),
    ("variant_identifier", CONTAINER, Refuse(A_NAME)),
    ("with", FIELD, ReadElsewhere),
    ("with", VARIANT, Refuse(ON_THE_FIELD)),
];

/// What becomes of the option called `name` in this place; nothing for one that serde does not
/// have there.
pub(super) fn find(name: &str, place: Place) -> Option<Handler> {
    let mut rows = TABLE.iter();
    let row = rows.find(|(known, places, _)| *known == name && places.contains(&place));
    row.map(|(_, _, handler)| *handler)
}

fn rename(attributes: &mut Attributes, option: &Meta) -> bool {
    let Some(Both { mut input, output }) = directed(option) else {
        return false;
    };
    attributes.rename.output = output
        .into_iter()
        .next()
        .or(attributes.rename.output.take());
    // Repeated for `deserialize`: the first is the name, the others are read as well.
    if !input.is_empty() {
        attributes.rename.input = Some(input.remove(0));
        attributes.aliases.append(&mut input);
    }
    true
}

fn rename_all(attributes: &mut Attributes, option: &Meta) -> bool {
    cases(&mut attributes.rename_all, option)
}

fn rename_all_fields(attributes: &mut Attributes, option: &Meta) -> bool {
    cases(&mut attributes.rename_all_fields, option)
}

fn cases(slot: &mut Both<Option<Case>>, option: &Meta) -> bool {
    let Some(Both { input, output }) = directed(option) else {
        return false;
    };
    case(&mut slot.input, &input) && case(&mut slot.output, &output)
}

fn case(slot: &mut Option<Case>, written: &[String]) -> bool {
    match written.first() {
        Some(name) => set(slot, Case::named(name)),
        None => true,
    }
}

fn alias(attributes: &mut Attributes, option: &Meta) -> bool {
    attributes.aliases.extend(string(option));
    true
}

fn default(attributes: &mut Attributes, option: &Meta) -> bool {
    attributes.default = match option {
        Meta::Path(_) => Defaulted::Plain,
        _ => Defaulted::ByPath,
    };
    true
}

fn deny_unknown_fields(attributes: &mut Attributes, _: &Meta) -> bool {
    attributes.deny_unknown_fields = true;
    true
}

fn skip(attributes: &mut Attributes, _: &Meta) -> bool {
    attributes.skipped = Both::same(true);
    true
}

fn skip_serializing(attributes: &mut Attributes, _: &Meta) -> bool {
    attributes.skipped.output = true;
    true
}

fn skip_deserializing(attributes: &mut Attributes, _: &Meta) -> bool {
    attributes.skipped.input = true;
    true
}

fn skip_serializing_if(attributes: &mut Attributes, option: &Meta) -> bool {
    set(&mut attributes.skip_serializing_if, quoted(option))
}

fn flatten(attributes: &mut Attributes, _: &Meta) -> bool {
    attributes.flatten = true;
    true
}

fn tag(attributes: &mut Attributes, option: &Meta) -> bool {
    set(&mut attributes.tag, string(option))
}

fn content(attributes: &mut Attributes, option: &Meta) -> bool {
    set(&mut attributes.content, string(option))
}

fn untagged(attributes: &mut Attributes, _: &Meta) -> bool {
    attributes.untagged = true;
    true
}

fn other(attributes: &mut Attributes, _: &Meta) -> bool {
    attributes.other = true;
    true
}

fn from(attributes: &mut Attributes, option: &Meta) -> bool {
    set(&mut attributes.proxy.input, quoted(option))
}

fn into(attributes: &mut Attributes, option: &Meta) -> bool {
    set(&mut attributes.proxy.output, quoted(option))
}

fn transparent(attributes: &mut Attributes, _: &Meta) -> bool {
    attributes.transparent = true;
    true
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    *slot = value;
    slot.is_some()
}
