//! Places in sources as files, lines and columns.

use std::path::Path;

use crate::model::Location;
use crate::scan::{SourceFile, Sources};

/// The present sources, and from where they are looked at.
#[derive(Clone, Copy)]
pub(crate) struct Places<'a> {
    pub(crate) sources: &'a Sources,
    /// Paths are shown as they are from here.
    pub(crate) base: &'a Path,
}

/// A place, for people and programs. All numbers begin at 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// With forward slashes.
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    /// One past the last character.
    pub(super) end_column: usize,
}

impl<'a> Places<'a> {
    pub(super) fn source(&self, location: Location) -> &'a SourceFile {
        &self.sources.files[location.file]
    }

    pub(super) fn of(&self, location: Location) -> Place {
        let source = self.source(location);
        let (line, column) = position(&source.text, location.start);
        let (end_line, end_column) = position(&source.text, location.end);
        Place {
            file: self.file(source),
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// The path from the base; where it does not lie below, as diagnostics have it.
    pub(super) fn file(&self, source: &SourceFile) -> String {
        let Ok(below) = source.path.strip_prefix(self.base) else {
            return source.cited.clone();
        };
        let parts = below.iter().map(|part| part.to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }
}

/// Line and column of a byte, in characters.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (line, before[start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn positions_count_characters() {
        let text = "fn größe() {}\nfn b() {}";
        let table = [
            (0, (1, 1)),
            (3, (1, 4)),
            (10, (1, 9)),
            (16, (2, 1)),
            (99, (2, 10)),
        ];
        for (offset, expect) in table {
            assert_eq!(position(text, offset), expect, "{offset}");
        }
    }
}
