//! What the server refuses by itself, before or after a function runs, as answers that operations
//! share.

use std::collections::BTreeSet;

use super::component::Component;
use super::headers;
use super::operations::Operation;
use super::problems::MEDIA_TYPE;
use super::schemas::Schemas;
use crate::json::Json;
use crate::model::{Authentication, Method, RouteBody};

/// An answer of the server itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refusal {
    /// `None` for every status that is not listed.
    pub(super) status: Option<u16>,
    /// Its name among the answers that operations share.
    pub(super) name: &'static str,
    pub(super) description: &'static str,
}

const fn row(status: u16, name: &'static str, description: &'static str) -> Refusal {
    Refusal {
        status: Some(status),
        name,
        description,
    }
}

const MALFORMED: Refusal = row(400, "Malformed", "The request cannot be read.");
const FORBIDDEN: Refusal = row(
    403,
    "CrossOrigin",
    "The request comes from another website.",
);
const NOT_ACCEPTABLE: Refusal = row(
    406,
    "NotAcceptable",
    "`Accept` does not allow `application/json`.",
);
const PRECONDITION_FAILED: Refusal = row(
    412,
    "PreconditionFailed",
    "What is to be changed is no longer what `If-Match` says.",
);
const TOO_LARGE: Refusal = row(413, "TooLarge", "The body is larger than the server takes.");
const UNSUPPORTED: Refusal = row(
    415,
    "UnsupportedMediaType",
    "The body is of a kind that the operation does not take.",
);
const INVALID: Refusal = row(
    422,
    "InvalidInput",
    "Parts of the input are of the wrong type, missing or out of range.",
);
const PRECONDITION_REQUIRED: Refusal = row(
    428,
    "PreconditionRequired",
    "The operation needs `If-Match`, and the request has none.",
);
const ANY: Refusal = Refusal {
    status: None,
    name: "Problem",
    description: "Whatever else keeps the server from a result.",
};

const ALL: &[Refusal] = &[
    MALFORMED,
    FORBIDDEN,
    NOT_ACCEPTABLE,
    PRECONDITION_FAILED,
    TOO_LARGE,
    UNSUPPORTED,
    INVALID,
    PRECONDITION_REQUIRED,
    ANY,
];

/// What can happen to an operation, sorted by status, whatever is not listed last.
pub(super) fn of(operation: &Operation<'_>) -> Vec<Refusal> {
    let has_body = !matches!(operation.route.body, RouteBody::None);
    let has_input = has_body || !operation.route.parameters.is_empty();
    let is_write = operation.route.method != Method::Get;
    let authentication = &operation.action.authentication;
    let mut cookies = authentication.iter();
    let by_cookie = cookies.any(|one| matches!(one, Authentication::Cookie(_)));
    let conditional = operation.takes("IfMatch");
    let rows = [
        (has_input, MALFORMED),
        (by_cookie && is_write, FORBIDDEN),
        (true, NOT_ACCEPTABLE),
        (conditional, PRECONDITION_FAILED),
        (has_body, TOO_LARGE),
        (has_body, UNSUPPORTED),
        (has_input, INVALID),
        (conditional, PRECONDITION_REQUIRED),
        (true, ANY),
    ];
    let rows = rows.into_iter().filter(|(happens, _)| *happens);
    rows.map(|(_, refusal)| refusal).collect()
}

impl Refusal {
    /// The schema of its body.
    pub(super) fn component(self) -> Component {
        match self.name {
            "InvalidInput" => Component::InvalidInput,
            _ => Component::Problem,
        }
    }

    /// Where the answer stands in the document.
    pub(super) fn reference(self) -> Json {
        let pointer = format!("#/components/responses/{}", self.name);
        Json::object([("$ref", Json::Text(pointer))])
    }
}

/// Every answer that these operations may refer to.
pub(super) fn components(
    schemas: &Schemas<'_>,
    operations: &[Operation<'_>],
) -> Vec<(&'static str, Json)> {
    let used = operations.iter().flat_map(of);
    let used: BTreeSet<&str> = used.map(|refusal| refusal.name).collect();
    let used = ALL.iter().filter(|refusal| used.contains(refusal.name));
    let response = |refusal: &Refusal| {
        let schema = schemas.reference(&refusal.component());
        (refusal.name, answer(refusal.description, schema))
    };
    used.map(response).collect()
}

/// An answer that is a problem.
pub(super) fn answer(description: &str, schema: Json) -> Json {
    let media_type = Json::object([("schema", schema)]);
    Json::object([
        ("description", Json::text(description)),
        ("headers", headers::of(&["X-Request-Id"])),
        ("content", Json::object([(MEDIA_TYPE, media_type)])),
    ])
}
