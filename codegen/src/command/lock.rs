//! `tramline lock`: what callers were promised, brought up to date with the sources.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::project::Project;
use super::reading::Reading;
use crate::diagnostics::excerpt::Excerpt;
use crate::lock::{Change, FILE, Lock, LockError};
use crate::write;

/// A lock, held against the sources.
#[derive(Clone, Debug)]
pub struct LockReport {
    /// How many actions it has, or will have.
    pub actions: usize,
    /// What is different, in the order of names.
    pub changes: Vec<LockChange>,
    /// Whether its text is exactly what would be written.
    pub is_current: bool,
}

/// One difference between a lock and the sources.
#[derive(Clone, Debug)]
pub struct LockChange {
    /// What there is to do: "`posts.list` is new".
    pub pending: String,
    /// What was done: "added `posts.list`".
    pub done: String,
    /// What else there is to do than to write the lock.
    pub help: Option<String>,
}

/// A file with what is in it.
pub(super) struct Present {
    text: String,
    pub(super) lock: Lock,
}

impl Project {
    /// The file of the lock.
    pub fn lock_file(&self) -> PathBuf {
        self.folder().join(FILE)
    }

    /// Brings the lock up to date, or begins it.
    ///
    /// # Errors
    ///
    /// When something is wrong with the sources or with the lock, and then nothing is written; when
    /// the disk refuses.
    pub fn lock(&self) -> Result<LockReport, Failure> {
        let file = self.lock_file();
        let reading = self.read()?;
        let (text, report) = report(&reading);
        write::file(&file, &text)
            .map_err(|error| Failure::broken(format!("`{FILE}` cannot be written: {error}")))?;
        Ok(report)
    }

    /// What [`lock`](Self::lock) would change; nothing where there is no lock. Nothing is written.
    ///
    /// # Errors
    ///
    /// When something is wrong with the sources or with the lock.
    pub fn check_lock(&self) -> Result<Option<LockReport>, Failure> {
        let reading = self.read()?;
        Ok(reading.lock.is_some().then(|| report(&reading).1))
    }
}

/// The next text, and how it differs.
fn report(reading: &Reading) -> (String, LockReport) {
    let present = reading.lock.as_ref();
    let (next, changes) = Lock::updated(present.map(|present| &present.lock), &reading.api);
    let text = next.to_text();
    let report = LockReport {
        actions: next.actions.len(),
        changes: changes.iter().map(change).collect(),
        is_current: present.is_some_and(|present| present.text == text),
    };
    (text, report)
}

fn change(change: &Change) -> LockChange {
    LockChange {
        pending: change.pending(),
        done: change.done(),
        help: change.help(),
    }
}

/// The lock on the disk, if there is one.
pub(super) fn present(file: &Path) -> Result<Option<Present>, Failure> {
    match fs::read_to_string(file) {
        Ok(text) => match Lock::parse(&text) {
            Ok(lock) => Ok(Some(Present { text, lock })),
            Err(error) => Err(Failure::all_broken(vec![mistake(&text, &error)])),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::broken(format!("`{FILE}` cannot be read: {error}"))),
    }
}

fn mistake(text: &str, error: &LockError) -> String {
    let place = line(text, error.line);
    Excerpt {
        message: &error.message,
        path: FILE,
        text,
        place: Some((&place, "")),
        help: &error.help,
    }
    .report()
}

/// The bytes of a line, counted from 1.
fn line(text: &str, number: usize) -> Range<usize> {
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if index + 1 == number {
            return at..at + line.trim_end().len();
        }
        at += line.len();
    }
    text.len()..text.len()
}
