//! Why a value was not encoded.

use std::fmt::{self, Display};

/// A value that its own `Serialize` failed to encode, or that the format cannot carry.
///
/// It says why in the words of that `Serialize`, so it is for the log and not for a caller.
pub(crate) struct EncodeError(Box<str>);

impl EncodeError {
    #[cold]
    pub(in super::super) fn new(text: &str) -> Self {
        Self(text.into())
    }
}

impl serde::ser::Error for EncodeError {
    #[cold]
    fn custom<T: Display>(text: T) -> Self {
        Self(text.to_string().into())
    }
}

impl std::error::Error for EncodeError {}

impl Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the value cannot be encoded: {}", self.0)
    }
}

impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EncodeError").field(&self.0).finish()
    }
}
