use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Paths",
    "A path is matched segment by segment, after percent-decoding (RFC 3986).",
    &[
        row(
            "nothing is there",
            "GET /v2/nothing",
            404,
            &["~unknown_route"],
        ),
        row(
            "nothing is there without its version",
            "GET /products/7",
            404,
            &["~unknown_route"],
        ),
        row(
            "nothing is there in another case",
            "GET /v2/Products/7",
            404,
            &["~unknown_route"],
        ),
        row(
            "a slash at the end is another path",
            "GET /v2/products/7/",
            404,
            &["~unknown_route"],
        ),
        row(
            "a slash at the end of a list",
            "GET /v2/products/",
            404,
            &["~unknown_route"],
        ),
        row(
            "an empty segment is a segment",
            "GET /v2//products/7",
            404,
            &["~unknown_route"],
        ),
        row(
            "dots are segments like others",
            "GET /v2/products/../products/7",
            404,
            &["~unknown_route"],
        ),
        row(
            "what is encoded needlessly is the same path",
            "GET /v2/%70roducts/%37",
            200,
            &["~Chess"],
        ),
        row(
            "a value is decoded",
            "GET /v2/search/a%20b%C3%A9%25",
            200,
            &[r#"="\"a bé%\", page None""#],
        ),
        row(
            "a plus in a path is a plus",
            "GET /v2/search/a+b",
            200,
            &[r#"="\"a+b\", page None""#],
        ),
        row(
            "dots that are encoded are a value",
            "GET /v2/search/%2e%2e",
            200,
            &[r#"="\"..\", page None""#],
        ),
        row(
            "a slash cannot be smuggled in",
            "GET /v2/search/a%2Fb",
            400,
            &["~malformed", "!~a/b"],
        ),
        row(
            "nor can a null",
            "GET /v2/search/a%00b",
            400,
            &["~malformed"],
        ),
        row(
            "nor what is not UTF-8",
            "GET /v2/search/%ff",
            400,
            &["~malformed"],
        ),
        row(
            "a percent alone",
            "GET /v2/search/a%zz",
            400,
            &["~malformed"],
        ),
        row(
            "a literal comes before a value",
            "GET /v2/products/7/revision",
            200,
            &["=3"],
        ),
        row(
            "an action of RPC has no business here",
            "GET /rpc/AAAAAAAA.AAAAAAAA/nothing",
            404,
            &["~unknown_action"],
        ),
        row(
            "nor has one without its mount",
            "GET /AAAAAAAA.AAAAAAAA/nothing",
            404,
            &["~unknown_action"],
        ),
        row(
            "what has routes alone cannot be called by RPC",
            "POST /rpc/AAAAAAAC.AAAAAAAB/products.get_product\ncontent-type: application/json\n\n{\"id\":7}",
            404,
            &["~unknown_action"],
        ),
        row(
            "a description of the interface",
            "GET /openapi.v2.json",
            200,
            &[
                "content-type: application/json",
                "cache-control: no-cache",
                "~3.1.0",
            ],
        ),
        row(
            "a version that there is no description of",
            "GET /openapi.v3.json",
            404,
            &["~unknown_route"],
        ),
        row(
            "a host that is not served",
            "GET /v2/products/7\nhost: example.com",
            403,
            &["~host_not_allowed"],
        ),
    ],
);
