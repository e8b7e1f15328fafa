use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "CORS",
    "Pages of listed origins are let in where no cookie counts (here `https://partner.example`), never with credentials.",
    &[
        row(
            "a page that is listed reads",
            "GET /v2/products/7\norigin: https://partner.example\nsec-fetch-site: cross-site",
            200,
            &[
                "access-control-allow-origin: https://partner.example",
                "access-control-expose-headers: etag, link, location, retry-after, deprecation, sunset, x-request-id",
                "vary: origin",
            ],
        ),
        row(
            "a page that is not",
            "GET /v2/products/7\norigin: https://evil.example\nsec-fetch-site: cross-site",
            200,
            &["!access-control-allow-origin", "vary: origin"],
        ),
        row(
            "no page",
            "GET /v2/products/7",
            200,
            &["!access-control-allow-origin", "vary: origin"],
        ),
        row(
            "a page that is listed writes",
            "POST /v2/trees\norigin: https://partner.example\nsec-fetch-site: cross-site\ncontent-type: application/json\n\n{}",
            200,
            &["access-control-allow-origin: https://partner.example"],
        ),
        row(
            "errors can be read as well",
            "POST /v2/products\norigin: https://partner.example\nsec-fetch-site: cross-site\ncontent-type: application/json\n\n{}",
            401,
            &["access-control-allow-origin: https://partner.example"],
        ),
        row(
            "a token",
            "GET /v2/account\norigin: https://partner.example\nauthorization: Bearer partner",
            200,
            &[
                "access-control-allow-origin: https://partner.example",
                "vary: authorization, x-api-key, cookie",
                "vary: origin",
            ],
        ),
        row(
            "a cookie opens nothing to it",
            "GET /v2/account\norigin: https://partner.example\nsec-fetch-site: cross-site\ncookie: session=1",
            403,
            &["!access-control-allow-origin", "~cross_origin_read"],
        ),
        row(
            "nor where only cookies count",
            "GET /v2/basket\norigin: https://partner.example\nsec-fetch-site: cross-site\ncookie: session=1",
            403,
            &["!access-control-allow-origin"],
        ),
        row(
            "a browser asks beforehand",
            "OPTIONS /v2/products/7\norigin: https://partner.example\naccess-control-request-method: PUT\naccess-control-request-headers: authorization,if-match\nsec-fetch-site: cross-site",
            204,
            &[
                "access-control-allow-origin: https://partner.example",
                "access-control-allow-methods: DELETE, GET, HEAD, PATCH, PUT",
                "access-control-allow-headers: content-type, if-match, if-none-match, authorization, x-api-key",
                "access-control-max-age: 600",
                "vary: origin",
                "allow: DELETE, GET, HEAD, PATCH, PUT, OPTIONS",
            ],
        ),
        row(
            "for another page",
            "OPTIONS /v2/products/7\norigin: https://evil.example\naccess-control-request-method: PUT",
            204,
            &[
                "!access-control-allow-origin",
                "!access-control-allow-methods",
                "vary: origin",
            ],
        ),
        row(
            "for a method that is not there",
            "OPTIONS /v2/products/7\norigin: https://partner.example\naccess-control-request-method: POST",
            204,
            &["!access-control-allow-origin"],
        ),
        row(
            "where only cookies count",
            "OPTIONS /v2/basket\norigin: https://partner.example\naccess-control-request-method: PUT",
            204,
            &[
                "!access-control-allow-origin",
                "!access-control-allow-methods",
            ],
        ),
    ],
);
