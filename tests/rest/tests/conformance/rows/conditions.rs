use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Conditional reads",
    "Whoever has read something can ask whether it is still so (RFC 9110, section 13).",
    &[
        row(
            "what is read has a tag",
            "GET /v2/products/7",
            200,
            &["etag: \"57fcc530902e86ef4b11b8b2c4e3009c\""],
        ),
        row(
            "it is still so",
            "GET /v2/products/7\nif-none-match: \"57fcc530902e86ef4b11b8b2c4e3009c\"",
            304,
            &[
                "etag: \"57fcc530902e86ef4b11b8b2c4e3009c\"",
                "cache-control: public, max-age=30",
                "vary: origin",
                "!content-type",
            ],
        ),
        row(
            "as a weak tag",
            "GET /v2/products/7\nif-none-match: W/\"57fcc530902e86ef4b11b8b2c4e3009c\"",
            304,
            &["etag: \"57fcc530902e86ef4b11b8b2c4e3009c\""],
        ),
        row(
            "among others",
            "GET /v2/products/7\nif-none-match: \"a\", \"57fcc530902e86ef4b11b8b2c4e3009c\" , W/\"b\"",
            304,
            &[],
        ),
        row(
            "in several lines",
            "GET /v2/products/7\nif-none-match: \"a\"\nif-none-match: \"57fcc530902e86ef4b11b8b2c4e3009c\"",
            304,
            &[],
        ),
        row(
            "whatever it is",
            "GET /v2/products/7\nif-none-match: *",
            304,
            &[],
        ),
        row(
            "by HEAD",
            "HEAD /v2/products/7\nif-none-match: \"57fcc530902e86ef4b11b8b2c4e3009c\"",
            304,
            &["etag: \"57fcc530902e86ef4b11b8b2c4e3009c\""],
        ),
        row(
            "it is so no longer",
            "GET /v2/products/7\nif-none-match: \"00000000000000000000000000000000\"",
            200,
            &["etag: \"57fcc530902e86ef4b11b8b2c4e3009c\"", "~Chess"],
        ),
        row(
            "what makes no sense is no match",
            "GET /v2/products/7\nif-none-match: 57fcc530902e86ef4b11b8b2c4e3009c",
            200,
            &[],
        ),
        row(
            "a date says nothing here",
            "GET /v2/products/7\nif-modified-since: Sun, 06 Nov 2094 08:49:37 GMT",
            200,
            &[],
        ),
        row(
            "only if it is still so",
            "GET /v2/products/7\nif-match: \"57fcc530902e86ef4b11b8b2c4e3009c\"",
            200,
            &["~Chess"],
        ),
        row(
            "and it is not",
            "GET /v2/products/7\nif-match: \"00000000000000000000000000000000\"",
            412,
            &["~precondition_failed"],
        ),
        row(
            "a weak tag is no ground for that",
            "GET /v2/products/7\nif-match: W/\"57fcc530902e86ef4b11b8b2c4e3009c\"",
            412,
            &[],
        ),
        row(
            "whatever it is, as long as it is",
            "GET /v2/products/7\nif-match: *",
            200,
            &[],
        ),
        row(
            "both, of which the first counts first",
            "GET /v2/products/7\nif-match: \"00000000000000000000000000000000\"\nif-none-match: \"57fcc530902e86ef4b11b8b2c4e3009c\"",
            412,
            &[],
        ),
        row(
            "what is not there has no state",
            "GET /v2/products/1\nif-none-match: *",
            404,
            &["!etag"],
        ),
        row(
            "a tag of the function's own",
            "GET /v2/products/7/revision",
            200,
            &["etag: W/\"3\""],
        ),
        row(
            "which is weak",
            "GET /v2/products/7/revision\nif-none-match: \"3\"",
            304,
            &["etag: W/\"3\""],
        ),
        row(
            "and so no ground",
            "GET /v2/products/7/revision\nif-match: W/\"3\"",
            412,
            &[],
        ),
        row(
            "a list",
            "GET /v2/products?kind=book",
            200,
            &["cache-control: private, no-cache"],
        ),
        row(
            "a document",
            "GET /openapi.v2.json\nif-none-match: *",
            304,
            &["cache-control: no-cache", "!content-type"],
        ),
    ],
);
