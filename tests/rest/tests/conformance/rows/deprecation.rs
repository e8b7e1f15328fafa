use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Deprecation",
    "A route that is on its way out says so in every answer (RFC 9745, RFC 8594).",
    &[
        row(
            "an answer",
            "GET /v1/products/7",
            200,
            &[
                "deprecation: @1780272000",
                "sunset: Tue, 01 Jun 2027 00:00:00 GMT",
                "link: <https://example.com/upgrade>; rel=\"deprecation\"",
                "link: <https://example.com/upgrade>; rel=\"sunset\"",
                "=\"Chess\"",
            ],
        ),
        row(
            "an error",
            "GET /v1/products/1",
            404,
            &[
                "deprecation: @1780272000",
                "sunset: Tue, 01 Jun 2027 00:00:00 GMT",
            ],
        ),
        row(
            "no news",
            "GET /v1/products/7\nif-none-match: *",
            304,
            &["deprecation: @1780272000"],
        ),
        row(
            "a refusal",
            "GET /v1/products/x",
            422,
            &["deprecation: @1780272000"],
        ),
        row(
            "its successor",
            "GET /v2/products/7",
            200,
            &["!deprecation", "!sunset", "!link"],
        ),
    ],
);
