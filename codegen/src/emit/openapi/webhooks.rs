//! What the server sends to consumers, as a consumer receives it.

use super::schemas::{Object, Property, Schemas, constant, typed};
use super::texts;
use crate::emit::typescript::{camel_case, pascal_case};
use crate::json::Json;
use crate::model::Event;

/// The events of a version by name; nothing without any.
pub(super) fn webhooks<'a>(
    schemas: &Schemas<'_>,
    events: impl Iterator<Item = &'a Event>,
) -> Option<Json> {
    let mut events: Vec<&Event> = events.collect();
    events.sort_by(|left, right| left.name.cmp(&right.name));
    let webhooks = events.into_iter().map(|event| {
        let item = Json::object([("post", operation(schemas, event))]);
        (event.name.clone(), item)
    });
    let webhooks: Vec<(String, Json)> = webhooks.collect();
    (!webhooks.is_empty()).then_some(Json::Object(webhooks))
}

fn operation(schemas: &Schemas<'_>, event: &Event) -> Json {
    let name = pascal_case(&event.name.replace(['.', '-'], "_"));
    let summary = texts::summary(&event.docs).unwrap_or_else(|| event.name.clone());
    let details = texts::details(&event.docs).map(Json::Text);
    let media_type = Json::object([("schema", payload(schemas, event))]);
    let body = Json::object([
        ("required", Json::Bool(true)),
        ("content", Json::object([("application/json", media_type)])),
    ]);
    Json::object([
        ("operationId", Json::Text(camel_case(&format!("on_{name}")))),
        ("summary", Json::Text(summary)),
    ])
    .with_some("description", details)
    .with("security", Json::List(Vec::new()))
    .with("parameters", Json::List(headers()))
    .with("requestBody", body)
    .with("responses", responses())
}

/// What Standard Webhooks lays around what happened.
fn payload(schemas: &Schemas<'_>, event: &Event) -> Json {
    let object = Object {
        properties: vec![
            Property::required("type", constant(&event.name)),
            Property::required(
                "timestamp",
                texts::described(
                    typed("string").with("format", Json::text("date-time")),
                    "When it happened.",
                ),
            ),
            Property::required("data", schemas.ty(&event.ty)),
        ],
        ..Object::default()
    };
    object.schema()
}

fn headers() -> Vec<Json> {
    let rows = [
        (
            "webhook-id",
            "The same for every attempt to deliver this event: what was seen before can be left \
             aside.",
        ),
        (
            "webhook-timestamp",
            "When the attempt was made, in seconds since 1970.",
        ),
        (
            "webhook-signature",
            "Signatures by Standard Webhooks, separated by spaces; one of them has to match.",
        ),
    ];
    let header = |(name, description)| {
        Json::object([
            ("name", Json::text(name)),
            ("in", Json::text("header")),
            ("description", Json::text(description)),
            ("required", Json::Bool(true)),
            ("schema", typed("string")),
        ])
    };
    rows.into_iter().map(header).collect()
}

fn responses() -> Json {
    let response = |text| Json::object([("description", Json::text(text))]);
    Json::object([
        (
            "2XX",
            response("The event has arrived, and is not sent again."),
        ),
        ("410", response("Nothing more is sent to this address.")),
        ("default", response("The event is sent again later.")),
    ])
}
