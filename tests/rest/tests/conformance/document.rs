//! The table as people read it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Row;
use crate::exchange::Answer;

/// What has been written so far.
pub(crate) struct Document(String);

const HEAD: &str = "\
# What routes of REST answer

Written by `UPDATE_EXPECT=1 cargo test -p rest-tests`: every request, as it was sent, and its whole
answer. Left out are `connection`, `date`, and where nothing else is said `host: localhost` and
`content-length` of requests. Request ids are `…`.
";

impl Document {
    pub(crate) fn new() -> Self {
        Self(HEAD.to_owned())
    }

    /// Begins a group.
    pub(crate) fn group(&mut self, title: &str, text: &str) {
        // Writing to a string does not fail.
        let _ = write!(self.0, "\n## {title}\n\n{text}\n");
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, row: &Row, answer: &Answer) {
        let (name, request) = (row.name, shortened(row.request));
        let answer = match request.contains(" /openapi.") {
            // What such a document says, other tests hold.
            true => answer.outline(),
            false => shortened(&answer.to_string()),
        };
        let _ = write!(
            self.0,
            "\n### {name}\n\n```http\n{}\n```\n\n```http\n{}\n```\n",
            request.trim_end(),
            answer.trim_end(),
        );
    }

    /// Holds what was written before against this, or writes it.
    pub(crate) fn check(&self) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("CONFORMANCE.md");
        if fs::read_to_string(&path).is_ok_and(|text| text == self.0) {
            return;
        }
        assert!(
            std::env::var_os("UPDATE_EXPECT").is_some(),
            "CONFORMANCE.md is not what happens: UPDATE_EXPECT=1 cargo test -p rest-tests",
        );
        fs::write(path, &self.0).unwrap();
    }
}

/// The text, without most of lines that nobody reads.
fn shortened(text: &str) -> String {
    let lines = text.lines().map(|line| match line.char_indices().nth(400) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
