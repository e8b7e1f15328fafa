//! A type with every path resolved and every alias expanded, before anyone asks whether it can
//! travel.

use super::known::Known;
use crate::diagnostics::Rule;
use crate::model::Location;

/// A resolved type, and where it was written.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub(crate) shape: Shape,
    pub(crate) at: Location,
}

/// The forms of a type.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// Of the table of well-known types, with the path that led there.
    Known(Known, String, Vec<Resolved>),
    /// A struct, enum or union of a scanned crate.
    Item(usize, Vec<Resolved>),
    /// The nth type parameter of the definition around it.
    Parameter(usize),
    Reference {
        is_static: bool,
        inner: Box<Resolved>,
    },
    Slice(Box<Resolved>),
    Array(Box<Resolved>, Length),
    /// The argument for a const parameter.
    Length(Length),
    /// The empty one is `()`.
    Tuple(Vec<Resolved>),
    /// `impl Trait`; whether one of the traits is `Stream`.
    Impl {
        is_stream: bool,
    },
    /// `dyn Trait`
    Dyn {
        is_stream: bool,
    },
    /// A struct or enum of a crate that is not scanned, by its path.
    Foreign(String, Vec<Resolved>),
    /// Nothing that could travel or be followed.
    Other(Refusal),
}

/// The length of an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    Number(u64),
    /// The nth parameter of the definition around it.
    Parameter(usize),
    /// A value that is no length, such as `true`.
    Other,
}

/// Why a type cannot cross the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) rule: Rule,
    /// What it is, to follow "is".
    pub(crate) what: String,
    pub(crate) help: String,
}

impl Refusal {
    pub(crate) fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
        Refusal {
            rule: Rule::UnsupportedType,
            what: what.into(),
            help: help.into(),
        }
    }
}

impl Resolved {
    /// Moves the type, and all that is written inside it, to another place.
    pub(crate) fn relocate(&mut self, to: Location) {
        self.at = to;
        match &mut self.shape {
            Shape::Known(_, _, parts)
            | Shape::Item(_, parts)
            | Shape::Foreign(_, parts)
            | Shape::Tuple(parts) => parts.iter_mut().for_each(|part| part.relocate(to)),
            Shape::Reference { inner, .. } | Shape::Slice(inner) | Shape::Array(inner, _) => {
                inner.relocate(to);
            }
            _ => {}
        }
    }

    /// Whether `is` holds for this type or anything written inside it.
    pub(crate) fn any(&self, is: &dyn Fn(&Shape) -> bool) -> bool {
        if is(&self.shape) {
            return true;
        }
        match &self.shape {
            Shape::Known(_, _, parts) | Shape::Item(_, parts) | Shape::Tuple(parts) => {
                parts.iter().any(|part| part.any(is))
            }
            Shape::Reference { inner, .. } | Shape::Slice(inner) | Shape::Array(inner, _) => {
                inner.any(is)
            }
            _ => false,
        }
    }
}
