//! How a run ends early.

use std::fmt;

use serde::de::{self, Expected, Unexpected};
use serde::ser;

/// Why a value was not made, or not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// What is wrong has been noted.
    Noted,
    /// The type refuses the value made up for it.
    Refused,
    /// serde found something else than it looked for.
    Disagrees(String),
    /// serde found too few or too many.
    Length(String),
    /// A field was not there.
    Missing(&'static str),
}

pub(super) type Result<T> = std::result::Result<T, Stop>;

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Noted => f.write_str("what was read differs"),
            Self::Refused => f.write_str("the value is refused"),
            Self::Disagrees(text) | Self::Length(text) => f.write_str(text),
            Self::Missing(field) => write!(f, "missing field `{field}`"),
        }
    }
}

impl std::error::Error for Stop {}

/// What types say of values is no concern here; what serde says of structure is.
impl de::Error for Stop {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Refused
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::Disagrees(format!("{expected}, not {found}"))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::Length(format!("{expected}, not {length} elements"))
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::Disagrees(format!("{}, not {variant:?}", list(expected)))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::Disagrees(format!("{}, not {field:?}", list(expected)))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }
}

impl ser::Error for Stop {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Refused
    }
}

/// Names as a set of them is written.
pub(super) fn list(names: &[&str]) -> String {
    if names.is_empty() {
        return "no names".to_owned();
    }
    let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    names.join(", ")
}
