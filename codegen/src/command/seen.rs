//! The files that were read, as they were.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use crate::scan::{Disk, Reader};

/// Texts by path; none of a file that was looked for and not found.
#[derive(Debug, Default)]
pub(super) struct Seen(BTreeMap<PathBuf, Option<String>>);

impl Seen {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }

    /// Looks at the same files again: those that have changed, and a sight to look at others with.
    pub(super) fn look(&self) -> (Vec<PathBuf>, Sight) {
        let sight = Sight::default();
        let mut changed = Vec::new();
        for (path, before) in &self.0 {
            let now = Disk.read(path);
            if now != *before {
                changed.push(path.clone());
            }
            sight.present.borrow_mut().insert(path.clone(), now);
        }
        (changed, sight)
    }
}

/// The files as they are at one time, whoever asks.
#[derive(Debug, Default)]
pub(super) struct Sight {
    /// What has been read already.
    present: RefCell<HashMap<PathBuf, Option<String>>>,
    asked: RefCell<BTreeMap<PathBuf, Option<String>>>,
}

impl Sight {
    /// Remembers a file that someone else reads.
    pub(super) fn look_at(&self, path: &Path) {
        let _ = self.read(path);
    }

    /// What was asked for.
    pub(super) fn into_seen(self) -> Seen {
        Seen(self.asked.into_inner())
    }
}

impl Reader for Sight {
    fn read(&self, path: &Path) -> Option<String> {
        let path = canonical(path);
        let present = self.present.borrow_mut().remove(&path);
        let text = match (present, self.asked.borrow().get(&path)) {
            (Some(text), _) => text,
            (None, Some(text)) => return text.clone(),
            (None, None) => Disk.read(&path),
        };
        self.asked.borrow_mut().insert(path, text.clone());
        text
    }
}

/// The one spelling of a path, under which a watcher tells of it.
fn canonical(path: &Path) -> PathBuf {
    let folder = existing(path);
    let rest = path.strip_prefix(&folder).unwrap_or(Path::new(""));
    let canonical = folder.canonicalize().unwrap_or(folder.clone());
    if rest == Path::new("") {
        canonical
    } else {
        canonical.join(rest)
    }
}

/// The path, or the nearest one around it that exists.
pub(super) fn existing(path: &Path) -> PathBuf {
    let mut around = path.ancestors();
    let found = around.find(|path| path.exists());
    found.unwrap_or(path).to_owned()
}
