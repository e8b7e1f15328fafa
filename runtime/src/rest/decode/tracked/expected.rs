//! What a deserializer is asked for, in words.

use std::fmt::{self, Display};

use serde::de::Visitor;

use crate::rest::decode::fault::{Fault, Kind, Step};

/// What is asked for.
pub(super) enum What {
    /// This, and the words say all of it.
    Known(String),
    /// A text, of which a type may say which ones there are.
    Text(&'static str, Option<String>),
    /// Nobody knows.
    Anything,
}

pub(super) fn known(text: &str) -> What {
    What::Known(text.to_owned())
}

pub(super) fn between(least: impl Display, most: impl Display) -> What {
    What::Known(format!("an integer between {least} and {most}"))
}

/// What a visitor expects, where it says so in words for people.
struct Expecting<'v, V>(&'v V);

impl<'de, V: Visitor<'de>> Display for Expecting<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
}

pub(super) fn words<'de, V: Visitor<'de>>(visitor: &V) -> Option<String> {
    let words = Expecting(visitor).to_string();
    let is_phrase = ["a ", "an "]
        .iter()
        .any(|article| words.starts_with(article));
    (is_phrase && words != "a string").then_some(words)
}

impl Fault {
    /// The same, saying what is expected where that says more.
    pub(super) fn expecting(mut self, place: &[Step], what: impl FnOnce() -> What) -> Self {
        let is_here = self.place.as_deref().is_none_or(|other| other == place);
        if is_here && matches!(self.kind, Kind::Type | Kind::Value) {
            let text = match (what(), &self.kind) {
                (What::Known(text), _) | (What::Text(_, Some(text)), Kind::Value) => Some(text),
                (What::Text(text, _), Kind::Type) => Some(text.to_owned()),
                _ => None,
            };
            self.kind = text.map_or(self.kind, Kind::Expected);
        }
        self
    }
}
