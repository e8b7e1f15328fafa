//! `tramline lock`: what callers were promised, brought up to date with the sources.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::failure::Failure;
use super::project::Project;
use super::reading::Reading;
use crate::diagnostics::excerpt::Excerpt;
use crate::lock::{Change, FILE, Lock, LockError};
use crate::scan::Disk;
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
        let present = self.lock_to_update()?;
        let reading = self.read_beside(&self.plan()?, &Disk, present)?;
        let (text, report) = report(&reading);
        write::file(&file, &text)
            .map_err(|error| Failure::broken(format!("`{FILE}` cannot be written: {error}")))?;
        if reading.lock.is_none() {
            self.let_cargo_find_the_lock();
        }
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

impl Project {
    /// The lock on the disk, or where git left a merge to a person, both sides of it in one.
    fn lock_to_update(&self) -> Result<Option<Present>, Failure> {
        let file = self.lock_file();
        let text = fs::read_to_string(&file).unwrap_or_default();
        let Some(marker) = Lock::conflict(&text) else {
            return present(&file);
        };
        match Lock::of_merge(self.folder()) {
            Ok(Some(lock)) => Ok(Some(Present { text, lock })),
            Ok(None) => Err(Failure::all_broken(vec![mistake(
                &text,
                &marker.without_sides(),
            )])),
            Err(error) => Err(Failure::broken(error.to_string())),
        }
    }

    /// Cargo watches the lock from the first build on that finds one. Nothing would start that build
    /// but a change of another file, so the build script counts as changed. Where that fails, the next
    /// change does it.
    fn let_cargo_find_the_lock(&self) {
        let script = fs::File::options()
            .append(true)
            .open(self.manifest.build_script());
        let _ = script.and_then(|script| script.set_modified(SystemTime::now()));
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
        // A checkout may end lines with a carriage return.
        is_current: present.is_some_and(|present| present.text.replace("\r\n", "\n") == text),
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
