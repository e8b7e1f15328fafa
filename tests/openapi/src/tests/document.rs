//! The document that the server answers with, and the schemas in it.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};

/// As it is checked in.
pub(super) static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../documents/openapi.v1.json");
    serde_json::from_str(text).expect("the document is JSON")
});

/// The schema at a pointer into the document, with everything that it refers to.
pub(super) fn validator(pointer: &str) -> Validator {
    let found = DOCUMENT.pointer(pointer);
    let found = found.unwrap_or_else(|| panic!("{pointer} leads nowhere"));
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "allOf": [found],
        "components": DOCUMENT["components"],
    });
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap_or_else(|error| panic!("{pointer} is no schema: {error}"))
}

/// What the echo at a path reads.
pub(super) fn request(path: &str) -> Validator {
    let path = path.replace('/', "~1");
    validator(&format!(
        "/paths/{path}/post/requestBody/content/application~1json/schema"
    ))
}

/// What it writes.
pub(super) fn response(path: &str) -> Validator {
    let path = path.replace('/', "~1");
    validator(&format!(
        "/paths/{path}/post/responses/200/content/application~1json/schema"
    ))
}
