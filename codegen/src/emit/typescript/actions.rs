//! Actions: one constant each, made by a factory of the runtime.

use tramline_syntax::digest::base64url;

use super::catalog::{Catalog, NamedAction};
use super::codecs::Codecs;
use super::json::{self, Json};
use super::names::quote;
use super::tree::{Expr, Item, Symbol, TypeExpr};
use super::types::Place;
use crate::model::{Action, Direction, Encoding, Input, Kind, Type};

/// `export const createPost: Action<…> = action(…);`
pub(super) fn action(codecs: &mut Codecs<'_, '_>, named: &NamedAction<'_>) -> Item {
    let action = named.action;
    let ty = match action.kind {
        Kind::Action => "Action",
        Kind::Query => "Query",
    };
    let factory = match (action.kind, action.encoding) {
        (Kind::Action, Encoding::Postcard) => "action",
        (Kind::Action, Encoding::Json) => "jsonAction",
        (Kind::Query, Encoding::Postcard) => "query",
        (Kind::Query, Encoding::Json) => "jsonQuery",
    };
    let types = vec![
        input_type(codecs, named),
        output_type(codecs, &action.output.ok),
        codecs.catalog.error_union(&named.errors),
    ];
    let mut arguments = vec![Expr::Text(path(action))];
    if action.encoding == Encoding::Postcard {
        arguments.push(Expr::Symbol(writer(codecs, named)));
        arguments.push(Expr::Symbol(codecs.reader(&action.output.ok)));
        arguments.push(Expr::Symbol(error_reader(codecs, named)));
    }
    arguments.extend(json_codecs(codecs.catalog, named));
    Item::Constant {
        docs: action.docs.clone(),
        name: named.function.clone(),
        ty: TypeExpr::Name(Symbol::Runtime(ty), types),
        factory: Symbol::Runtime(factory),
        arguments,
    }
}

fn path(action: &Action) -> String {
    let [id, fingerprint] = [action.id, action.fingerprint].map(base64url);
    quote(&format!("{id}.{fingerprint}/{}", action.name))
}

fn input_type(codecs: &Codecs<'_, '_>, named: &NamedAction<'_>) -> TypeExpr {
    match (&named.action.input, &named.input) {
        (Input::Struct(ty), _) => codecs.catalog.ty(ty, Place::concrete(Direction::Input)),
        (Input::Fields(_), Some(names)) => names.ty.clone().into(),
        (Input::None | Input::Fields(_), _) => TypeExpr::Keyword("void"),
    }
}

fn output_type(codecs: &Codecs<'_, '_>, ty: &Type) -> TypeExpr {
    match ty {
        Type::Unit => TypeExpr::Keyword("void"),
        ty => codecs.received(ty),
    }
}

fn writer(codecs: &mut Codecs<'_, '_>, named: &NamedAction<'_>) -> Symbol {
    let own = named.input.as_ref().and_then(|names| names.writer.clone());
    match (&named.action.input, own) {
        (Input::Struct(ty), _) => codecs.writer(ty),
        (_, Some(own)) => own,
        (_, None) => Symbol::Runtime("writeUnit"),
    }
}

fn error_reader(codecs: &Codecs<'_, '_>, named: &NamedAction<'_>) -> Symbol {
    let reader = match (named.errors.as_slice(), &named.error_reader) {
        (_, Some(reader)) => Some(reader.clone()),
        ([first], None) => codecs
            .catalog
            .error(*first)
            .and_then(|names| names.reader.clone()),
        _ => None,
    };
    reader.unwrap_or(Symbol::Runtime("readNoError"))
}

/// The codecs for JSON of input, result and errors.
fn json_codecs(catalog: &Catalog<'_>, named: &NamedAction<'_>) -> Vec<Expr> {
    let action = named.action;
    let codec = |direction, ty| Json::new(catalog, action.encoding, direction).argument(ty);
    let nothing = || Expr::Symbol(Symbol::Runtime("jsonVoid"));
    let input = match (&action.input, &named.input) {
        (Input::Struct(ty), _) => codec(Direction::Input, ty),
        (_, Some(names)) => Expr::Symbol(names.json.clone()),
        (_, None) => nothing(),
    };
    let result = match &action.output.ok {
        Type::Unit => nothing(),
        ty => codec(Direction::Output, ty),
    };
    let errors = json::errors_argument(catalog, action.encoding, &named.errors);
    [input, result].into_iter().chain(errors).collect()
}
