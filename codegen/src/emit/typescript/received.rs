//! Types as a client gets them.

use super::tree::{Member, Property, Symbol, TypeExpr};

/// The classes whose type says which buffer they lie in.
const VIEWS: &[&str] = &[
    "BigInt64Array",
    "BigUint64Array",
    "Float32Array",
    "Float64Array",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
];

/// The type of a value that was decoded: its bytes lie in a buffer of their own, and not in one that
/// is shared with a worker, which is what `Blob` and its like ask for.
pub(super) fn received(ty: TypeExpr) -> TypeExpr {
    let all = |types: Vec<TypeExpr>| types.into_iter().map(received).collect();
    let boxed = |ty: Box<TypeExpr>| Box::new(received(*ty));
    match ty {
        TypeExpr::Name(Symbol::Global(class), _) if VIEWS.contains(&class) => {
            let buffer = TypeExpr::Name(Symbol::Global("ArrayBuffer"), Vec::new());
            TypeExpr::Name(Symbol::Global(class), vec![buffer])
        }
        TypeExpr::Name(symbol, arguments) => TypeExpr::Name(symbol, all(arguments)),
        TypeExpr::Array(element) => TypeExpr::Array(boxed(element)),
        TypeExpr::Tuple(elements) => TypeExpr::Tuple(all(elements)),
        TypeExpr::Intersection(parts) => TypeExpr::Intersection(all(parts)),
        TypeExpr::Wrapped(inner) => TypeExpr::Wrapped(boxed(inner)),
        TypeExpr::Object(mut properties) => {
            for Property { ty, .. } in &mut properties {
                *ty = received(ty.clone());
            }
            TypeExpr::Object(properties)
        }
        TypeExpr::Union(mut members) => {
            for Member { ty, .. } in &mut members {
                *ty = received(ty.clone());
            }
            TypeExpr::Union(members)
        }
        leaf @ (TypeExpr::Keyword(_)
        | TypeExpr::Literal(_)
        | TypeExpr::Verbatim(_)
        | TypeExpr::Parameter(_)) => leaf,
    }
}
