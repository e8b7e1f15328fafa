//! Where source text comes from.

use std::path::Path;

/// Reads source files: the disk, or a table in tests.
pub(crate) trait Reader {
    /// The text of the file, if there is one.
    fn read(&self, path: &Path) -> Option<String>;
}

/// The real files.
#[derive(Debug)]
pub(crate) struct Disk;

impl Reader for Disk {
    fn read(&self, path: &Path) -> Option<String> {
        std::fs::read_to_string(path).ok()
    }
}
