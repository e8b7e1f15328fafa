use super::Group;
use crate::row;

pub(super) const GROUP: Group = (
    "Pages",
    "A list says where it goes on (RFC 8288), with all else that was asked for.",
    &[
        row(
            "there is more",
            "GET /v2/products?limit=1&tag=s&tag=s",
            200,
            &["link: </v2/products?limit=1&tag=s&tag=s&after=7>; rel=\"next\""],
        ),
        row(
            "from there",
            "GET /v2/products?limit=1&after=7",
            200,
            &[
                "~Emma",
                "link: </v2/products?limit=1&after=8>; rel=\"next\"",
            ],
        ),
        row(
            "there is no more",
            "GET /v2/products?limit=5&after=7",
            200,
            &["!link"],
        ),
        row(
            "nothing has changed, and the link stays",
            "GET /v2/products?limit=1\nif-none-match: *",
            304,
            &["link: </v2/products?limit=1&after=7>; rel=\"next\""],
        ),
    ],
);
