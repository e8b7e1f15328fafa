//! What a merge leaves behind.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::process::Command;

use super::table::{At, Source, Table};
use super::{FILE, Lock, LockError, Locked};

/// How the lines begin that git leaves for a person.
const MARKERS: &[&str] = &["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Refuses a merge that nobody finished.
pub(super) fn refuse_markers(source: Source<'_>) -> Result<(), LockError> {
    Lock::conflict(source.0).map_or(Ok(()), Err)
}

impl LockError {
    /// Where git does not know the sides of a merge any more.
    pub(crate) fn without_sides(self) -> Self {
        let help = "git knows no two sides of it any more: take one of them whole, and run \
                    `tramline lock` again";
        Self {
            help: help.to_owned(),
            ..self
        }
    }
}

impl Lock {
    /// The first mark of a merge that git left to a person. No line of a lock begins like that.
    pub(crate) fn conflict(text: &str) -> Option<LockError> {
        let marks = |line: &str| MARKERS.iter().any(|marker| line.starts_with(marker));
        let line = text.lines().position(marks)? + 1;
        Some(LockError {
            line,
            message: "a merge conflict is not resolved yet".to_owned(),
            help: "run `tramline lock`, which asks git for both sides and keeps what either knows"
                .to_owned(),
        })
    }

    /// The two sides of a merge that git left to a person, joined; nothing where there is no such
    /// merge. The text with the markers is no help: blocks look alike, and git mixes their lines.
    ///
    /// # Errors
    ///
    /// When one of the sides cannot be read, with the line in its own text.
    pub(crate) fn of_merge(package: &Path) -> Result<Option<Self>, LockError> {
        let (Some(ours), Some(theirs)) = (staged(package, 2), staged(package, 3)) else {
            return Ok(None);
        };
        let side = |name: &str, text: &str| {
            Self::parse(text).map_err(|error| LockError {
                message: format!("{name} side of the merge: {}", error.message),
                ..error
            })
        };
        Ok(Some(side("our", &ours)?.join(side("their", &theirs)?)))
    }

    /// What either knows. A name is an action if it is one on either side, since the sources tell
    /// whether it still is; and rather a former name than a retired one, for the same reason.
    pub(super) fn join(mut self, theirs: Lock) -> Self {
        for (name, locked) in theirs.actions {
            match self.actions.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(locked);
                }
                Entry::Occupied(mut entry) => entry.get_mut().join(locked),
            }
        }
        self.retired.extend(theirs.retired);
        // The sources tell what routes there are now.
        for (name, served) in theirs.rest {
            self.rest.entry(name).or_insert(served);
        }
        self.rest.retain(|name, _| !self.actions.contains_key(name));
        let mut taken: BTreeSet<String> = self.actions.keys().cloned().collect();
        for locked in self.actions.values_mut() {
            locked.former.retain(|name| taken.insert(name.clone()));
        }
        self.retired.retain(|name| !taken.contains(name));
        self
    }
}

impl Locked {
    fn join(&mut self, theirs: Locked) {
        let present = theirs.present();
        for version in theirs.past.into_iter().chain([present]) {
            self.remember(version);
        }
        self.former.extend(theirs.former);
    }
}

/// One side of the file, as git keeps it until the merge is over.
fn staged(package: &Path, stage: u8) -> Option<String> {
    let shown = Command::new("git")
        .arg("show")
        .arg(format!(":{stage}:./{FILE}"))
        .current_dir(package)
        // Within a hook, git says where its repository is, relative to another folder than this.
        .env_remove("GIT_DIR")
        .env_remove("GIT_WORK_TREE")
        .output()
        .ok()?;
    String::from_utf8(shown.stdout)
        .ok()
        .filter(|_| shown.status.success())
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
