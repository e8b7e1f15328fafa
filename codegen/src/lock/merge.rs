//! What only a merge, or a person, can have written.

use std::collections::BTreeMap;
use std::fmt;

use super::LockError;
use super::table::{At, Source, Table};

/// How the lines begin that git leaves for a person.
const MARKERS: &[&str] = &["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Refuses a merge that nobody finished. No line of a lock begins like that.
pub(super) fn refuse_markers(source: Source<'_>) -> Result<(), LockError> {
    let mut at = 0;
    for line in source.0.split_inclusive('\n') {
        if MARKERS.iter().any(|marker| line.starts_with(marker)) {
            let message = "a merge conflict is not resolved yet";
            let help = "keep the `past` entries and `retired` names of both sides and either \
                        side's own entry of each action, remove the markers, and run \
                        `tramline lock`";
            return Err(source.error(at, message, help));
        }
        at += line.len();
    }
    Ok(())
}

/// What each name is. Two things at once, it can only have become in a merge; which one is right, only
/// a person can know.
#[derive(Default)]
pub(super) struct Claims<'t>(BTreeMap<&'t str, Role<'t>>);

/// What a name can be.
#[derive(Clone, Copy)]
pub(super) enum Role<'t> {
    Action,
    FormerNameOf(&'t str),
    Retired,
}

impl fmt::Display for Role<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Role::Action => f.write_str("an action"),
            Role::FormerNameOf(name) => write!(f, "a former name of `{name}`"),
            Role::Retired => f.write_str("retired"),
        }
    }
}

impl<'t> Claims<'t> {
    /// Takes note of a name.
    pub(super) fn add(
        &mut self,
        table: &Table<'_>,
        name: &At<&'t str>,
        role: Role<'t>,
    ) -> Result<(), LockError> {
        let Some(earlier) = self.0.insert(name.value, role) else {
            return Ok(());
        };
        let message = format!("`{}` is {earlier}, and also {role}", name.value);
        let help = "decide which is right and remove the other, an action with its whole entry";
        Err(table.error(name.at, message, help))
    }
}
