//! What a value has to meet beyond its type.

use crate::json::Json;
use crate::model::Constraints;

/// The schema with these bounds, which take the place of those of the type.
pub(in crate::emit::openapi) fn constrained(schema: Json, constraints: &Constraints) -> Json {
    let count = |count: Option<u64>| count.map(Json::number);
    let number = |number: &Option<String>| number.clone().map(Json::Raw);
    schema
        .with_some("format", constraints.format.map(Json::text))
        .with_some("minLength", count(constraints.min_length))
        .with_some("maxLength", count(constraints.max_length))
        .with_some("pattern", constraints.pattern.as_ref().map(Json::text))
        .with_some("minimum", number(&constraints.minimum))
        .with_some("maximum", number(&constraints.maximum))
        .with_some("minItems", count(constraints.min_items))
        .with_some("maxItems", count(constraints.max_items))
}
