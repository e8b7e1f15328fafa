//! What the lock says of versions that are no longer the present one.
//!
//! The build step has compared every version with the present one, from their schemas alone; here
//! is only looked up what came of it.

/// The versions that clients still out there were generated from: what a `tramline.lock` holds.
///
/// Every list is sorted, and none holds an entry twice.
#[derive(Debug, PartialEq, Eq)]
pub struct History {
    /// Earlier versions of the actions that there are, sorted by id, then by fingerprint.
    pub versions: &'static [Past],
    /// The present ids of all actions that the lock knows.
    pub locked: &'static [u64],
    /// Ids of actions that are no more, former ones included.
    pub retired: &'static [u64],
}

/// An earlier version of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// The action's present id, whatever its id was then.
    pub id: u64,
    /// The fingerprint of that version.
    pub fingerprint: u64,
    /// Whether a client of that version and the present action understand each other over JSON:
    /// the action what the client sends, the client every result and every error of the action.
    pub tolerable: bool,
}

/// What is known of the version that a caller was generated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// It is the action as it is.
    Present,
    /// An earlier one, which can go on over JSON.
    Tolerable,
    /// An earlier one, which cannot.
    Intolerable,
    /// One that the lock, which knows the action, does not know: it must be from after this build.
    Later,
    /// Nothing: no lock knows the action.
    Unknown,
}

impl Version {
    /// What spans say of any but the present one.
    pub(crate) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Present => None,
            Self::Tolerable => Some("tolerable"),
            Self::Intolerable => Some("intolerable"),
            Self::Later => Some("later"),
            Self::Unknown => Some("unknown"),
        }
    }
}

impl History {
    /// What this lock knows of the version `fingerprint`, which is not the present one, of the
    /// action `id`.
    pub(crate) fn version(&self, id: u64, fingerprint: u64) -> Version {
        let key = |past: &Past| (past.id, past.fingerprint);
        match self.versions.binary_search_by_key(&(id, fingerprint), key) {
            Ok(at) if self.versions[at].tolerable => Version::Tolerable,
            Ok(_) => Version::Intolerable,
            Err(_) if self.locked.binary_search(&id).is_ok() => Version::Later,
            Err(_) => Version::Unknown,
        }
    }

    /// Whether an action had this id and is no more.
    pub(crate) fn is_retired(&self, id: u64) -> bool {
        self.retired.binary_search(&id).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{History, Past, Version};

    const fn past(id: u64, fingerprint: u64, tolerable: bool) -> Past {
        Past {
            id,
            fingerprint,
            tolerable,
        }
    }

    const HISTORY: History = History {
        versions: &[past(1, 10, true), past(1, 20, false), past(3, 10, false)],
        locked: &[1, 2, 3],
        retired: &[7, 9],
    };

    #[test]
    fn a_version_is_found_by_action_and_fingerprint() {
        for (id, fingerprint, version) in [
            (1, 10, Version::Tolerable),
            (1, 20, Version::Intolerable),
            (3, 10, Version::Intolerable),
            (1, 15, Version::Later),
            (2, 10, Version::Later),
            (3, 20, Version::Later),
            (4, 10, Version::Unknown),
            (7, 10, Version::Unknown),
        ] {
            assert_eq!(
                HISTORY.version(id, fingerprint),
                version,
                "{id} {fingerprint}"
            );
        }
        let retired = (0..12).filter(|id| HISTORY.is_retired(*id));
        assert_eq!(retired.collect::<Vec<_>>(), [7, 9]);
    }
}
