use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Doors",
    "Cookies count only where a route takes them and nothing else is shown; there, other sites are refused.",
    &[
        row(
            "a token",
            "GET /v2/account\nauthorization: Bearer partner",
            200,
            &[
                "~\"known_by\":\"token\"",
                "vary: authorization, x-api-key, cookie",
                "cache-control: private, no-cache",
            ],
        ),
        row(
            "the scheme is written as one likes",
            "GET /v2/account\nauthorization: bearer  partner",
            200,
            &["~\"known_by\":\"token\""],
        ),
        row(
            "a key",
            "GET /v2/account\nx-api-key: key",
            200,
            &["~\"known_by\":\"key\""],
        ),
        row(
            "a cookie",
            "GET /v2/account\ncookie: session=1",
            200,
            &["~\"known_by\":\"cookie\""],
        ),
        row(
            "a cookie beside a token is not seen",
            "GET /v2/account\ncookie: session=1\nauthorization: Bearer partner",
            200,
            &["~\"known_by\":\"token\""],
        ),
        row(
            "nor beside a key",
            "GET /v2/account\ncookie: session=1\nx-api-key: key",
            200,
            &["~\"known_by\":\"key\""],
        ),
        row(
            "nothing",
            "GET /v2/account",
            401,
            &["www-authenticate: Bearer", "~signed_out"],
        ),
        row(
            "another scheme",
            "GET /v2/account\nauthorization: Basic cGFydG5lcg==",
            401,
            &["www-authenticate: Bearer"],
        ),
        row(
            "two tokens",
            "GET /v2/account\nauthorization: Bearer a\nauthorization: Bearer b",
            401,
            &[],
        ),
        row(
            "a cookie where none counts",
            "POST /v2/products\ncookie: session=1\ncontent-type: application/json\n\n{}",
            401,
            &["www-authenticate: Bearer"],
        ),
        row(
            "no cookie where one counts",
            "GET /v2/basket",
            401,
            &["!www-authenticate", "~signed_out"],
        ),
        row(
            "a page of this origin",
            "PUT /v2/basket\ncookie: session=1\norigin: http://localhost\ncontent-type: application/json\n\n{\"items\":[]}",
            200,
            &["=0"],
        ),
        row(
            "a page of another origin",
            "PUT /v2/basket\ncookie: session=1\norigin: https://evil.example\ncontent-type: application/json\n\n{\"items\":[]}",
            403,
            &["~csrf_origin_mismatch"],
        ),
        row(
            "a page of another site",
            "PUT /v2/basket\ncookie: session=1\nsec-fetch-site: cross-site\ncontent-type: application/json\n\n{\"items\":[]}",
            403,
            &["~csrf_cross_origin"],
        ),
        row(
            "a page of no origin",
            "PUT /v2/basket\ncookie: session=1\norigin: null\ncontent-type: application/json\n\n{\"items\":[]}",
            403,
            &["~csrf_null_origin"],
        ),
        row(
            "a cookie that comes from nowhere",
            "PUT /v2/basket\ncookie: session=1\ncontent-type: application/json\n\n{\"items\":[]}",
            403,
            &["~csrf_missing_metadata"],
        ),
        row(
            "another site reads what a cookie opens",
            "GET /v2/basket\ncookie: session=1\nsec-fetch-site: cross-site",
            403,
            &["~cross_origin_read"],
        ),
        row(
            "another site reads what is public",
            "GET /v2/products/7\nsec-fetch-site: cross-site",
            200,
            &["!access-control-allow-origin"],
        ),
        row(
            "another site writes what is public",
            "POST /v2/trees\norigin: https://evil.example\ncontent-type: application/json\n\n{}",
            403,
            &["~csrf_origin_mismatch"],
        ),
        row(
            "a program with a cookie writes what is public",
            "POST /v2/trees\ncookie: session=1\ncontent-type: application/json\n\n{}",
            200,
            &["=1"],
        ),
        row(
            "a page with a token, that came by CORS or not at all",
            "GET /v2/account\nauthorization: Bearer partner\norigin: https://evil.example\nsec-fetch-site: cross-site",
            200,
            &["!access-control-allow-origin"],
        ),
        row(
            "two origins",
            "GET /v2/products/7\norigin: http://localhost\norigin: http://localhost",
            400,
            &["~duplicate_header"],
        ),
    ],
);
