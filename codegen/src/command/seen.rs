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

    /// Looks at the same files again.
    pub(super) fn look(&self) -> Look {
        let mut look = Look::default();
        for (path, before) in &self.texts {
            let now = Disk.read(path);
            if now != *before {
                look.changed.push(path.clone());
            }
            look.present.insert(path.clone(), now);
        }
        look
    }

    /// A sight of the files as they were found, and of whatever else is asked for.
    pub(super) fn sight(&mut self, look: Look) -> Sight {
        let mut parsed = mem::take(&mut self.parsed);
        look.changed.iter().for_each(|path| {
            parsed.remove(path);
        });
        Sight {
            present: look.present.into(),
            parsed: parsed.into(),
            ..Sight::default()
        }
    }
}

/// What became of the files.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// Those that are no longer as they were.
    pub(super) changed: Vec<PathBuf>,
    present: HashMap<PathBuf, Option<String>>,
}

/// The files as they are at one time, whoever asks.
#[derive(Debug, Default)]
pub(super) struct Sight {
    /// What has been read already.
    present: RefCell<HashMap<PathBuf, Option<String>>>,
    asked: RefCell<BTreeMap<PathBuf, Option<String>>>,
    /// What syn made of texts that are still the same.
    parsed: RefCell<BTreeMap<PathBuf, Parsed>>,
    /// The one spelling of each path that was asked for.
    spelled: RefCell<HashMap<PathBuf, PathBuf>>,
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

    fn canonical(&self, path: &Path) -> PathBuf {
        if let Some(known) = self.spelled.borrow().get(path) {
            return known.clone();
        }
        let canonical = canonical(path);
        let mut spelled = self.spelled.borrow_mut();
        spelled.insert(path.to_owned(), canonical.clone());
        canonical
    }
}

impl Reader for Sight {
    fn read(&self, path: &Path) -> Option<String> {
        let path = self.canonical(path);
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
        let path = self.canonical(path);
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Seen;
    use crate::scan::Reader as _;

    #[test]
    fn only_what_changed_is_parsed_again() {
        let disk = tempfile::tempdir().unwrap();
        let file = disk.path().join("lib.rs");
        fs::write(&file, "struct A;").unwrap();
        let mut seen = Seen::default();
        let read = |seen: &mut Seen| {
            let look = seen.look();
            let sight = seen.sight(look);
            let text = sight.read(&file).unwrap();
            let parsed = sight.parse(&file, &text).unwrap();
            *seen = sight.into_seen();
            parsed
        };
        let first = read(&mut seen);
        // To look and to find nothing new forgets nothing.
        assert_eq!(seen.look().changed.len(), 0);
        assert!(first.is(&read(&mut seen)));
        fs::write(disk.path().join("lib.rs"), "struct B;").unwrap();
        assert_eq!(seen.look().changed.len(), 1);
        assert!(!first.is(&read(&mut seen)));
    }
}
