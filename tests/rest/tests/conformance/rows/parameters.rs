use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Parameters",
    "Path and query hold texts, which stand for what the function takes. What was sent is never repeated.",
    &[
        row(
            "a query",
            "GET /v2/products?kind=book&limit=5&in_stock=true",
            200,
            &["~Emma", "!~Chess"],
        ),
        row("no query", "GET /v2/products", 200, &["~Emma", "~Chess"]),
        row("a query of nothing", "GET /v2/products?", 200, &["~Emma"]),
        row(
            "a list repeats its name",
            "GET /v2/products?tag=C&tag=h",
            200,
            &["~Chess", "!~Emma"],
        ),
        row(
            "a plus in a query is a space",
            "GET /v2/products?tag=a+b",
            200,
            &["=[]"],
        ),
        row(
            "names are decoded, too",
            "GET /v2/products?%6bind=book",
            200,
            &["~Emma", "!~Chess"],
        ),
        row(
            "what is not known is ignored",
            "GET /v2/products?utm_source=x&&=",
            200,
            &["~Emma"],
        ),
        row(
            "a number below zero",
            "GET /v2/search/x?page=-3",
            200,
            &["~page Some(-3)"],
        ),
        row(
            "a path that is no number",
            "GET /v2/products/seven",
            422,
            &[
                r#"~"errors":[{"parameter":"id","in":"path","detail":"expected an integer"}]"#,
                "!~seven",
            ],
        ),
        row(
            "a path out of range",
            "GET /v2/products/4294967296",
            422,
            &[
                r#"~{"parameter":"id","in":"path","detail":"expected an integer between 0 and 4294967295"}"#,
                "!~967296\"",
            ],
        ),
        row(
            "a query that is no number",
            "GET /v2/products?limit=secret",
            422,
            &[
                r#"~{"parameter":"limit","in":"query","detail":"expected an integer"}"#,
                "!~secret",
            ],
        ),
        row(
            "all that is wrong at once",
            "GET /v2/products?limit=secret&after=x&in_stock=yes",
            422,
            &[
                r#"~"parameter":"after""#,
                r#"~"parameter":"limit""#,
                r#"~{"parameter":"in_stock","in":"query","detail":"expected true or false"}"#,
                "!~secret",
                "!~yes",
            ],
        ),
        row(
            "a query out of range",
            "GET /v2/products?limit=256",
            422,
            &[
                r#"~{"parameter":"limit","in":"query","detail":"expected an integer between 0 and 255"}"#,
                "!~256",
            ],
        ),
        row(
            "a query that is none of its values",
            "GET /v2/products?kind=secret",
            422,
            &[
                r#"~{"parameter":"kind","in":"query","detail":"expected one of `book`, `game`"}"#,
                "!~secret",
            ],
        ),
        row(
            "a query twice",
            "GET /v2/products?kind=book&kind=game",
            422,
            &[r#"~{"parameter":"kind","in":"query","detail":"is given more than once"}"#],
        ),
        row(
            "an empty number",
            "GET /v2/products?limit=",
            422,
            &[r#"~"parameter":"limit""#],
        ),
        row(
            "a query that is missing",
            "POST /v2/shelves/3/messages\ncontent-type: application/json\n\n{\"text\":\"hi\"}",
            422,
            &[r#"~{"parameter":"urgent","in":"query","detail":"is missing"}"#],
        ),
        row(
            "a query that is not UTF-8",
            "GET /v2/products?tag=%ff",
            400,
            &["~malformed"],
        ),
        row(
            "a percent alone in a query",
            "GET /v2/products?tag=%",
            400,
            &["~malformed"],
        ),
    ],
);
