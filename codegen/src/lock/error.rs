//! Why a lock cannot be read.

use std::fmt;

use super::FILE;

/// A mistake in the text of a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LockError {
    /// Counted from 1.
    pub(crate) line: usize,
    /// What is wrong, in one sentence without a full stop.
    pub(crate) message: String,
    /// The way out.
    pub(crate) help: String,
}

impl fmt::Display for LockError {
    /// In one line, as cargo wants it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LockError {
            line,
            message,
            help,
        } = self;
        write!(f, "{FILE}:{line}: {message}; help: {help}")
    }
}

impl std::error::Error for LockError {}
