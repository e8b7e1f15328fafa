//! Why bytes were refused.

use std::fmt::{self, Display};

use serde::de::{Error, Expected, Unexpected};

/// Bytes that do not decode.
///
/// It holds no part of the input, so it can be logged and answered with as it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecodeError(Reason);

/// What this module's functions return.
pub(super) type Result<T, E = DecodeError> = std::result::Result<T, E>;

/// What was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    End,
    Trailing,
    Leftover,
    Overlong,
    Range,
    Bool,
    Option,
    Utf8,
    Char,
    Duplicate,
    Value,
    NotSelfDescribing,
    Shape,
    Syntax,
    Base64,
    Length,
    Missing,
    Unknown,
    Budget,
    Depth,
}

impl Reason {
    const fn code(self) -> &'static str {
        match self {
            Reason::Budget => "decode_budget",
            Reason::Depth => "too_deep",
            _ => "malformed",
        }
    }

    const fn message(self) -> &'static str {
        match self {
            Reason::End => "the input ends too early",
            Reason::Trailing => "the input continues after its value",
            Reason::Leftover => "a sequence or map is longer than its type takes",
            Reason::Overlong => "an integer is written with more bytes than it needs",
            Reason::Range => "a number is out of its type's range",
            Reason::Bool => "a boolean is neither 0 nor 1",
            Reason::Option => "an optional value begins with neither 0 nor 1",
            Reason::Utf8 => "a string is not UTF-8",
            Reason::Char => "a character is not exactly one character",
            Reason::Duplicate => "a map or set contains a key twice",
            Reason::Value => "a value is not one that its type allows",
            Reason::NotSelfDescribing => {
                "the type asks what the input contains, which it does not tell"
            }
            Reason::Shape => "the type asks for what its shape does not describe",
            Reason::Syntax => "the input is not JSON",
            Reason::Base64 => "bytes are not written in base64",
            Reason::Length => "a list is not as long as its type",
            Reason::Missing => "a member that is required is missing",
            Reason::Unknown => "a member is unknown",
            Reason::Budget => "decoding the input would take too much memory",
            Reason::Depth => "the input is nested too deeply",
        }
    }
}

impl DecodeError {
    /// The stable code: `malformed`, `decode_budget` or `too_deep`.
    pub(crate) const fn code(self) -> &'static str {
        self.0.code()
    }
}

impl From<Reason> for DecodeError {
    fn from(reason: Reason) -> Self {
        Self(reason)
    }
}

// The texts that serde and user types hand over may contain values, and are dropped unread.
impl Error for DecodeError {
    #[cold]
    fn custom<T: Display>(_: T) -> Self {
        Reason::Value.into()
    }

    #[cold]
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Reason::Value.into()
    }

    #[cold]
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Reason::Value.into()
    }

    #[cold]
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Reason::Value.into()
    }
}

impl std::error::Error for DecodeError {}

impl Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.message())
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DecodeError").field(&self.0).finish()
    }
}
