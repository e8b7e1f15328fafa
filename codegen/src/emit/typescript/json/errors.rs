//! Error types: the codecs of what their codes carry.

use std::collections::BTreeSet;

use super::{Json, function, nothing};
use crate::emit::typescript::catalog::Catalog;
use crate::emit::typescript::fields::Payload;
use crate::emit::typescript::tree::{Entry, Expr, Function, Symbol};
use crate::model::{Direction, Encoding, ErrorId, ErrorVariant, Fields};

/// `function jsonPostError(): JsonErrors`
pub(in crate::emit::typescript) fn codes(
    catalog: &Catalog<'_>,
    encoding: Encoding,
    error: ErrorId,
) -> Option<Function> {
    let name = catalog.error(error)?.json(encoding)?;
    let json = Json::new(catalog, encoding, Direction::Output);
    let mut flattened = Vec::new();
    let mut own = Vec::new();
    let mut known = BTreeSet::new();
    for variant in &catalog.api.errors[error.0].variants {
        match variant {
            ErrorVariant::Declared { code, fields, .. } => {
                if known.insert(code) {
                    own.push(Entry::Property(code.clone(), json.data(code, fields)));
                }
            }
            ErrorVariant::Flatten { error, .. } => {
                flattened.extend(call(catalog, encoding, *error).map(Entry::Spread));
            }
            ErrorVariant::Internal { .. } => {}
        }
    }
    // Its own codes win.
    flattened.extend(own);
    let returns = Symbol::Runtime("JsonErrors").into();
    Some(function(name, returns, Expr::Object(flattened)))
}

/// The codecs of an action's union, as an argument that costs nothing before it is used; none where
/// it declares no error.
pub(in crate::emit::typescript) fn argument(
    catalog: &Catalog<'_>,
    encoding: Encoding,
    errors: &[ErrorId],
) -> Option<Expr> {
    let names = errors
        .iter()
        .filter_map(|one| catalog.error(*one)?.json(encoding));
    match names.collect::<Vec<&Symbol>>().as_slice() {
        [] => None,
        [only] => Some(Expr::Symbol((*only).clone())),
        several => {
            let call = |name: &&Symbol| Entry::Spread(Expr::Call((*name).clone(), Vec::new()));
            let codes = Expr::Object(several.iter().map(call).collect());
            Some(Expr::Arrow(Box::new(codes)))
        }
    }
}

fn call(catalog: &Catalog<'_>, encoding: Encoding, error: ErrorId) -> Option<Expr> {
    let name = catalog.error(error)?.json(encoding)?;
    Some(Expr::Call(name.clone(), Vec::new()))
}

impl Json<'_, '_> {
    fn data(self, code: &str, fields: &Fields) -> Expr {
        match Payload::of(fields, Direction::Output) {
            Payload::Nothing => nothing(code),
            Payload::Value(ty) => self.codec(ty),
            Payload::Fields(fields) => self.fields(fields, &[]),
        }
    }
}
