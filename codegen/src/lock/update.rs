//! From what the sources say to the next lock.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{self, Callers};
use super::{Change, Lock, Locked, Served, Version};
use crate::compatibility::{Schema, Tolerance, tolerance};
use crate::model::{Action, Api, Kind};
use crate::routes::of_action;

impl Lock {
    /// The lock that follows from this one, or from none, and the present sources; and what that
    /// changes. Equal locks mean that nothing did.
    ///
    /// Actions that take a name which is [retired](Lock::reuses) are left out.
    pub(crate) fn updated(lock: Option<&Lock>, api: &Api) -> (Lock, Vec<Change>) {
        let empty = Lock::default();
        let old = lock.unwrap_or(&empty);
        let mut new = Lock::default();
        let mut changes = Vec::new();
        for action in &api.actions {
            if !action.rpc {
                let served = Served::of(api, action);
                if !served.routes.is_empty() {
                    new.rest.insert(action.name.clone(), served);
                }
            } else if old.reuses(action) {
                let name = action.name.clone();
                changes.push(Change::Reused { name });
            } else {
                let heritage = Heritage::of(old, action);
                let locked = heritage.locked(api, action);
                changes.extend(change::of_action(&action.name, &heritage, &locked));
                new.actions.insert(action.name.clone(), locked);
            }
        }
        changes.extend(change::of_rest(old, &new));
        let alive = new.names();
        new.retired = old.retired.iter().cloned().collect();
        new.retired.extend(old.names());
        new.retired.retain(|name| !alive.contains(name));
        changes.extend(change::of_names(old, &new));
        (new, changes)
    }

    /// Whether an action takes the name of one that is no more, or that answered to it once.
    pub(crate) fn reuses(&self, action: &Action) -> bool {
        self.retired.contains(&action.name) || self.answering_to(action).is_some()
    }

    /// Another action that answers to the name of this one.
    pub(crate) fn answering_to(&self, action: &Action) -> Option<&str> {
        let mut others = self.actions.iter().filter(|(name, locked)| {
            locked.former.contains(&action.name) && !action.renamed_from.contains(name)
        });
        others.next().map(|(name, _)| name.as_str())
    }

    /// Names that are answered to, present and former ones.
    fn names(&self) -> BTreeSet<String> {
        let former = self.actions.values().flat_map(|locked| &locked.former);
        self.actions.keys().chain(former).cloned().collect()
    }
}

/// What an earlier lock says of an action.
pub(super) struct Heritage<'a> {
    /// Under its present name.
    pub(super) own: Option<&'a Locked>,
    /// Under names that it has no more.
    pub(super) carried: BTreeMap<&'a str, &'a Locked>,
}

impl<'a> Heritage<'a> {
    fn of(old: &'a Lock, action: &'a Action) -> Self {
        let carried = action.renamed_from.iter();
        let carried = carried.filter_map(|name| Some((&**name, old.actions.get(name)?)));
        Self {
            own: old.actions.get(&action.name),
            carried: carried.collect(),
        }
    }

    /// The entries, the one under the present name last.
    pub(super) fn entries(&self) -> impl Iterator<Item = &'a Locked> {
        self.carried.values().copied().chain(self.own)
    }

    /// The next entry.
    fn locked(&self, api: &Api, action: &Action) -> Locked {
        let mut locked = Locked {
            former: action.renamed_from.iter().cloned().collect(),
            kind: action.kind,
            fingerprint: action.fingerprint,
            schema: action.schema.clone(),
            routes: of_action(api, action),
            past: Vec::new(),
        };
        for entry in self.entries() {
            for version in &entry.past {
                locked.remember(version.clone());
            }
            locked.remember(entry.present());
        }
        if !locked.past.is_empty() {
            let judge = Judge::new(api, action);
            locked
                .past
                .iter_mut()
                .for_each(|version| judge.judge(version));
        }
        locked
    }
}

impl Served {
    fn of(api: &Api, action: &Action) -> Self {
        Self {
            fingerprint: action.fingerprint,
            schema: action.schema.clone(),
            routes: of_action(api, action),
        }
    }
}

impl Locked {
    /// The present version, as one of the past.
    pub(super) fn present(&self) -> Version {
        Version {
            fingerprint: self.fingerprint,
            schema: self.schema.clone(),
            kind: self.kind,
            may: Tolerance {
                input: true,
                result: true,
            },
            breaking: None,
        }
    }

    /// How callers of past versions fare.
    pub(super) fn callers(&self) -> Callers {
        let go_on = self
            .past
            .iter()
            .filter(|version| version.may.is_full())
            .count();
        Callers {
            go_on,
            refused: self.past.len() - go_on,
        }
    }
}

/// Says what callers of the past may still do.
struct Judge<'a> {
    action: &'a Action,
    schema: Schema,
}

impl<'a> Judge<'a> {
    fn new(api: &Api, action: &'a Action) -> Self {
        let schema = Schema::of(api, action);
        Self { action, schema }
    }

    fn judge(&self, version: &mut Version) {
        version.may = self.may(version);
        if version.may.is_full() {
            version.breaking = None;
        } else if version.breaking.is_none() {
            version.breaking.clone_from(&self.action.breaking);
        }
    }

    fn may(&self, version: &Version) -> Tolerance {
        // A query's callers send by GET, which an action never reads.
        let sent = version.kind == Kind::Action || self.action.kind == Kind::Query;
        match Schema::parse(&version.schema) {
            Ok(old) => {
                let tolerance = tolerance(&old, &self.schema);
                Tolerance {
                    input: sent && tolerance.input,
                    ..tolerance
                }
            }
            // What cannot be read cannot be vouched for; a lock is not read with it.
            Err(_) => Tolerance {
                input: false,
                result: false,
            },
        }
    }
}
