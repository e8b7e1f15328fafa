//! Proofs that the scanner read a type as rustc does: the type is taken apart in full, and every
//! field must have exactly the type that was read. They generate no code that runs.

use super::format::{identifier, literal};
use super::spell::{Scope, cfg_attribute, path, with_arguments};
use crate::model::{
    Body, Both, Definition, DefinitionId, ErrorId, ErrorType, ErrorVariant, Field, Fields,
    RustType, WrittenGenerics,
};

/// The proof of a struct or an enum.
pub(super) fn definition(scope: Scope<'_>, id: DefinitionId) -> String {
    let definition = scope.api.definition(id);
    let path = path(
        scope.api,
        definition.package,
        &definition.module,
        &definition.name,
    );
    let taken_apart = match &definition.body {
        Body::Newtype(field) => structure(scope, definition, &path, &only(field)),
        Body::Struct(fields) => structure(scope, definition, &path, fields),
        Body::Proxy(_) => return proxies(scope, definition, &path),
        Body::Enum(body) => {
            let arms = body.variants.iter().map(|variant| {
                let path = format!("{path}::{}", identifier(&variant.rust_name));
                arm(scope, definition, &path, &variant.fields)
            });
            enumeration(arms)
        }
    };
    let item = if let Some(generics) = &definition.written {
        bounded(generics, &path, &taken_apart)
    } else if definition.parameters.is_empty() {
        constant(&with_lifetimes(definition, path), &taken_apart)
    } else {
        function(definition, path, &taken_apart)
    };
    cfg_attribute(&definition.cfg) + &item
}

/// The one field of a newtype, which has a name where serde was told to be transparent.
fn only(field: &Field) -> Fields {
    let fields = vec![field.clone()];
    if is_unnamed(field) {
        Fields::Tuple(fields)
    } else {
        Fields::Named(fields)
    }
}

/// The proof of an error type.
pub(super) fn error(scope: Scope<'_>, id: ErrorId) -> String {
    let error = &scope.api.errors[id.0];
    let path = path(scope.api, error.package, &error.module, &error.name);
    let arms = error
        .variants
        .iter()
        .map(|variant| error_arm(scope, &path, variant));
    cfg_attribute(&error.cfg) + &constant(&path, &enumeration(arms))
}

/// A pattern, and what follows for the names that it binds.
struct TakenApart {
    pattern: String,
    body: String,
}

fn constant(ty: &str, TakenApart { pattern, body }: &TakenApart) -> String {
    format!("const _: fn(&{ty}) = |{pattern}| {body};\n")
}

/// A constant cannot be generic; a function in it can. Nobody calls it, and its fields may be
/// deprecated.
fn function(definition: &Definition, path: String, taken_apart: &TakenApart) -> String {
    let TakenApart { pattern, body } = taken_apart;
    let names: Vec<String> = definition
        .parameters
        .iter()
        .map(|name| identifier(name))
        .collect();
    let lifetimes = std::iter::repeat_n("'_".to_owned(), definition.lifetimes);
    let arguments: Vec<String> = lifetimes.chain(names.iter().cloned()).collect();
    let ty = with_arguments(path, &arguments);
    let declared = names.iter().enumerate().map(|(index, name)| {
        let mut constants = definition.constants.iter();
        match constants.find(|(constant, _)| *constant == index) {
            Some((_, ty)) => format!("const {name}: {ty}"),
            None => name.clone(),
        }
    });
    let generics = declared.collect::<Vec<_>>().join(", ");
    format!(
        "#[allow(clippy::allow_attributes, dead_code, reason = \"it only has to compile\")]\n\
         const _: () = {{ fn proof<{generics}>({pattern}: &{ty}) {body} }};\n"
    )
}

/// A proof that stands with the type itself, where its bounds can be repeated as they are.
fn bounded(generics: &WrittenGenerics, path: &str, taken_apart: &TakenApart) -> String {
    let TakenApart { pattern, body } = taken_apart;
    let WrittenGenerics {
        declared,
        used,
        clause,
    } = generics;
    format!(
        "#[allow(clippy::allow_attributes, dead_code, reason = \"it only has to compile\")]\n\
         const _: () = {{ fn proof{declared}({pattern}: &{path}{used}) {clause} {body} }};\n"
    )
}

/// What is read as another type or written as one converts accordingly. What a generic one is made
/// from, rustc knows alone.
fn proxies(scope: Scope<'_>, definition: &Definition, path: &str) -> String {
    if !definition.parameters.is_empty() {
        return String::new();
    }
    let ty = with_lifetimes(definition, path.to_owned());
    let conversion = |function: &str, proxy: &Option<RustType>| {
        let read = scope.ty(proxy.as_ref()?, &[]);
        // There is nothing to compare with what cannot be named.
        (!names_a_hole(&read))
            .then(|| format!("::tramline::codegen::{function}::<{ty}, {read}>();\n"))
    };
    let Both { input, output } = &definition.proxies;
    let read = conversion("read_from", input);
    let written = conversion("written_as", output);
    let all: String = read.into_iter().chain(written).collect();
    if all.is_empty() {
        return all;
    }
    let cfg = cfg_attribute(&definition.cfg);
    format!("{cfg}const _: fn() = || {{ {all} }};\n")
}

/// Whether `_` is among the words.
fn names_a_hole(ty: &str) -> bool {
    let mut words = ty.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.any(|word| word == "_")
}

fn with_lifetimes(definition: &Definition, path: String) -> String {
    let lifetimes = vec!["'_".to_owned(); definition.lifetimes];
    with_arguments(path, &lifetimes)
}

fn structure(scope: Scope<'_>, definition: &Definition, path: &str, fields: &Fields) -> TakenApart {
    let pattern = match (definition.more_fields, fields.as_slice()) {
        // What a transparent struct has besides does not travel.
        (true, [field]) => {
            let (name, binding) = (identifier(&field.rust_name), binding(field));
            match name == binding {
                true => format!("{path} {{ {name}, .. }}"),
                false => format!("{path} {{ {name}: {binding}, .. }}"),
            }
        }
        _ => pattern(path, fields),
    };
    TakenApart {
        pattern,
        body: format!("{{ {} }}", assertions(scope, definition, fields)),
    }
}

fn enumeration(arms: impl Iterator<Item = String>) -> TakenApart {
    let arms: String = arms.collect();
    // An enum without variants can only be matched by value.
    let value = if arms.is_empty() { "*value" } else { "value" };
    TakenApart {
        pattern: "value".to_owned(),
        body: format!("{{ match {value} {{ {arms} }} }}"),
    }
}

fn arm(scope: Scope<'_>, definition: &Definition, path: &str, fields: &Fields) -> String {
    let pattern = pattern(path, fields);
    format!(
        "{pattern} => {{ {} }}\n",
        assertions(scope, definition, fields)
    )
}

fn error_arm(scope: Scope<'_>, path: &str, variant: &ErrorVariant) -> String {
    // The path of an error type says where it is.
    let place = path;
    match variant {
        ErrorVariant::Declared {
            rust_name, fields, ..
        } => {
            let path = format!("{path}::{}", identifier(rust_name));
            let pattern = pattern(&path, fields);
            let assertions: String = fields
                .as_slice()
                .iter()
                .map(|field| assertion(&binding(field), &scope.ty(&field.rust, &[]), place))
                .collect();
            format!("{pattern} => {{ {assertions} }}\n")
        }
        // What stays inside is nobody's business; `..` fits any kind of variant.
        ErrorVariant::Internal { rust_name } => {
            format!("{path}::{} {{ .. }} => {{}}\n", identifier(rust_name))
        }
        ErrorVariant::Flatten { rust_name, error } => {
            let ty = error_type(scope, &scope.api.errors[error.0]);
            let assertion = assertion("inner", &ty, place);
            let variant = identifier(rust_name);
            format!("{path}::{variant}(inner) => {{ {assertion} }}\n")
        }
    }
}

fn error_type(scope: Scope<'_>, error: &ErrorType) -> String {
    if scope.sees(error.package, &error.reach) {
        path(scope.api, error.package, &error.module, &error.name)
    } else {
        "_".to_owned()
    }
}

fn pattern(path: &str, fields: &Fields) -> String {
    let unnamed = |field: &Field| match travels(field) {
        true => binding(field),
        false => "_".to_owned(),
    };
    let named = |field: &Field| match travels(field) {
        true => binding(field),
        // Still named, so that a new field is one too many.
        false => format!("{}: _", binding(field)),
    };
    match fields {
        Fields::Unit => path.to_owned(),
        Fields::Tuple(fields) => format!("{path}({})", join(fields, unnamed)),
        Fields::Named(fields) => format!("{path} {{ {} }}", join(fields, named)),
    }
}

fn join(fields: &[Field], text: impl Fn(&Field) -> String) -> String {
    let texts: Vec<String> = fields.iter().map(text).collect();
    texts.join(", ")
}

fn assertions(scope: Scope<'_>, definition: &Definition, fields: &Fields) -> String {
    fields
        .as_slice()
        .iter()
        .filter(|field| travels(field))
        .map(|field| {
            assertion(
                &binding(field),
                &scope.ty(&field.rust, &definition.parameters),
                &definition.source,
            )
        })
        .collect()
}

/// Whether a field travels at all.
fn travels(field: &Field) -> bool {
    field.travels.input || field.travels.output
}

fn assertion(binding: &str, ty: &str, place: &str) -> String {
    let place = literal(place);
    format!("::tramline::codegen::field::<{ty}, _>({binding}, {place});\n")
}

/// The field's own name; an unnamed one has its index.
fn binding(field: &Field) -> String {
    if is_unnamed(field) {
        format!("field{}", field.rust_name)
    } else {
        identifier(&field.rust_name)
    }
}

fn is_unnamed(field: &Field) -> bool {
    let digit = |first: char| first.is_ascii_digit();
    field.rust_name.starts_with(digit)
}
