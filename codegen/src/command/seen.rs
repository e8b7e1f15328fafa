//! The files that were read, as they were.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::mem;
use std::path::{Path, PathBuf};

use crate::scan::{Disk, Parsed, Reader};

/// Texts by path; none of a file that was looked for and not found.
#[derive(Debug, Default)]
pub(super) struct Seen {
    texts: BTreeMap<PathBuf, Option<String>>,
    /// What syn made of them.
    parsed: BTreeMap<PathBuf, Parsed>,
}

impl Seen {
    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.texts.keys().map(PathBuf::as_path)
    }

    /// Looks at the same files again: those that have changed, and a sight to look at others with.
    pub(super) fn look(&mut self) -> (Vec<PathBuf>, Sight) {
        let mut changed = Vec::new();
        let mut present = HashMap::new();
        for (path, before) in &self.texts {
            let now = Disk.read(path);
            if now != *before {
                self.parsed.remove(path);
                changed.push(path.clone());
            }
            present.insert(path.clone(), now);
        }
        let sight = Sight {
            present: present.into(),
            parsed: mem::take(&mut self.parsed).into(),
            ..Sight::default()
        };
        (changed, sight)
    }
}

/// The files as they are at one time, whoever asks.
#[derive(Debug, Default)]
pub(super) struct Sight {
    /// What has been read already.
    present: RefCell<HashMap<PathBuf, Option<String>>>,
    asked: RefCell<BTreeMap<PathBuf, Option<String>>>,
    /// What syn made of texts that are still the same.
    parsed: RefCell<BTreeMap<PathBuf, Parsed>>,
}

impl Sight {
    /// Remembers a file that someone else reads.
    pub(super) fn look_at(&self, path: &Path) {
        let _ = self.read(path);
    }

    /// What was asked for.
    pub(super) fn into_seen(self) -> Seen {
        let texts = self.asked.into_inner();
        let mut parsed = self.parsed.into_inner();
        parsed.retain(|path, _| texts.contains_key(path));
        Seen { texts, parsed }
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

    fn parse(&self, path: &Path, text: &str) -> Option<Parsed> {
        let path = canonical(path);
        if let Some(known) = self.parsed.borrow().get(&path) {
            return Some(known.clone());
        }
        let parsed = Parsed::of(text)?;
        self.parsed.borrow_mut().insert(path, parsed.clone());
        Some(parsed)
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
