//! Actions: one constant each, made by a factory of the runtime.

use tramline_syntax::digest::base64url;

use super::catalog::{InputNames, NamedAction};
use super::codecs::Codecs;
use super::names::quote;
use super::tree::{Expr, Item, Symbol, TypeExpr};
use super::types::Place;
use crate::model::{Direction, Input, Kind, Type};

/// `export const createPost: Action<…> = action(…);`
pub(super) fn action(codecs: &mut Codecs<'_, '_>, named: &NamedAction<'_>) -> Item {
    let action = named.action;
    let (id, fingerprint) = (base64url(action.id), base64url(action.fingerprint));
    let path = quote(&format!("{id}.{fingerprint}/{}", action.name));
    let (ty, factory) = match action.kind {
        Kind::Action => ("Action", "action"),
        Kind::Query => ("Query", "query"),
    };
    let (input, writer) = input(codecs, named);
    let (error, error_reader) = error(codecs, named);
    Item::Constant {
        docs: action.docs.clone(),
        name: named.function.clone(),
        ty: TypeExpr::Name(
            Symbol::Runtime(ty),
            vec![input, output(codecs, &action.output.ok), error],
        ),
        factory: Symbol::Runtime(factory),
        arguments: vec![
            Expr::Text(path),
            Expr::Symbol(writer),
            Expr::Symbol(codecs.reader(&action.output.ok)),
            Expr::Symbol(error_reader),
        ],
    }
}

fn input(codecs: &mut Codecs<'_, '_>, named: &NamedAction<'_>) -> (TypeExpr, Symbol) {
    match (&named.action.input, &named.input) {
        (Input::Struct(ty), _) => {
            let place = Place::concrete(Direction::Input);
            (codecs.catalog.ty(ty, place), codecs.writer(ty))
        }
        (
            Input::Fields(_),
            Some(InputNames {
                ty,
                writer: Some(writer),
                ..
            }),
        ) => (ty.clone().into(), writer.clone()),
        (Input::None | Input::Fields(_), _) => {
            (TypeExpr::Keyword("void"), Symbol::Runtime("writeUnit"))
        }
    }
}

fn output(codecs: &Codecs<'_, '_>, ty: &Type) -> TypeExpr {
    match ty {
        Type::Unit => TypeExpr::Keyword("void"),
        ty => codecs.received(ty),
    }
}

fn error(codecs: &Codecs<'_, '_>, named: &NamedAction<'_>) -> (TypeExpr, Symbol) {
    let union = codecs.catalog.error_union(&named.errors);
    let reader = match (named.errors.as_slice(), &named.error_reader) {
        (_, Some(reader)) => Some(reader.clone()),
        ([first], None) => codecs
            .catalog
            .error(*first)
            .and_then(|names| names.reader.clone()),
        _ => None,
    };
    (union, reader.unwrap_or(Symbol::Runtime("readNoError")))
}
