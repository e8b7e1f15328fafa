//! Routes as text, there and back.

use super::{parse, print};

const ALL: &str = "\
PATCH /v1/shops/{shop}/products/{id}
  path shop: text
  path id: integer
  query dry run: or not: boolean, optional
  query limit: number
  query tag: text, repeated, optional
  body name: required
  body tags: optional
  success 200
  error name_taken: 409
  error signed_out: 401
  caller cookie session
  caller bearer
  caller header x-api-key
  sunset 2027-06-01
POST /v1/ping
  body
  success 204
GET /v2/ping
  success 200";

#[test]
fn what_is_printed_is_read() {
    let routes = parse(ALL).unwrap();
    assert_eq!(routes.len(), 3);
    assert_eq!(print(&routes), ALL);
    assert_eq!(parse(&print(&routes)), Ok(routes));
    assert_eq!(parse(""), Ok(Vec::new()));
}

#[test]
fn what_would_not_be_printed_is_refused() {
    let table = [
        ("FETCH /v1/a\n  success 200", 1),
        ("GET v1/a\n  success 200", 1),
        ("  success 200", 1),
        ("GET /v1/a", 2),
        ("GET /v1/a\n  success 99", 2),
        ("GET /v1/a\n  success 0200", 2),
        ("GET /v1/a\n  success 200\n  success 200", 3),
        ("GET /v1/a\n  path id integer\n  success 200", 2),
        (
            "GET /v1/a\n  query b: integer\n  query a: integer\n  success 200",
            2,
        ),
        ("GET /v1/a\n  query a: integer, sometimes\n  success 200", 2),
        (
            "GET /v1/a\n  query a: integer, optional, repeated\n  success 200",
            2,
        ),
        ("POST /v1/a\n  body\n  body a: required\n  success 200", 2),
        ("POST /v1/a\n  body a\n  success 200", 2),
        ("GET /v1/a\n  success 200\n  caller nobody", 3),
        ("GET /v1/a\n  success 200\n  sunset 2027-02-29", 3),
        ("GET /v1/a\n  success 200\n  secret", 3),
        ("GET /v1/a\n\n  success 200", 2),
    ];
    for (text, line) in table {
        let found = parse(text).map_err(|error| error.line);
        assert_eq!(found.err(), Some(line), "{text}");
    }
}

#[test]
fn what_a_parameter_is_called_is_no_part_of_the_address() {
    let address = |text: &str| {
        let routes = parse(&format!("{text}\n  success 200")).unwrap();
        let (method, segments) = routes[0].address();
        let segments: Vec<_> = segments
            .into_iter()
            .map(|segment| segment.map(str::to_owned))
            .collect();
        (method, segments)
    };
    let one = address("GET /v1/posts/{id}");
    assert_eq!(one, address("GET /v1/posts/{post}"));
    for other in [
        "PUT /v1/posts/{id}",
        "GET /v1/posts/id",
        "GET /v2/posts/{id}",
        "GET /v1/posts",
    ] {
        assert_ne!(one, address(other), "{other}");
    }
}
