//! Headers of answers.

use super::operations::Operation;
use super::schemas::typed;
use crate::json::Json;
use crate::model::{Method, Success};

/// The headers of an answer, by reference.
pub(super) fn of(names: &[&str]) -> Json {
    let header = |name: &&str| {
        let pointer = format!("#/components/headers/{}", name.replace('-', ""));
        let reference = Json::object([("$ref", Json::Text(pointer))]);
        ((*name).to_owned(), reference)
    };
    Json::Object(names.iter().map(header).collect())
}

/// What a result comes with.
pub(super) fn of_success(operation: &Operation<'_>) -> Vec<&'static str> {
    let mut names = Vec::new();
    let is_read = operation.route.method == Method::Get;
    let has_place = matches!(
        operation.action.success,
        Success::Created | Success::Accepted
    );
    let replies = matches!(
        operation.action.output.shape,
        crate::model::OutputShape::Reply | crate::model::OutputShape::ResultReply
    );
    if has_place {
        names.push("Location");
    }
    if is_read || replies {
        names.push("ETag");
    }
    if is_read {
        names.push("Cache-Control");
    }
    let deprecation = operation.route.deprecation.as_ref();
    let is_linked = deprecation.is_some_and(|one| one.link.is_some());
    if is_linked || operation.takes("PageLinks") {
        names.push("Link");
    }
    if let Some(deprecation) = deprecation {
        names.push("Deprecation");
        if deprecation.sunset.is_some() {
            names.push("Sunset");
        }
    }
    names
}

/// Every header that answers may refer to.
pub(super) fn components() -> Vec<(&'static str, Json)> {
    let rows = [
        ("Allow", "The methods that the path answers."),
        (
            "CacheControl",
            "How long the answer may be kept, and by whom.",
        ),
        (
            "Deprecation",
            "Since when the operation should no longer be used: `@`, then seconds since 1970.",
        ),
        (
            "ETag",
            "A name for this state of what is answered, for `If-None-Match` and `If-Match`.",
        ),
        (
            "Link",
            "Where to go from here: further pages by `rel=\"next\"` and `rel=\"prev\"`, and what to \
             read about a deprecation.",
        ),
        (
            "Location",
            "Where to find what was created, or what becomes of what was accepted.",
        ),
        (
            "Sunset",
            "When the operation stops answering, as an HTTP date.",
        ),
        ("WWWAuthenticate", "How to say who calls."),
        ("XRequestId", "What the server's log calls the request."),
    ];
    let header = |(name, description)| {
        let header = Json::object([
            ("description", Json::text(description)),
            ("schema", typed("string")),
        ]);
        (name, header)
    };
    rows.into_iter().map(header).collect()
}
