//! The descriptions of the routes, for the service to answer with.

use crate::emit::openapi;
use crate::model::Api;

/// What follows the table in `actions(state)`. The texts are included from the files beside it.
pub(super) fn call(api: &Api) -> String {
    let documents = openapi::versions(api).into_iter().map(|version| {
        let file = format!("/tramline/{}", openapi::file(version));
        format!(
            "::tramline::codegen::Document {{ version: {version:?}, json: \
             ::core::include_str!(::core::concat!(::core::env!(\"OUT_DIR\"), {file:?})) }},"
        )
    });
    let documents: String = documents.collect();
    match documents.is_empty() {
        true => documents,
        false => format!(".with_documents(const {{ &[{documents}] }})"),
    }
}
