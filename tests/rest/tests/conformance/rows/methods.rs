use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Methods",
    "A path answers its methods, HEAD where it answers GET, and OPTIONS (RFC 9110, section 9).",
    &[
        row(
            "GET",
            "GET /v2/products/7",
            200,
            &[
                "content-type: application/json",
                "cache-control: public, max-age=30",
                "accept-ranges: none",
                r#"={"id":7,"name":"Chess","price":1900,"kind":"game"}"#,
            ],
        ),
        row(
            "HEAD says what GET says, but for the body",
            "HEAD /v2/products/7",
            200,
            &[
                "content-type: application/json",
                "content-length: 50",
                "cache-control: public, max-age=30",
                "=",
            ],
        ),
        row(
            "HEAD of what is not there",
            "HEAD /v2/products/1",
            404,
            &["="],
        ),
        row(
            "Range is not claimed, and ignored",
            "GET /v2/products/7\nrange: bytes=0-3",
            200,
            &[
                "accept-ranges: none",
                "!content-range",
                r#"={"id":7,"name":"Chess","price":1900,"kind":"game"}"#,
            ],
        ),
        row(
            "POST",
            "POST /v2/products\nauthorization: Bearer partner\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            201,
            &[
                "location: /v2/products/9",
                "cache-control: no-store",
                r#"={"id":9,"name":"Go","price":5,"kind":"game"}"#,
            ],
        ),
        row(
            "POST of what is only begun",
            "POST /v2/exports\nauthorization: Bearer partner",
            202,
            &["location: /v2/exports/1", "=1"],
        ),
        row(
            "PUT",
            "PUT /v2/products/7\nx-api-key: key\nif-match: \"3\"\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\"}",
            200,
            &["etag: \"4\"", "cache-control: no-store", "!accept-ranges"],
        ),
        row(
            "PATCH",
            "PATCH /v2/products/7\nx-api-key: key\ncontent-type: application/merge-patch+json\n\n{\"price\":5}",
            200,
            &["etag: \"4\"", "~\"price\":5"],
        ),
        row(
            "DELETE without a result",
            "DELETE /v2/products/7\nx-api-key: key",
            204,
            &[
                "!content-type",
                "!content-length",
                "cache-control: no-store",
                "=",
            ],
        ),
        row(
            "OPTIONS",
            "OPTIONS /v2/products/7",
            204,
            &["allow: DELETE, GET, HEAD, PATCH, PUT, OPTIONS", "="],
        ),
        row(
            "OPTIONS of a document",
            "OPTIONS /openapi.v2.json",
            204,
            &["allow: GET, HEAD, OPTIONS"],
        ),
        row(
            "a method that the path has not",
            "POST /v2/products/7\ncontent-type: application/json\n\n{}",
            405,
            &[
                "allow: DELETE, GET, HEAD, PATCH, PUT, OPTIONS",
                "~method_not_allowed",
            ],
        ),
        row(
            "a method that the path has only for others",
            "HEAD /v2/exports",
            405,
            &["allow: POST, OPTIONS", "="],
        ),
        row(
            "a method that nobody knows",
            "BREW /v2/products/7",
            405,
            &["allow: DELETE, GET, HEAD, PATCH, PUT, OPTIONS"],
        ),
        row(
            "methods are written in capitals",
            "get /v2/products/7",
            405,
            &["~method_not_allowed"],
        ),
        row(
            "a document takes no POST",
            "POST /openapi.v2.json",
            405,
            &["allow: GET, HEAD, OPTIONS"],
        ),
    ],
);
