//! The text of files that come out as they did the time before.
//!
//! What is printed follows from the tree of a file, from the names in use in it, from the paths of
//! all files of the client, and from the options. Where all of that is equal, so is the text. The
//! trees themselves are made anew each time, from the whole model: no one has to know what a change
//! of the sources can affect.

use std::collections::HashMap;

use super::layout::Layout;
use super::tree::FileId;
use super::{Tree, TypeScript};
use crate::emit::GeneratedFile;

/// What a client was printed from, and its text.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    options: TypeScript,
    /// In the order of the files.
    paths: Vec<String>,
    files: HashMap<FileId, (Tree, Vec<GeneratedFile>)>,
}

impl Kept {
    /// Forgets everything where files are called something else, or are written in another form.
    pub(super) fn forget_unless(&mut self, layout: &Layout, options: &TypeScript) {
        if self.paths != layout.paths() || self.options != *options {
            *self = Kept {
                options: options.clone(),
                paths: layout.paths().to_owned(),
                files: HashMap::new(),
            };
        }
    }

    /// What was printed for a file, if it was printed from an equal tree.
    pub(super) fn printed(&self, file: FileId, tree: &Tree) -> Option<&[GeneratedFile]> {
        let (known, printed) = self.files.get(&file)?;
        (known == tree).then_some(printed)
    }

    pub(super) fn keep(&mut self, file: FileId, tree: Tree, printed: Vec<GeneratedFile>) {
        self.files.insert(file, (tree, printed));
    }
}
