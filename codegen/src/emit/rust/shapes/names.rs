//! What the statics are called.

use std::collections::BTreeSet;

use crate::model::{Api, Definition, Type};
use tramline_syntax::digest::bits48;

/// Longer names are cut.
const LONGEST: usize = 48;

const WIRE: &str = "WIRE_OF_";

const ERRORS: &str = "ERRORS_";

/// How the names of other statics begin.
const RESERVED: &[&str] = &[WIRE, ERRORS, "SOURCES"];

/// The name of what travels for the action with this marker.
pub(super) fn of_wire(marker: &str) -> String {
    format!("{WIRE}{}", upper(marker))
}

/// The name of the nth list of errors.
pub(super) fn of_errors(number: usize) -> String {
    format!("{ERRORS}{number}")
}

/// A name for a struct or an enum with its arguments, `PAGE_POST` for `Page<Post>`; with its module
/// where that alone would not do.
pub(super) fn of(api: &Api, ty: &Type, taken: &mut BTreeSet<String>) -> String {
    let Type::Named(id, _) = ty else {
        return String::new();
    };
    let Definition { module, .. } = api.definition(*id);
    let mut name = short(word(api, ty));
    if RESERVED.iter().any(|start| name.starts_with(start)) {
        name.push('_');
    }
    for segment in module.iter().rev() {
        if !taken.contains(&name) {
            break;
        }
        name = format!("{}_{name}", upper(segment));
    }
    let base = name.clone();
    let mut number = 1;
    while !taken.insert(name.clone()) {
        number += 1;
        name = format!("{base}_{number}");
    }
    name
}

fn short(name: String) -> String {
    if name.chars().count() <= LONGEST {
        return name;
    }
    let start: String = name.chars().take(LONGEST - 12).collect();
    format!("{start}_{:012X}", bits48(&name))
}

fn word(api: &Api, ty: &Type) -> String {
    let with = |start: &str, parts: &[&Type]| {
        let words = parts.iter().map(|part| word(api, part));
        let words: Vec<_> = std::iter::once(start.to_owned()).chain(words).collect();
        words.join("_")
    };
    match ty {
        Type::Scalar(scalar) | Type::Number(scalar) => upper(scalar.word()),
        Type::TypedArray(scalar) => format!("LIST_{}", upper(scalar.word())),
        Type::String => "STRING".to_owned(),
        Type::Bytes => "BYTES".to_owned(),
        Type::ByteArray(length) => format!("BYTES{length}"),
        Type::Unit | Type::Parameter(_) | Type::ParameterArray(..) => "UNIT".to_owned(),
        Type::Length(length) => length.to_string(),
        Type::Option(inner) => with("OPTION", &[inner]),
        Type::List(inner) => with("LIST", &[inner]),
        Type::Set(inner) => with("SET", &[inner]),
        Type::Map(key, value) => with("MAP", &[key, value]),
        Type::Array(inner, length) => with(&format!("ARRAY{length}"), &[inner]),
        Type::Tuple(elements) => with("TUPLE", &elements.iter().collect::<Vec<_>>()),
        Type::Named(id, arguments) => {
            let name = upper(&api.definition(*id).name);
            with(&name, &arguments.iter().collect::<Vec<_>>())
        }
        Type::Special(special) => upper(&format!("{special:?}")),
        Type::Timestamp(timestamp, _) => upper(&format!("{timestamp:?}")),
    }
}

/// `PostId` as `POST_ID`.
fn upper(name: &str) -> String {
    let mut upper = String::new();
    let mut previous = '_';
    for character in name.chars() {
        let starts_word =
            character.is_uppercase() && (previous.is_lowercase() || previous.is_numeric());
        if starts_word {
            upper.push('_');
        }
        upper.extend(character.to_uppercase());
        previous = character;
    }
    upper
}
