//! Parameters: of the path, of the query, and the conditions in headers.

use super::operations::Operation;
use super::schemas::{Schemas, constrained, typed};
use super::texts;
use crate::json::Json;
use crate::model::{Method, ParameterPlace, RouteParameter, Type};

/// The parameters of an operation, those of the path first.
pub(super) fn parameters(schemas: &Schemas<'_>, operation: &Operation<'_>) -> Vec<Json> {
    let of = |place| {
        let all = operation.route.parameters.iter();
        all.filter(move |parameter| parameter.place == place)
    };
    let path = of(ParameterPlace::Path).zip(operation.path_names());
    let path = path.map(|(one, name)| parameter(schemas, one, name));
    let query = of(ParameterPlace::Query).map(|one| parameter(schemas, one, &one.name));
    let headers = headers(operation).map(reference);
    path.chain(query).chain(headers).collect()
}

fn parameter(schemas: &Schemas<'_>, parameter: &RouteParameter, name: &str) -> Json {
    let place = match parameter.place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
    };
    // What may be left out of a query is never `null` in it.
    let ty = match &parameter.ty {
        Type::Option(some) => some,
        ty => ty,
    };
    let schema = constrained(schemas.ty(ty), &parameter.constraints);
    let default = parameter.default.clone().map(Json::Raw);
    let example = parameter.example.clone().map(Json::Raw);
    let deprecated = texts::is_deprecated(&parameter.docs).then_some(Json::Bool(true));
    Json::object([("name", Json::text(name)), ("in", Json::text(place))])
        .with_some("description", texts::prose(&parameter.docs).map(Json::Text))
        .with("required", Json::Bool(parameter.required))
        .with_some("deprecated", deprecated)
        .with("schema", schema.with_some("default", default))
        .with_some("example", example)
}

/// Headers that mean something to this operation.
fn headers(operation: &Operation<'_>) -> impl Iterator<Item = &'static str> {
    let conditional = match operation.route.method {
        Method::Get => Some("IfNoneMatch"),
        _ => operation.takes("IfMatch").then_some("IfMatch"),
    };
    conditional.into_iter()
}

fn reference(name: &str) -> Json {
    let pointer = format!("#/components/parameters/{name}");
    Json::object([("$ref", Json::Text(pointer))])
}

/// Every header that operations may refer to.
pub(super) fn components() -> Vec<(&'static str, Json)> {
    vec![
        (
            "IfMatch",
            header(
                "If-Match",
                "The `ETag` of what is to be changed, as it was read: with another one by now, \
                 nothing is changed.",
            ),
        ),
        (
            "IfNoneMatch",
            header(
                "If-None-Match",
                "The `ETag` of an earlier answer: while it still holds, the answer is 304, without a \
                 body.",
            ),
        ),
    ]
}

fn header(name: &str, description: &str) -> Json {
    Json::object([
        ("name", Json::text(name)),
        ("in", Json::text("header")),
        ("description", Json::text(description)),
        ("required", Json::Bool(false)),
        ("schema", typed("string")),
    ])
}
