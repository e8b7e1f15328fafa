//! What a server has to know of the past: the lock, brought up to date with the sources that the
//! server is compiled from, whether or not the file is.

use std::collections::BTreeSet;

use tramline_syntax::digest::bits48;

use super::{Change, Lock};
use crate::model::Api;

/// The past, by identities alone. Every list is sorted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct History {
    /// Versions that are not the present one, by the action's present ID and their fingerprint.
    pub(crate) versions: Vec<Past>,
    /// The present IDs of the actions that the file knows.
    pub(crate) locked: Vec<u64>,
    /// The IDs of names that nothing answers to any more.
    pub(crate) retired: Vec<u64>,
}

/// An earlier version of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Past {
    pub(crate) id: u64,
    pub(crate) fingerprint: u64,
    /// Whether its callers may go on.
    pub(crate) tolerable: bool,
}

/// A lock held against the sources of a build.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) history: History,
    /// What the lock does not say yet.
    pub(crate) drift: Vec<Change>,
}

impl Lock {
    /// What a build has to know of it.
    pub(crate) fn hold_against(&self, api: &Api) -> Held {
        let (now, drift) = Self::updated(Some(self), api);
        Held {
            history: History::of(self, &now),
            drift,
        }
    }
}

impl History {
    /// What follows from a file, and from the same brought up to date.
    fn of(lock: &Lock, now: &Lock) -> Self {
        let known = |name: &str, former: &BTreeSet<String>| {
            lock.actions.contains_key(name)
                || former.iter().any(|name| lock.actions.contains_key(name))
        };
        let mut versions = Vec::new();
        let mut locked = Vec::new();
        for (name, action) in &now.actions {
            let id = bits48(name);
            if known(name, &action.former) {
                locked.push(id);
            }
            versions.extend(action.past.iter().map(|version| Past {
                id,
                fingerprint: version.fingerprint,
                tolerable: version.may.is_full(),
            }));
        }
        let retired = now.retired.iter().map(|name| bits48(name));
        let mut retired: Vec<u64> = retired.collect();
        versions.sort_unstable();
        locked.sort_unstable();
        retired.sort_unstable();
        Self {
            versions,
            locked,
            retired,
        }
    }
}
