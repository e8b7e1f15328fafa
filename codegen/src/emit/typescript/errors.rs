//! Error types: a union of what each may declare, and a reader that goes by the code.

use std::collections::BTreeSet;

use super::catalog::Catalog;
use super::codecs::Codecs;
use super::fields::Payload;
use super::names::quote;
use super::received::received;
use super::tree::{Arm, Expr, Function, Item, Member, Parameter, Statement, Symbol, TypeExpr};
use super::types::Place;
use crate::model::{Api, Direction, ErrorId, ErrorVariant, Fields};

/// Every code that reaches a client through this error type, once, with the type that declares it.
pub(super) fn codes(api: &Api, error: ErrorId) -> Vec<(&str, ErrorId)> {
    let mut found = Vec::new();
    gather(api, error, &mut BTreeSet::new(), &mut found);
    found
}

fn gather<'a>(
    api: &'a Api,
    error: ErrorId,
    seen: &mut BTreeSet<ErrorId>,
    found: &mut Vec<(&'a str, ErrorId)>,
) {
    if !seen.insert(error) {
        return;
    }
    for variant in &api.errors[error.0].variants {
        match variant {
            ErrorVariant::Declared { code, .. } => {
                if found.iter().all(|(known, _)| known != code) {
                    found.push((code, error));
                }
            }
            ErrorVariant::Flatten { error, .. } => gather(api, *error, seen, found),
            ErrorVariant::Internal { .. } => {}
        }
    }
}

/// The error types of an action's closed union: none without a code, and only one where it holds
/// the codes of all others.
pub(super) fn union(api: &Api, errors: &[ErrorId]) -> Vec<ErrorId> {
    let mut members: Vec<ErrorId> = Vec::new();
    for error in errors {
        if !members.contains(error) && !codes(api, *error).is_empty() {
            members.push(*error);
        }
    }
    let set = |error: &ErrorId| -> BTreeSet<&str> {
        codes(api, *error)
            .into_iter()
            .map(|(code, _)| code)
            .collect()
    };
    let all: BTreeSet<&str> = members.iter().flat_map(set).collect();
    match members.iter().find(|error| set(error) == all) {
        Some(error) => vec![*error],
        None => members,
    }
}

/// `export type PostError = Declared<"title_taken", null> | AuthError;`
pub(super) fn declaration(catalog: &Catalog<'_>, error: ErrorId) -> Item {
    let definition = &catalog.api.errors[error.0];
    let members = definition
        .variants
        .iter()
        .filter_map(|variant| match variant {
            ErrorVariant::Declared {
                code, docs, fields, ..
            } => Some(Member {
                docs: docs.clone(),
                ty: TypeExpr::Name(
                    Symbol::Runtime("Declared"),
                    vec![
                        TypeExpr::Literal(code.clone()),
                        received(catalog.payload(
                            Payload::of(fields, Direction::Output),
                            Place::concrete(Direction::Output),
                        )),
                    ],
                ),
            }),
            ErrorVariant::Flatten { error, .. } => catalog.error(*error).map(|names| Member {
                docs: String::new(),
                ty: TypeExpr::Name(names.ty.clone(), Vec::new()),
            }),
            ErrorVariant::Internal { .. } => None,
        });
    Item::Alias {
        docs: definition.docs.clone(),
        name: catalog
            .error(error)
            .map_or_else(String::new, |names| names.ty.name().to_owned()),
        parameters: Vec::new(),
        ty: TypeExpr::Union(members.collect()),
    }
}

/// `function readPostError(code: string): PostError`
pub(super) fn reader(codecs: &mut Codecs<'_, '_>, error: ErrorId) -> Option<Function> {
    let api = codecs.catalog.api;
    let names = codecs.catalog.error(error)?;
    let name = names.reader.as_ref()?;
    let mut arms = Vec::new();
    let mut known = BTreeSet::new();
    for variant in &api.errors[error.0].variants {
        match variant {
            ErrorVariant::Declared { code, fields, .. } => {
                if known.insert(code.as_str()) {
                    arms.push(declared(codecs, code, fields));
                }
            }
            ErrorVariant::Flatten { error, .. } => {
                arms.extend(delegated(codecs.catalog, *error, &mut known));
            }
            ErrorVariant::Internal { .. } => {}
        }
    }
    Some(by_code(name, names.ty.clone().into(), arms))
}

/// The reader of a union of several error types.
pub(super) fn union_reader(codecs: &Codecs<'_, '_>, name: &Symbol, errors: &[ErrorId]) -> Function {
    let mut known = BTreeSet::new();
    let arms = errors
        .iter()
        .filter_map(|error| delegated(codecs.catalog, *error, &mut known))
        .collect();
    let returns = codecs.catalog.error_union(errors);
    let mut function = by_code(name, returns, arms);
    function.exported = false;
    function
}

fn declared(codecs: &mut Codecs<'_, '_>, code: &str, fields: &Fields) -> Arm {
    let data = codecs.read_payload(Payload::of(fields, Direction::Output), &[]);
    let value = Expr::object([
        ("kind".to_owned(), Expr::text("\"declared\"")),
        ("code".to_owned(), Expr::text(quote(code))),
        ("data".to_owned(), data),
    ]);
    Arm {
        labels: vec![quote(code)],
        body: vec![Statement::Return(value)],
    }
}

/// The codes of another error type, read by its own reader.
fn delegated<'a>(
    catalog: &Catalog<'a>,
    error: ErrorId,
    known: &mut BTreeSet<&'a str>,
) -> Option<Arm> {
    let reader = catalog.error(error)?.reader.clone()?;
    let labels: Vec<String> = codes(catalog.api, error)
        .into_iter()
        .filter(|(code, _)| known.insert(code))
        .map(|(code, _)| quote(code))
        .collect();
    let call = Expr::Call(reader, vec![Expr::text("code")]);
    (!labels.is_empty()).then(|| Arm {
        labels,
        body: vec![Statement::Return(call)],
    })
}

fn by_code(name: &Symbol, returns: TypeExpr, arms: Vec<Arm>) -> Function {
    let unknown = Expr::runtime("unknownCode", vec![Expr::text("code")]);
    Function {
        docs: String::new(),
        exported: true,
        name: name.name().to_owned(),
        generics: Vec::new(),
        parameter: Some(Parameter {
            name: "code",
            ty: TypeExpr::Keyword("string"),
        }),
        returns,
        body: vec![Statement::Switch {
            subject: "code".to_owned(),
            arms,
            otherwise: vec![Statement::Return(unknown)],
        }],
    }
}
