//! One OpenAPI 3.1 document for each version of the REST routes.
//!
//! A document says what travels: plain JSON as serde's attributes have it, every status that a route
//! can answer with, and the codes behind it. It is made for people to review and for programs to
//! generate clients from, so it has names in place of nesting, and nothing that changes without a
//! change of the routes.

mod bodies;
mod component;
mod components;
mod document;
mod headers;
mod info;
mod links;
mod names;
mod operation_ids;
mod operations;
mod parameters;
mod problems;
mod refusals;
mod responses;
mod schemas;
mod security;
#[cfg(test)]
mod tests;
mod texts;
mod webhooks;

use std::collections::BTreeSet;

use self::document::Document;
use super::GeneratedFile;
use crate::model::{About, Api};

/// The documents, `openapi.v1.json` and so on: one for each version that has a route or an event.
pub(crate) fn emit(api: &Api, about: &About) -> Vec<GeneratedFile> {
    let documents = versions(api).into_iter().map(|version| GeneratedFile {
        path: file(version),
        text: Document::new(api, version, about).write().pretty(),
    });
    documents.collect()
}

/// The name of the file of a version.
pub(crate) fn file(version: &str) -> String {
    format!("openapi.{version}.json")
}

/// The versions that have something to describe.
pub(crate) fn versions(api: &Api) -> BTreeSet<&str> {
    let routes = api.actions.iter().flat_map(|action| &action.routes);
    let routes = routes.map(|route| route.version.as_str());
    let events = api.events.iter().map(|event| event.version.as_str());
    routes.chain(events).collect()
}
