//! What the present is compared with.

mod export;
mod folder;
mod git;
mod lock;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;

pub(crate) use self::export::{Export, repository};
use super::state::State;
use crate::lock::Lock;

/// The state that a lock on the disk was written for.
///
/// # Errors
///
/// Says why it cannot be read, in one line.
pub(crate) fn of_file(path: &Path) -> Result<State, String> {
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => format!("it cannot be read: {error}"),
    })?;
    let lock =
        Lock::parse(&text).map_err(|error| format!("line {}: {}", error.line, error.message))?;
    State::of_lock(&lock)
}
