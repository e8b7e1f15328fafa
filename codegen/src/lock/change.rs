//! What an update changes, in words: as something done, for `tramline lock`, and as something to do,
//! for a build and for `tramline lock --check`.

use std::fmt;

use super::update::Heritage;
use super::{FILE, Lock, Locked};
use crate::model::Kind;

/// One difference between a lock and the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// An action that the lock does not know.
    Added { name: String },
    /// An action under another name than before.
    Renamed { name: String, from: String },
    /// An action that answers to a former name that it did not answer to.
    Answers { name: String, former: String },
    /// An action with another schema.
    Changed { name: String, callers: Callers },
    /// A query that became an action, or the other way around.
    Kind { name: String, kind: Kind },
    /// An action whose callers of past versions may do more or less than the lock says.
    Judged { name: String, callers: Callers },
    /// An action that is gone. `successor` is a new one with the same schema.
    Retired {
        name: String,
        successor: Option<String>,
    },
    /// A former name that nothing answers to any more.
    Dropped { former: String },
    /// A function whose routes promise other things than before, or that lost or gained some.
    Routes { name: String },
    /// A function that only routes lead to, and that the lock does not know.
    Served { name: String },
    /// A function that only routes led to is gone.
    Withdrawn { name: String },
    /// An action with a retired name: an error in the sources.
    Reused { name: String },
}

/// How callers of past versions fare, counted in versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Callers {
    pub(crate) go_on: usize,
    pub(crate) refused: usize,
}

/// What is different about an action that stays.
pub(super) fn of_action(name: &str, heritage: &Heritage<'_>, new: &Locked) -> Vec<Change> {
    let name = || name.to_owned();
    let mut changes = Vec::new();
    for from in heritage.carried.keys().map(|from| (*from).to_owned()) {
        changes.push(Change::Renamed { name: name(), from });
    }
    let Some(old) = heritage.entries().last() else {
        changes.push(Change::Added { name: name() });
        changes.extend(answers(name(), heritage, new));
        return changes;
    };
    changes.extend(answers(name(), heritage, new));
    let callers = new.callers();
    if old.fingerprint != new.fingerprint {
        changes.push(Change::Changed {
            name: name(),
            callers,
        });
    }
    if old.kind != new.kind {
        let kind = new.kind;
        changes.push(Change::Kind { name: name(), kind });
    }
    if old.routes != new.routes {
        changes.push(Change::Routes { name: name() });
    }
    if old.past != new.past && changes.is_empty() {
        changes.push(Change::Judged {
            name: name(),
            callers,
        });
    }
    changes
}

fn answers(name: String, heritage: &Heritage<'_>, new: &Locked) -> Vec<Change> {
    let known = |former: &&String| {
        heritage.carried.contains_key(&***former)
            || heritage
                .entries()
                .any(|entry| entry.former.contains(*former))
    };
    let unknown = new.former.iter().filter(|former| !known(former)).cloned();
    unknown
        .map(|former| Change::Answers {
            name: name.clone(),
            former,
        })
        .collect()
}

/// What is different about functions that only routes lead to.
pub(super) fn of_rest(old: &Lock, new: &Lock) -> Vec<Change> {
    let here = new.rest.iter().filter_map(|(name, served)| {
        let name = name.clone();
        match old.rest.get(&name) {
            None => Some(Change::Served { name }),
            Some(before) => (before != served).then_some(Change::Routes { name }),
        }
    });
    let gone = old.rest.keys().filter(|name| !new.rest.contains_key(*name));
    let gone = gone.map(|name| Change::Withdrawn { name: name.clone() });
    here.chain(gone).collect()
}

/// What is different about names that nothing answers to any more.
pub(super) fn of_names(old: &Lock, new: &Lock) -> Vec<Change> {
    let retired = new.retired.difference(&old.retired).cloned();
    retired
        .map(|name| match old.actions.get(&name) {
            Some(locked) => Change::Retired {
                successor: successor(old, new, locked),
                name,
            },
            None => Change::Dropped { former: name },
        })
        .collect()
}

/// A new action that has the same schema as one that is gone.
fn successor(old: &Lock, new: &Lock, gone: &Locked) -> Option<String> {
    let mut added = new.actions.iter().filter(|(name, locked)| {
        !old.actions.contains_key(*name) && locked.fingerprint == gone.fingerprint
    });
    added.next().map(|(name, _)| name.clone())
}

/// What a build says of changes that are not in the lock yet, in one line.
pub(crate) fn warning(changes: &[Change]) -> Option<String> {
    let shown: Vec<String> = changes.iter().take(SHOWN).map(Change::pending).collect();
    let more = match changes.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    (!shown.is_empty()).then(|| {
        let shown = shown.join("; ");
        format!("`{FILE}` is out of date, run `tramline lock`: {shown}{more}")
    })
}

/// How many changes fit into a line.
const SHOWN: usize = 2;

impl Change {
    /// As it stands before the lock is written: "`posts.list` is new".
    pub(crate) fn pending(&self) -> String {
        match self {
            Change::Added { name } => format!("`{name}` is new"),
            Change::Renamed { name, from } => format!("`{from}` is called `{name}` now"),
            Change::Answers { name, former } => {
                format!("`{name}` answers to the former name `{former}`")
            }
            Change::Changed { name, callers } => format!("`{name}` has changed: {callers}"),
            Change::Kind { name, kind } => format!("`{name}` is {} now", article(*kind)),
            Change::Judged { name, callers } => {
                format!("of `{name}`, callers of past versions fare differently: {callers}")
            }
            Change::Retired { name, .. } => format!("`{name}` is gone"),
            Change::Dropped { former } => {
                format!("nothing answers to the former name `{former}` any more")
            }
            Change::Routes { name } => format!("routes of `{name}` have changed"),
            Change::Served { name } => format!("`{name}` is new, and only routes lead to it"),
            Change::Withdrawn { name } => {
                format!("`{name}`, which only routes led to, is gone")
            }
            Change::Reused { name } => format!("`{name}` is retired, and an action has the name"),
        }
    }

    /// As it stands once the lock is written: "added `posts.list`".
    pub(crate) fn done(&self) -> String {
        match self {
            Change::Added { name } => format!("added `{name}`"),
            Change::Renamed { name, from } => format!("renamed `{from}` to `{name}`"),
            Change::Answers { name, former } => {
                format!("added the former name `{former}` of `{name}`")
            }
            Change::Changed { name, callers } => format!("changed `{name}`: {callers}"),
            Change::Kind { name, kind } => format!("made `{name}` {}", article(*kind)),
            Change::Judged { name, callers } => format!("judged `{name}` anew: {callers}"),
            Change::Retired { name, .. } => {
                format!("retired `{name}`, whose callers are told that it is gone")
            }
            Change::Dropped { former } => format!("retired the former name `{former}`"),
            Change::Routes { name } => format!("changed routes of `{name}`"),
            Change::Served { name } => {
                format!("added `{name}`, which only routes lead to")
            }
            Change::Withdrawn { name } => {
                format!("removed `{name}`, which only routes led to")
            }
            Change::Reused { name } => format!("left out `{name}`, whose name is retired"),
        }
    }

    /// What else there is to do than to run `tramline lock`.
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Change::Retired { name, successor } => Some(gone(name, successor.as_deref())),
            Change::Dropped { former } => Some(format!(
                "keep it in `renamed_from` for as long as anyone may call by it; `tramline lock` \
                 retires `{former}` for good"
            )),
            Change::Reused { .. } => Some(REUSED.to_owned()),
            _ => None,
        }
    }
}

/// The way out where a retired name is an action's again.
pub(crate) const REUSED: &str = "callers from before it was retired could reach the wrong action: \
    choose another name, or pin one with `name = \"…\"`; if this is the same action again, remove \
    the name from `[retired]` in `tramline.lock`";

fn gone(name: &str, successor: Option<&str>) -> String {
    let renamed = match successor {
        Some(successor) => format!("if `{successor}` is it under another name, let that say"),
        None => "if it has another name now, let that action say".to_owned(),
    };
    format!(
        "{renamed} `renamed_from = \"{name}\"`; if it is to go, run `tramline lock`, which retires \
         the name for good"
    )
}

fn article(kind: Kind) -> &'static str {
    match kind {
        Kind::Action => "an action",
        Kind::Query => "a query",
    }
}

impl fmt::Display for Callers {
    /// "callers of 2 past versions go on, of 1 are refused"
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Callers { go_on, refused } = *self;
        let versions = |count: usize| {
            let plural = if count == 1 { "" } else { "s" };
            format!("{count} past version{plural}")
        };
        match (go_on, refused) {
            (0, 0) => f.write_str("there are no past versions"),
            (_, 0) => write!(f, "callers of {} go on", versions(go_on)),
            (0, _) => write!(f, "callers of {} are refused", versions(refused)),
            _ => write!(
                f,
                "callers of {} go on, of {refused} are refused",
                versions(go_on)
            ),
        }
    }
}
