//! Tables of TOML, read strictly: what is missing, of another type or unknown is an error with its
//! line.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::LockError;

/// The text that is read, to tell lines.
#[derive(Clone, Copy)]
pub(super) struct Source<'t>(pub(super) &'t str);

/// A table, with words for it.
pub(super) struct Table<'t> {
    source: Source<'t>,
    /// As in "`kind` is missing in …".
    words: String,
    /// Where it begins.
    at: usize,
    entries: &'t DeTable<'t>,
}

/// A value and where it stands.
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) at: usize,
}

impl Source<'_> {
    /// An error at a byte of the text.
    pub(super) fn error(
        self,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> LockError {
        let before = self.0.as_bytes().get(..at).unwrap_or_default();
        LockError {
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            message: message.into(),
            help: help.into(),
        }
    }
}

impl<'t> Table<'t> {
    pub(super) fn new(
        source: Source<'t>,
        words: &str,
        at: usize,
        entries: &'t DeTable<'t>,
    ) -> Self {
        Self {
            source,
            words: words.to_owned(),
            at,
            entries,
        }
    }

    pub(super) fn error(
        &self,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> LockError {
        self.source.error(at, message, help)
    }

    /// Refuses keys that are none of `known`.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), LockError> {
        let unknown = |key: &&Spanned<_>| !known.contains(&AsRef::<str>::as_ref(key.get_ref()));
        match self.entries.keys().find(unknown) {
            None => Ok(()),
            Some(key) => Err(self.error(
                key.span().start,
                format!("there is no `{}` in {}", key.get_ref(), self.words),
                "remove the line; where a newer tramline wrote it, update tramline",
            )),
        }
    }

    /// A string that has to be there.
    pub(super) fn string(&self, key: &str) -> Result<At<&'t str>, LockError> {
        self.optional_string(key)?.ok_or_else(|| self.missing(key))
    }

    /// A string that may be left out.
    pub(super) fn optional_string(&self, key: &str) -> Result<Option<At<&'t str>>, LockError> {
        let Some(value) = self.entries.get(key) else {
            return Ok(None);
        };
        match value.get_ref() {
            DeValue::String(text) => Ok(Some(At {
                value: text,
                at: value.span().start,
            })),
            _ => Err(self.other(value, key, "a string")),
        }
    }

    /// A number that has to be there.
    pub(super) fn integer(&self, key: &str) -> Result<At<u64>, LockError> {
        let value = self.entries.get(key).ok_or_else(|| self.missing(key))?;
        let at = value.span().start;
        match value.get_ref() {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        }
        .map(|value| At { value, at })
        .ok_or_else(|| self.other(value, key, "a number"))
    }

    /// Every key.
    pub(super) fn keys(&self) -> impl Iterator<Item = At<&'t str>> {
        self.entries.keys().map(at)
    }

    /// A table that may be left out.
    pub(super) fn table(&self, key: &str, words: &str) -> Result<Option<Table<'t>>, LockError> {
        let value = self.entries.get(key);
        value.map(|value| self.below(value, key, words)).transpose()
    }

    /// The tables of a table that may be left out, by their keys. Words for each are `words` and its
    /// key.
    pub(super) fn tables(
        &self,
        key: &str,
        words: &str,
    ) -> Result<Vec<(At<&'t str>, Table<'t>)>, LockError> {
        let Some(table) = self.table(key, words)? else {
            return Ok(Vec::new());
        };
        let named = |(key, value)| {
            let name = at(key);
            let words = format!("{words} `{}`", name.value);
            Ok((At { ..name }, table.below(value, name.value, &words)?))
        };
        table.entries.iter().map(named).collect()
    }

    /// The tables of an array that may be left out.
    pub(super) fn array(&self, key: &str, words: &str) -> Result<Vec<Table<'t>>, LockError> {
        let Some(value) = self.entries.get(key) else {
            return Ok(Vec::new());
        };
        let DeValue::Array(array) = value.get_ref() else {
            return Err(self.other(value, key, "an array of tables"));
        };
        array
            .iter()
            .map(|value| self.below(value, key, words))
            .collect()
    }

    fn below(
        &self,
        value: &'t Spanned<DeValue<'t>>,
        key: &str,
        words: &str,
    ) -> Result<Table<'t>, LockError> {
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.other(value, key, "a table"));
        };
        Ok(Table::new(self.source, words, value.span().start, table))
    }

    fn missing(&self, key: &str) -> LockError {
        self.error(
            self.at,
            format!("`{key}` is missing in {}", self.words),
            "restore the line from the history of the file",
        )
    }

    fn other(&self, value: &Spanned<DeValue<'_>>, key: &str, takes: &str) -> LockError {
        self.error(
            value.span().start,
            format!("`{key}` in {} is not {takes}", self.words),
            "restore the line from the history of the file",
        )
    }
}

fn at<'t>(key: &'t Spanned<DeString<'t>>) -> At<&'t str> {
    At {
        value: key.get_ref(),
        at: key.span().start,
    }
}
