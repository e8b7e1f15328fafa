//! Types on one line.

use crate::model::{Api, Definition, Presentation, Type};

/// `option<list<u64>>`, `blog::posts::Page<string>`, `$0` for the first parameter.
pub(super) fn ty(api: &Api, of: &Type) -> String {
    let one = |inner: &Type| ty(api, inner);
    match of {
        Type::Scalar(scalar) => scalar.word().to_owned(),
        Type::String => "string".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Unit => "unit".to_owned(),
        Type::Option(inner) => format!("option<{}>", one(inner)),
        Type::List(inner) => format!("list<{}>", one(inner)),
        Type::Set(inner) => format!("set<{}>", one(inner)),
        Type::Map(key, value) => format!("map<{}, {}>", one(key), one(value)),
        Type::Array(inner, length) => format!("[{}; {length}]", one(inner)),
        Type::ParameterArray(inner, index) => format!("[{}; ${index}]", one(inner)),
        Type::ByteArray(length) => format!("bytes[{length}]"),
        Type::Tuple(parts) => format!("({})", all(api, parts)),
        Type::Named(id, arguments) => {
            let path = path(api, api.definition(*id));
            if arguments.is_empty() {
                path
            } else {
                format!("{path}<{}>", all(api, arguments))
            }
        }
        Type::Parameter(index) => format!("${index}"),
        Type::Length(length) => length.to_string(),
        Type::Number(scalar) => format!("{} as number", scalar.word()),
        Type::TypedArray(scalar) => format!("array of {}", scalar.word()),
        Type::Special(special) => format!("{special:?}").to_lowercase(),
        Type::Timestamp(timestamp, presentation) => {
            let shown = match presentation {
                Presentation::Date => " as Date",
                Presentation::Plain => "",
            };
            format!("{}{shown}", format!("{timestamp:?}").to_lowercase())
        }
    }
}

fn all(api: &Api, types: &[Type]) -> String {
    let types: Vec<String> = types.iter().map(|part| ty(api, part)).collect();
    types.join(", ")
}

/// Crate, modules and name.
pub(super) fn path(api: &Api, definition: &Definition) -> String {
    let mut path = vec![&*api.packages[definition.package.0].crate_name];
    path.extend(definition.module.iter().map(String::as_str));
    path.push(&definition.name);
    path.join("::")
}
