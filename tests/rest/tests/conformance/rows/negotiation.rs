use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Negotiation",
    "There is one representation, and a caller that does not take it is told so before anything runs.",
    &[
        row(
            "whatever there is",
            "GET /v2/products/7\naccept: */*",
            200,
            &[],
        ),
        row(
            "JSON by name",
            "GET /v2/products/7\naccept: text/html, application/json;q=0.5",
            200,
            &[],
        ),
        row(
            "any of its kind",
            "GET /v2/products/7\naccept: application/*",
            200,
            &[],
        ),
        row(
            "what a browser says",
            "GET /v2/products/7\naccept: text/html,application/xhtml+xml,*/*;q=0.8",
            200,
            &[],
        ),
        row(
            "something else",
            "GET /v2/products/7\naccept: application/xml",
            406,
            &["~not_acceptable"],
        ),
        row(
            "anything but JSON",
            "GET /v2/products/7\naccept: */*, application/json;q=0",
            406,
            &["~not_acceptable"],
        ),
        row(
            "before anything runs",
            "POST /v2/products\nx-api-key: wrong\naccept: text/html\ncontent-type: application/json\n\n{",
            406,
            &["~not_acceptable"],
        ),
    ],
);
