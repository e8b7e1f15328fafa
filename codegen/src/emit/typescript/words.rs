//! What codecs are called after the type they are for: `PageOfPost`, `ListOfString`.

use super::catalog::Catalog;
use super::demand::Instance;
use super::names::pascal_case;
use crate::model::{Direction, Type};

/// A definition with its arguments.
pub(super) fn instance(
    catalog: &Catalog<'_>,
    (id, arguments): &Instance,
    direction: Direction,
) -> String {
    let name = catalog.definition(*id, direction).name();
    let used = arguments
        .iter()
        .zip(catalog.used_parameters(*id, direction));
    let words: Vec<String> = used
        .filter(|(argument, used)| **used || matches!(argument, Type::Length(_)))
        .map(|(argument, _)| ty(catalog, argument, direction))
        .collect();
    match words.as_slice() {
        [] => name.to_owned(),
        words => format!("{name}Of{}", words.join("And")),
    }
}

/// Any type.
pub(super) fn ty(catalog: &Catalog<'_>, ty: &Type, direction: Direction) -> String {
    let of = |inner: &Type| self::ty(catalog, inner, direction);
    match ty {
        Type::Scalar(scalar) => pascal_case(scalar.word()),
        Type::String => "String".to_owned(),
        Type::Bytes => "Bytes".to_owned(),
        Type::Unit | Type::Parameter(_) | Type::ParameterArray(..) => "Unit".to_owned(),
        Type::Length(length) => length.to_string(),
        Type::Number(scalar) => format!("Safe{}", pascal_case(scalar.word())),
        Type::TypedArray(scalar) => format!("{}Array", pascal_case(scalar.word())),
        Type::Special(special) => format!("{special:?}"),
        Type::Timestamp(timestamp, _) => format!("{timestamp:?}"),
        Type::Option(inner) => format!("OptionOf{}", of(inner)),
        Type::List(inner) => format!("ListOf{}", of(inner)),
        Type::Set(inner) => format!("SetOf{}", of(inner)),
        Type::Map(key, value) => format!("MapOf{}To{}", of(key), of(value)),
        Type::Array(inner, length) => format!("ArrayOf{length}{}", of(inner)),
        Type::ByteArray(length) => format!("ArrayOf{length}U8"),
        Type::Tuple(elements) => {
            let elements: Vec<String> = elements.iter().map(of).collect();
            format!("TupleOf{}", elements.join("And"))
        }
        Type::Named(id, arguments) => instance(catalog, &(*id, arguments.clone()), direction),
    }
}
