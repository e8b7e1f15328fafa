//! Which fields may be left out, and which serde leaves out.

use syn::{ExprPath, Type as SynType};

use super::known;
use super::serde::{Attributes, Defaulted};
use crate::model::{Omission, Presence, RustType, Scalar, Type};

/// What a container says of the fields that its caller leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ContainerDefault {
    #[default]
    Missing,
    /// `#[serde(default)]`, and `Default` is derived: each field has the default of its type.
    Derived,
    /// Whatever a function or a hand-written `Default` says.
    Own,
}

/// Whether the caller may leave a named field out.
pub(crate) fn of_field(
    attributes: &Attributes,
    around: ContainerDefault,
    ty: &Type,
    rust: &RustType,
) -> Presence {
    // A field's own default comes before the container's.
    let typical = match (attributes.default, around) {
        (Defaulted::No, ContainerDefault::Missing) => return Presence::Required,
        (Defaulted::ByPath, _) | (Defaulted::No, ContainerDefault::Own) => false,
        (Defaulted::Plain, _) | (Defaulted::No, ContainerDefault::Derived) => true,
    };
    if typical && defaults_to_zero(ty, rust) {
        Presence::Zero
    } else {
        Presence::Flagged
    }
}

/// Whether the default of the Rust type is what zeros decode to. What travels alone does not say, as
/// a date that travels as a string is not empty by default; nor does the Rust type alone, as a
/// number that travels as a string is not empty either.
fn defaults_to_zero(ty: &Type, rust: &RustType) -> bool {
    let is_of = |paths: &[&str]| {
        matches!(rust, RustType::Path(path, _)
        if paths.iter().any(|start| path.starts_with(start)))
    };
    let alike = match ty {
        Type::Scalar(Scalar::Char) => false,
        Type::Scalar(_) | Type::Number(_) => true,
        Type::Option(_) => is_of(&[OPTION]),
        Type::String
        | Type::Bytes
        | Type::List(_)
        | Type::TypedArray(_)
        | Type::Set(_)
        | Type::Map(..) => {
            is_of(&["::std::primitive::str"])
                || !is_of(&[OPTION, "::std::primitive::", "::std::num::"])
        }
        _ => false,
    };
    alike && known::defaults_to_zero(rust)
}

const OPTION: &str = "::std::option::Option";

/// Whether serde may leave a named field out of a result.
pub(crate) fn omission(attributes: &Attributes, ty: &Type, skips_none: bool) -> Omission {
    match &attributes.skip_serializing_if {
        Some(predicate) if holds_of_zero_alone(&predicate.value, ty) => Omission::WhenZero,
        Some(_) => Omission::Sometimes,
        None if skips_none && !attributes.serialize_always && matches!(ty, Type::Option(_)) => {
            Omission::WhenZero
        }
        None => Omission::Never,
    }
}

/// `Option::is_none`, `Vec::is_empty`, `<[_]>::is_empty`, `std::ops::Not::not`, with whatever
/// stands before; and a type that they leave out where it is one zero byte on postcard.
fn holds_of_zero_alone(predicate: &ExprPath, ty: &Type) -> bool {
    let segments = predicate.path.segments.iter();
    let mut segments = segments.rev().map(|segment| segment.ident.to_string());
    let Some(method) = segments.next() else {
        return false;
    };
    let of = match &predicate.qself {
        Some(qself) if predicate.path.segments.len() == 1 => name_of(&qself.ty),
        _ => segments.next(),
    };
    match (of.as_deref().unwrap_or_default(), method.as_str()) {
        ("Option", "is_none") => matches!(ty, Type::Option(_)),
        ("Not", "not") => matches!(ty, Type::Scalar(Scalar::Bool)),
        ("String" | "str", "is_empty") => matches!(ty, Type::String),
        (of, "is_empty") if CAN_BE_EMPTY.contains(&of) => matches!(
            ty,
            Type::Bytes | Type::List(_) | Type::TypedArray(_) | Type::Set(_) | Type::Map(..)
        ),
        _ => false,
    }
}

fn name_of(ty: &SynType) -> Option<String> {
    match ty {
        SynType::Slice(_) => Some("slice".to_owned()),
        SynType::Path(path) => path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

const CAN_BE_EMPTY: &[&str] = &[
    "slice", "Vec", "VecDeque", "HashSet", "BTreeSet", "HashMap", "BTreeMap", "IndexMap",
    "IndexSet", "SmallVec", "Bytes",
];
