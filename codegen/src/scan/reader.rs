//! Where source text comes from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::parsed::Parsed;

/// Reads source files: from the disk, or from a table.
pub(crate) trait Reader {
    /// The text of the file, if there is one.
    fn read(&self, path: &Path) -> Option<String>;

    /// What syn makes of the text that was read from a file, which may be known from before.
    fn parse(&self, _path: &Path, text: &str) -> Option<Parsed> {
        Parsed::of(text)
    }
}

/// The real files.
#[derive(Debug)]
pub(crate) struct Disk;

impl Reader for Disk {
    fn read(&self, path: &Path) -> Option<String> {
        std::fs::read_to_string(path).ok()
    }
}

/// Files by path, for small packages in memory.
#[derive(Debug, Default)]
pub(crate) struct Files(pub(crate) BTreeMap<PathBuf, String>);

impl Files {
    /// From text in which a line `//- src/posts.rs` begins a file; without one, all of it is
    /// `src/lib.rs`.
    pub(crate) fn parse(text: &str) -> Self {
        let mut files = BTreeMap::new();
        let mut path = PathBuf::from("src/lib.rs");
        for line in text.lines() {
            if let Some(next) = line.trim_start().strip_prefix("//- ") {
                path = PathBuf::from(next.trim());
            } else {
                let file: &mut String = files.entry(path.clone()).or_default();
                file.push_str(line);
                file.push('\n');
            }
        }
        Files(files)
    }
}

impl Reader for Files {
    fn read(&self, path: &Path) -> Option<String> {
        self.0.get(path).cloned()
    }
}
