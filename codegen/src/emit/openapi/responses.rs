//! The answers of an operation, by status.

use std::collections::BTreeMap;

use super::document::Document;
use super::operations::Operation;
use super::problems::{self, Declared};
use super::refusals::{self, Refusal, answer};
use super::schemas::{Schemas, pointer};
use super::{headers, links, texts};
use crate::json::Json;
use crate::model::{Authentication, Direction, Method, Success, Type};

/// The answers, that of success first.
pub(super) fn responses(
    document: &Document<'_>,
    schemas: &Schemas<'_>,
    operation: &Operation<'_>,
) -> Json {
    let mut responses = vec![success(document, schemas, operation)];
    if operation.route.method == Method::Get {
        responses.push(("304".to_owned(), not_modified()));
    }
    let mut by_status: BTreeMap<u16, (Vec<Declared<'_>>, Option<Refusal>)> = BTreeMap::new();
    for declared in problems::codes(document.api, &operation.action.output.errors) {
        by_status
            .entry(declared.status)
            .or_default()
            .0
            .push(declared);
    }
    let mut otherwise = None;
    for refusal in refusals::of(operation) {
        match refusal.status {
            Some(status) => by_status.entry(status).or_default().1 = Some(refusal),
            None => otherwise = Some(refusal.reference()),
        }
    }
    for (status, (declared, refusal)) in by_status {
        let response = failure(schemas, operation, &declared, refusal);
        responses.push((status.to_string(), response));
    }
    responses.extend(otherwise.map(|response| ("default".to_owned(), response)));
    Json::Object(responses)
}

fn success(
    document: &Document<'_>,
    schemas: &Schemas<'_>,
    operation: &Operation<'_>,
) -> (String, Json) {
    let action = operation.action;
    let is_empty = action.output.ok == Type::Unit;
    let (status, phrase) = match action.success {
        Success::Ok if is_empty => ("204", "Done; there is nothing to say."),
        Success::Ok => ("200", "The result."),
        Success::Created => ("201", "It was created."),
        Success::Accepted => ("202", "It was accepted, and happens later."),
    };
    let description = described(schemas, &action.output.ok).unwrap_or_else(|| phrase.to_owned());
    let headers = headers::of_success(operation);
    let headers = (!headers.is_empty()).then(|| headers::of(&headers));
    let content = (!is_empty).then(|| {
        let media_type = Json::object([("schema", schemas.ty(&action.output.ok))]);
        Json::object([("application/json", media_type)])
    });
    let links = links::links(document, operation);
    let response = Json::object([("description", Json::Text(description))])
        .with_some("headers", headers)
        .with_some("content", content)
        .with_some("links", links);
    (status.to_owned(), response)
}

/// What the type of a result says of itself.
fn described(schemas: &Schemas<'_>, ty: &Type) -> Option<String> {
    let Type::Named(id, _) = ty else {
        return None;
    };
    let summary = texts::summary(&schemas.api.definition(*id).docs)?;
    Some(summary + ".")
}

fn not_modified() -> Json {
    Json::object([
        (
            "description",
            Json::text("What `If-None-Match` names still holds."),
        ),
        ("headers", headers::of(&["ETag", "Cache-Control"])),
    ])
}

/// All that one status can mean.
fn failure(
    schemas: &Schemas<'_>,
    operation: &Operation<'_>,
    declared: &[Declared<'_>],
    refusal: Option<Refusal>,
) -> Json {
    if let ([], Some(refusal)) = (declared, refusal) {
        return refusal.reference();
    }
    let mut choices: Vec<_> = declared.iter().map(Declared::component).collect();
    choices.extend(refusal.map(Refusal::component));
    let mut references: Vec<Json> = choices.iter().map(|one| schemas.reference(one)).collect();
    let schema = match (references.len(), refusal) {
        (1, _) => references.remove(0),
        (_, None) => {
            let named = declared.iter().zip(&choices).map(|(one, component)| {
                let name = (schemas.refer)(component, Direction::Output);
                (one.code, Json::Text(pointer(&name)))
            });
            let discriminator = Json::object([
                ("propertyName", Json::text("code")),
                ("mapping", Json::object(named)),
            ]);
            Json::object([
                ("oneOf", Json::List(references)),
                ("discriminator", discriminator),
            ])
        }
        // What the server says by itself has codes of its own.
        (_, Some(_)) => Json::object([("anyOf", Json::List(references))]),
    };
    let described = declared.iter().map(|one| {
        let text = texts::summary(one.docs);
        let text = text.unwrap_or_else(|| texts::words(one.code));
        format!("{}.", text.trim_end_matches('.'))
    });
    let refused = refusal.map(|one| one.description.to_owned());
    let lines: Vec<String> = described.chain(refused).collect();
    let description = match &lines[..] {
        [line] => line.clone(),
        lines => lines
            .iter()
            .map(|line| format!("- {line}"))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    let response = answer(&description, schema);
    match declared.first() {
        Some(one) if one.status == 401 && takes_bearer(operation) => response.with(
            "headers",
            headers::of(&["WWW-Authenticate", "X-Request-Id"]),
        ),
        _ => response,
    }
}

fn takes_bearer(operation: &Operation<'_>) -> bool {
    operation
        .action
        .authentication
        .contains(&Authentication::Bearer)
}
