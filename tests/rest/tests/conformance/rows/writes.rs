use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Conditional writes",
    "A change is made to what the caller has read, or not at all. What a function does not look at is refused.",
    &[
        row(
            "the state that was read",
            "PUT /v2/products/7\nx-api-key: key\nif-match: \"3\"\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            200,
            &["etag: \"4\""],
        ),
        row(
            "one of several",
            "PUT /v2/products/7\nx-api-key: key\nif-match: \"2\", \"3\"\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            200,
            &[],
        ),
        row(
            "any state",
            "PUT /v2/products/7\nx-api-key: key\nif-match: *\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            200,
            &[],
        ),
        row(
            "a state that is gone",
            "PUT /v2/products/7\nx-api-key: key\nif-match: \"2\"\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            412,
            &["~precondition_failed"],
        ),
        row(
            "a weak tag",
            "PUT /v2/products/7\nx-api-key: key\nif-match: W/\"3\"\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            412,
            &[],
        ),
        row(
            "nothing, where it is required",
            "PUT /v2/products/7\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            428,
            &["~precondition_required"],
        ),
        row(
            "nothing, where it is not",
            "PATCH /v2/products/7\nx-api-key: key\ncontent-type: application/json\n\n{\"price\":5}",
            200,
            &["etag: \"4\""],
        ),
        row(
            "a state that is gone, where it is not required",
            "PATCH /v2/products/7\nx-api-key: key\nif-match: \"2\"\ncontent-type: application/json\n\n{\"price\":5}",
            412,
            &[],
        ),
        row(
            "only what is not there",
            "PATCH /v2/products/7\nx-api-key: key\nif-none-match: *\ncontent-type: application/json\n\n{\"price\":5}",
            412,
            &[],
        ),
        row(
            "a function that looks at no condition",
            "DELETE /v2/products/7\nx-api-key: key\nif-match: \"3\"",
            412,
            &["~precondition_failed"],
        ),
        row(
            "nor at that one",
            "POST /v2/products\nx-api-key: key\nif-none-match: *\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            412,
            &[],
        ),
        row(
            "but who may not write learns nothing else",
            "DELETE /v2/products/7\nif-match: \"3\"",
            401,
            &["~signed_out"],
        ),
    ],
);
