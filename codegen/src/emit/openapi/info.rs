//! The head of a document.

use crate::json::Json;
use crate::model::About;

/// What the package says of itself.
pub(super) fn info(about: &About) -> Json {
    let text = |text: &String| Json::text(text);
    let license = about.license.as_ref().map(|expression| {
        Json::object([("name", text(expression)), ("identifier", text(expression))])
    });
    Json::object([
        ("title", text(&about.title)),
        ("version", text(&about.version)),
    ])
    .with_some("description", about.description.as_ref().map(text))
    .with_some("license", license)
}
