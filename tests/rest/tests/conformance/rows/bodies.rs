use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Bodies",
    "A body is JSON (RFC 8259), whole, within its limits, and each member is given once.",
    &[
        row(
            "the whole body is one parameter",
            "POST /v2/shelves/3/messages?urgent=true\ncontent-type: application/json\n\n{\"text\":\"hi\",\"reply_to\":18446744073709551615}",
            200,
            &[r#"="hi on 3, urgent: true, reply to: Some(18446744073709551615)""#],
        ),
        row(
            "what is unknown is ignored",
            "POST /v2/shelves/3/messages?urgent=true\ncontent-type: application/json\n\n{\"text\":\"hi\",\"shelf\":9,\"more\":[{}]}",
            200,
            &["~hi on 3"],
        ),
        row(
            "unless the type says otherwise",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":5,\"kind\":\"game\",\"cost\":1}",
            422,
            &[r#"~{"pointer":"/cost","detail":"is not known"}"#],
        ),
        row(
            "a member is missing",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":\"Go\",\"kind\":\"game\"}",
            422,
            &[r#"~{"pointer":"/price","detail":"is missing"}"#],
        ),
        row(
            "a member of another type",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":\"secret\",\"kind\":\"game\"}",
            422,
            &[
                r#"~{"pointer":"/price","detail":"expected an integer between 0 and 4294967295"}"#,
                "!~secret",
            ],
        ),
        row(
            "a number out of range",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":-1,\"kind\":\"game\"}",
            422,
            &[r#"~"pointer":"/price""#, "!~-1"],
        ),
        row(
            "an element of a list",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":1,\"kind\":\"game\",\"sizes\":[1,2,300]}",
            422,
            &[r#"~{"pointer":"/sizes/2","detail":"expected an integer between 0 and 255"}"#],
        ),
        row(
            "none of its values",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":\"Go\",\"price\":1,\"kind\":\"secret\"}",
            422,
            &[
                r#"~{"pointer":"/kind","detail":"expected one of `book`, `game`"}"#,
                "!~secret",
            ],
        ),
        row(
            "no object",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n[\"Go\",5,\"game\"]",
            422,
            &[r#"~{"pointer":"","detail":"expected an object"}"#],
        ),
        row(
            "no body",
            "POST /v2/products\nx-api-key: key",
            422,
            &[r#"~"pointer":"/name""#],
        ),
        row(
            "no JSON",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":secret}",
            400,
            &["~malformed", "!~secret"],
        ),
        row(
            "JSON, and more",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{} {}",
            400,
            &["~malformed"],
        ),
        row(
            "a name twice",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\n\n{\"name\":\"Go\",\"name\":\"No\",\"price\":5,\"kind\":\"game\"}",
            400,
            &["~malformed"],
        ),
        row("nested too deeply", DEEP, 400, &["~too_deep"]),
        row(
            "wrong as deeply as may be",
            DEEPLY_WRONG,
            422,
            &["~/children/0/children\",\"detail\":\"expected a list\""],
        ),
        row("nested as deeply as may be", NOT_TOO_DEEP, 200, &["=64"]),
        row(
            "another type",
            "POST /v2/products\nx-api-key: key\ncontent-type: text/plain\n\n{}",
            415,
            &["accept-post: application/json", "~unsupported_media_type"],
        ),
        row(
            "a form",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/x-www-form-urlencoded\n\nname=Go",
            415,
            &["~unsupported_media_type"],
        ),
        row(
            "no type",
            "POST /v2/products\nx-api-key: key\n\n{}",
            415,
            &["~unsupported_media_type"],
        ),
        row(
            "a merge patch is for PATCH",
            "PUT /v2/products/7\nx-api-key: key\nif-match: *\ncontent-type: application/merge-patch+json\n\n{}",
            415,
            &["accept: application/json"],
        ),
        row(
            "another type for PATCH",
            "PATCH /v2/products/7\nx-api-key: key\ncontent-type: application/json-patch+json\n\n[]",
            415,
            &["accept-patch: application/merge-patch+json, application/json"],
        ),
        row(
            "two types",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\ncontent-type: text/plain\n\n{}",
            400,
            &["~duplicate_header"],
        ),
        row(
            "a coding",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\ncontent-encoding: gzip\n\n{}",
            415,
            &["~unsupported_media_type"],
        ),
        row(
            "too long, as declared",
            "POST /v2/products\nx-api-key: key\ncontent-type: application/json\ncontent-length: 2001\n\n{}",
            413,
            &["~body_too_large"],
        ),
        row(
            "in chunks",
            "POST /v2/trees\ncontent-type: application/json\ntransfer-encoding: chunked\n\n2\r\n{}\r\n0\r\n\r\n",
            200,
            &["=1"],
        ),
        row(
            "a body that nobody asks for",
            "POST /v2/exports\nx-api-key: key\ncontent-type: application/json\n\n{\"any\":1}",
            202,
            &[],
        ),
        row(
            "one that is no object",
            "POST /v2/exports\nx-api-key: key\ncontent-type: application/json\n\n[1]",
            422,
            &[r#"~"pointer":"""#],
        ),
        row(
            "several inputs are an object",
            "PUT /v2/basket\ncookie: session=1\nsec-fetch-site: same-origin\ncontent-type: application/json\n\n{\"items\":[7,8]}",
            200,
            &["=2"],
        ),
        row(
            "one of several inputs is wrong",
            "PUT /v2/basket\ncookie: session=1\nsec-fetch-site: same-origin\ncontent-type: application/json\n\n{\"items\":[7,\"secret\"],\"note\":null}",
            422,
            &[r#"~"pointer":"/items/1""#, "!~secret"],
        ),
    ],
);

const DEEP: &str = concat!(
    "POST /v2/trees\ncontent-type: application/json\n\n",
    r#"{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}"#,
);

const NOT_TOO_DEEP: &str = concat!(
    "POST /v2/trees\ncontent-type: application/json\n\n",
    r#"{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}"#,
);

const DEEPLY_WRONG: &str = concat!(
    "POST /v2/trees\ncontent-type: application/json\n\n",
    r#"{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":[{"children":3}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}"#,
);
