//! What is wrong with an input, and where.

use std::fmt::{self, Display};

use serde::de::{Error, Expected, Unexpected};

/// One step from a value to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Member(String),
    Element(usize),
}

/// Something that is wrong.
///
/// The messages that serde and user types hand over may contain values, and are dropped unread.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) kind: Kind,
    /// Where; not known as long as nobody has said.
    pub(super) place: Option<Vec<Step>>,
}

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Of another type than the one that is asked for.
    Type,
    /// Of the type, but not a value of it.
    Value,
    /// A member is not there.
    Missing(&'static str),
    /// A member is not known.
    Unknown,
    /// A variant is not known.
    Variant(&'static [&'static str]),
    /// A member is given twice.
    Repeated(&'static str),
    /// What is expected is known.
    Expected(String),
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Self { kind, place: None }
    }

    /// The same, there, unless its place is known already.
    pub(super) fn at(mut self, place: &[Step]) -> Self {
        self.place.get_or_insert_with(|| place.to_vec());
        self
    }
}

impl Error for Fault {
    fn custom<T: Display>(_: T) -> Self {
        Self::new(Kind::Value)
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::new(Kind::Type)
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::new(Kind::Value)
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::new(Kind::Type)
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Kind::Variant(expected))
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::new(Kind::Unknown)
    }

    fn missing_field(name: &'static str) -> Self {
        Self::new(Kind::Missing(name))
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self::new(Kind::Repeated(name))
    }
}

impl std::error::Error for Fault {}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the input is not of its type")
    }
}

impl Kind {
    /// What people are told.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Type => "is not of the expected type".to_owned(),
            Self::Value => "is not one of the values that are possible here".to_owned(),
            Self::Missing(_) => "is missing".to_owned(),
            Self::Unknown => "is not known".to_owned(),
            Self::Variant([]) => "is not known".to_owned(),
            Self::Variant([only]) => format!("expected `{only}`"),
            Self::Variant(names) => format!("expected one of `{}`", names.join("`, `")),
            Self::Repeated(_) => "is given more than once".to_owned(),
            Self::Expected(what) => format!("expected {what}"),
        }
    }
}
