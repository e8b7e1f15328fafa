//! Conversations with the real program: `tests/cases/*.txt`, each on a copy of packages in
//! `tests/packages`. `UPDATE_EXPECT=1` records anew what it says.
//!
//! ```text
//! # What the case is about.
//! packages: guestbook
//! $ tramline check web
//! > what it prints to the standard output
//! ! what it prints beside it
//! = 1, its exit code
//! ```
//!
//! Besides `tramline`, a line that begins with `$` can say `cd FOLDER`, `remove PATH`,
//! `write PATH` with the lines of the file after it, each behind `+`, or `git …`.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]
#![expect(
    clippy::panic,
    reason = "a line that says nothing is a mistake in the case"
)]

mod conversation;
mod world;

use std::fs;
use std::path::Path;

use conversation::Conversation;

#[test]
fn conversations_are_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut wrong = Vec::new();
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let recorded = fs::read_to_string(&file).unwrap();
        let held = Conversation::parse(&recorded).hold();
        if held == recorded {
            continue;
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&file, held).unwrap();
        } else {
            wrong.push(format!("{}:\n{held}", file.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nIf this is as it should be: UPDATE_EXPECT=1 cargo test -p tramline-cli",
        wrong.join("\n")
    );
}
