//! What a package says of itself, for the head of its documents.

use crate::json::Json;

/// The part of a `Cargo.toml` that documents show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// The name of the package.
    pub(crate) title: String,
    /// The version of the package.
    pub(crate) version: String,
    pub(crate) description: Option<String>,
    /// An SPDX expression.
    pub(crate) license: Option<String>,
}

impl About {
    pub(super) fn info(&self) -> Json {
        let text = |text: &String| Json::text(text);
        let license = self.license.as_ref().map(|expression| {
            Json::object([("name", text(expression)), ("identifier", text(expression))])
        });
        Json::object([
            ("title", text(&self.title)),
            ("version", text(&self.version)),
        ])
        .with_some("description", self.description.as_ref().map(text))
        .with_some("license", license)
    }
}
