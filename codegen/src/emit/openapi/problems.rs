//! Answers without success: problem documents of RFC 9457, with a `code` for programs.

use std::collections::BTreeSet;

use super::component::Component;
use super::schemas::{Object, Property, Schemas, constant, typed};
use super::texts;
use crate::json::Json;
use crate::model::{Api, Direction, ErrorId, ErrorVariant, Fields, Type};

/// The media type of a problem.
pub(super) const MEDIA_TYPE: &str = "application/problem+json";

/// A variant of an error type that callers can see.
#[derive(Clone, Copy, Debug)]
pub(super) struct Declared<'a> {
    pub(super) error: ErrorId,
    /// Among the variants of that type.
    pub(super) index: usize,
    pub(super) code: &'a str,
    pub(super) status: u16,
    pub(super) docs: &'a str,
}

impl Declared<'_> {
    pub(super) fn component(&self) -> Component {
        Component::Error(self.error, self.index)
    }
}

/// Every code of these errors once, flattened ones included.
pub(super) fn codes<'a>(api: &'a Api, errors: &[ErrorId]) -> Vec<Declared<'a>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for error in errors {
        gather(api, *error, &mut seen, &mut found);
    }
    found
}

fn gather<'a>(
    api: &'a Api,
    error: ErrorId,
    seen: &mut BTreeSet<ErrorId>,
    found: &mut Vec<Declared<'a>>,
) {
    if !seen.insert(error) {
        return;
    }
    for (index, variant) in api.errors[error.0].variants.iter().enumerate() {
        match variant {
            ErrorVariant::Declared {
                code, status, docs, ..
            } => {
                let known = |one: &Declared<'_>| (one.code, one.status) == (code, *status);
                if !found.iter().any(known) {
                    found.push(Declared {
                        error,
                        index,
                        code,
                        status: *status,
                        docs,
                    });
                }
            }
            ErrorVariant::Flatten { error, .. } => gather(api, *error, seen, found),
            ErrorVariant::Internal { .. } => {}
        }
    }
}

/// The problem that a variant becomes.
pub(super) fn declared(schemas: &Schemas<'_>, error: ErrorId, index: usize) -> Json {
    let ErrorVariant::Declared {
        code,
        status,
        docs,
        fields,
        ..
    } = &schemas.api.errors[error.0].variants[index]
    else {
        return problem();
    };
    let status = typed("integer").with("const", Json::number(i128::from(*status)));
    let mut object = members(status, constant(code));
    if let Some(data) = data(schemas, fields) {
        object.properties.push(Property::required("data", data));
    }
    texts::described(object.schema(), docs)
}

/// What a variant carries.
fn data(schemas: &Schemas<'_>, fields: &Fields) -> Option<Json> {
    match fields {
        Fields::Unit => None,
        Fields::Named(_) => Some(schemas.members(fields, &[]).schema()),
        fields if fields.is_newtype() => {
            let field = fields.travelling(Direction::Output).next()?;
            Some(schemas.written(&field.ty, Some(&field.rust)))
        }
        fields => Some(schemas.unnamed(fields, &[] as &[Type])),
    }
}

/// Any problem.
pub(super) fn problem() -> Json {
    const DOCS: &[(&str, &str)] = &[
        ("title", "The kind of the problem in words."),
        ("status", "The status of the answer."),
        ("detail", "What happened, for people."),
        ("code", "What happened, for programs."),
        ("request_id", "What the server's log calls the request."),
    ];
    let status = typed("integer")
        .with("minimum", Json::number(400))
        .with("maximum", Json::number(599));
    let mut object = members(status, typed("string"));
    for property in &mut object.properties {
        let docs = DOCS.iter().find(|(name, _)| *name == property.name);
        let docs = docs.map_or("", |(_, docs)| docs);
        property.schema = texts::described(property.schema.clone(), docs);
    }
    texts::described(
        object.schema(),
        "Why there is no result, as RFC 9457 has it.",
    )
}

/// What is wrong with an input, part by part.
pub(super) fn invalid_input() -> Json {
    let status = typed("integer").with("const", Json::number(422));
    let mut object = members(status, constant("invalid_input"));
    let text = |docs: &str| texts::described(typed("string"), docs);
    let optional = |name: &str, schema| Property {
        name: name.to_owned(),
        schema,
        required: false,
    };
    let part = Object {
        properties: vec![
            optional(
                "pointer",
                text("Where in the body, as a JSON Pointer of RFC 6901: `/price`."),
            ),
            optional("parameter", text("The name of the parameter.")),
            optional(
                "in",
                text("Where the parameter is: `path`, `query` or `header`."),
            ),
            Property::required("detail", text("What is wrong with it.")),
        ],
        ..Object::default()
    };
    let parts = typed("array").with("items", part.schema());
    let parts = texts::described(parts, "What is at fault, part by part.");
    object.properties.push(optional("errors", parts));
    let docs = "Which parts of the input are of the wrong type, missing or out of range.";
    texts::described(object.schema(), docs)
}

/// The members that every problem has. The schema of any problem says what they are.
fn members(status: Json, code: Json) -> Object {
    let properties = [
        ("title", typed("string")),
        ("status", status),
        ("detail", typed("string")),
        ("code", code),
        ("request_id", typed("string")),
    ];
    let properties = properties.into_iter();
    Object {
        properties: properties
            .map(|(name, schema)| Property::required(name, schema))
            .collect(),
        ..Object::default()
    }
}
