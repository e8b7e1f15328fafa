//! What attributes say of REST, and what they answer to the rest.

use proc_macro2::TokenStream;
use quote::quote;
use tramline_syntax::action::{self, ActionOptions};
use tramline_syntax::date::Date;
use tramline_syntax::route::{Method, Pattern};

fn read(arguments: TokenStream) -> ActionOptions {
    action::parse(arguments).expect("valid")
}

/// Each expectation is a part of one message.
fn refused(arguments: TokenStream, expect: &[&str]) {
    let problems = action::parse(arguments).expect_err("accepted");
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), expect.len(), "{messages:#?}");
    for (message, part) in messages.iter().zip(expect) {
        assert!(message.contains(part), "{part:?} not in {message:?}");
    }
}

fn why(text: &str) -> String {
    Pattern::parse(text).expect_err("accepted").why
}

#[test]
fn routes_of_a_function() {
    let options = read(quote!(
        rest = "GET /v2/products/{id}",
        rest(
            "GET /v1/products/{id}",
            deprecated(
                sunset = "2027-06-01",
                since = "2026-06-01",
                link = "https://example.com/v2?a=b#c"
            )
        ),
        rest("DELETE /v2/shops/{shop-id}/products/{id}?dry_run&tag",),
        rpc = false,
        cache = "Private,max-age=30",
        deprecated(since = "2026-01-01")
    ));
    let paths: Vec<String> = options
        .routes
        .iter()
        .map(|route| format!("{} {}", route.pattern.method, route.pattern.path()))
        .collect();
    assert_eq!(
        paths,
        [
            "GET /v2/products/{id}",
            "GET /v1/products/{id}",
            "DELETE /v2/shops/{shop-id}/products/{id}"
        ]
    );
    assert_eq!(options.routes[2].pattern.query, ["dry_run", "tag"]);
    assert_eq!(options.routes[0].deprecation, None);
    let deprecation = options.routes[1].deprecation.as_ref().expect("given");
    assert_eq!(deprecation.since.to_string(), "2026-06-01");
    assert_eq!(deprecation.sunset, Date::parse("2027-06-01"));
    assert_eq!(options.deprecation.expect("given").link, None);
    let cache = options.cache.expect("given");
    assert_eq!(cache.header, "private, max-age=30");
    assert!(options.rest_only.is_some());
}

#[test]
fn what_is_no_route_is_refused() {
    for text in ["", "/v1/a", "get /v1/a", "HEAD /v1/a", "GET", "GET/v1/a"] {
        assert_eq!(why(text), "it has no method", "{text}");
    }
    for path in [
        "/a",
        "/v1",
        "/v0/a",
        "/v01/a",
        "/version/a",
        "/{v}/a",
        "/V1/a",
    ] {
        assert_eq!(why(&format!("GET {path}")), "its path has no version");
    }
    assert_eq!(why("GET v1/a"), "its path does not begin with `/`");
    assert_eq!(why("GET  /v1/a"), "its path does not begin with `/`");
    for path in ["/v1/", "/v1//a", "/v1/a/", "/"] {
        assert_eq!(
            why(&format!("GET {path}")),
            "a segment of its path is empty"
        );
    }
    for segment in ["{}", "{a", "a{b}", "{a}.json", "{*rest}", "{a}{b}"] {
        let why = why(&format!("GET /v1/{segment}"));
        assert!(why.contains("neither text nor an input"), "{why}");
    }
    for segment in ["a b", "a%20", "ä", "a:b", "a#b"] {
        let why = why(&format!("GET /v1/{segment}"));
        assert!(why.starts_with("its path contains `"), "{why}");
    }
    assert!(why("GET /v1/../a").contains("out of a path"));
    assert_eq!(why("GET /v1/{a}/{a}"), "`a` stands in it twice");
    assert_eq!(why("GET /v1/{a}?a"), "`a` stands in it twice");
    assert_eq!(why("GET /v1/a?"), "`` cannot be the name of an input");
    assert_eq!(why("GET /v1/a?b=c"), "`b=c` cannot be the name of an input");
}

#[test]
fn methods_are_read_as_they_are_sent() {
    let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    let expect = [
        Method::Get,
        Method::Post,
        Method::Put,
        Method::Patch,
        Method::Delete,
    ];
    for (name, method) in methods.into_iter().zip(expect) {
        let pattern = Pattern::parse(&format!("{name} /v12/a")).expect("valid");
        assert_eq!((pattern.method, pattern.method.name()), (method, name));
        assert_eq!(pattern.version, "v12");
    }
}

#[test]
fn every_mistake_in_a_route_is_reported() {
    refused(
        quote!(rest, rest = 1, rest(1), rest("GET /v1/a" deprecated())),
        &["takes a method and a path"; 4],
    );
    refused(
        quote!(rest("GET /a", depricated(since = "x"))),
        &["did you mean `deprecated`?", "its path has no version"],
    );
    refused(
        quote!(rpc = true, cache = 1),
        &["takes `false`", "takes a string"],
    );
    refused(quote!(rpc), &["takes `false`"]);
}

#[test]
fn a_deprecation_has_dates_in_order() {
    refused(quote!(deprecated), &["takes a date in parentheses"]);
    refused(
        quote!(deprecated = "2026-01-01"),
        &["takes a date in parentheses"],
    );
    refused(quote!(deprecated()), &["does not say since when"]);
    refused(
        quote!(deprecated(sunset = "2026-01-01")),
        &["does not say since when"],
    );
    refused(
        quote!(deprecated(sunset = "2026-01-01", since = "2026-01-02")),
        &["it ends on 2026-01-01, before it is deprecated on 2026-01-02"],
    );
    read(quote!(deprecated(
        since = "2026-01-02",
        sunset = "2026-01-02"
    )));
    for date in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
        "26-01-01",
        "2026/01/01",
        "1969-12-31",
        "2026-1-01",
        "+026-01-01",
    ] {
        refused(quote!(deprecated(since = #date)), &["is not a date"]);
    }
    for link in [
        "",
        "/upgrade",
        "https://",
        "https:///a",
        "ftp://a",
        "https://a b",
        "https://a>",
        "https://ä",
    ] {
        refused(
            quote!(deprecated(since = "2026-01-02", link = #link)),
            &["is not a link"],
        );
    }
}

#[test]
fn days_are_counted_as_clocks_do() {
    let days = [
        ("1970-01-01", 0),
        ("1972-03-01", 790),
        ("2000-03-01", 11_017),
        ("2100-03-01", 47_541),
    ];
    for (text, day) in days {
        let date = Date::parse(text).expect("valid");
        assert_eq!(
            (date.unix(), date.to_string().as_str()),
            (day * 86_400, text)
        );
    }
}

#[test]
fn a_cache_is_told_what_it_knows() {
    let headers = [
        ("no-store", "no-store"),
        (
            "public, MAX-AGE=60 ,stale-while-revalidate=5",
            "public, max-age=60, stale-while-revalidate=5",
        ),
        (
            "private, no-cache, max-age=0",
            "private, no-cache, max-age=0",
        ),
    ];
    for (text, header) in headers {
        assert_eq!(
            read(quote!(cache = #text)).cache.expect("given").header,
            header
        );
    }
    let wrong = [
        ("", "`` is not a directive"),
        ("maxage=3", "`maxage=3` is not a directive"),
        ("max-age", "`max-age` takes a number of seconds"),
        ("max-age=1h", "`max-age` takes a number of seconds"),
        ("max-age=9999999999", "`max-age` takes a number of seconds"),
        ("public=1", "`public` takes no value"),
        ("no-store, no-store", "`no-store` is given twice"),
        ("public, private", "`public` and `private` contradict"),
        ("max-age=1, no-store", "`no-store` and `max-age` contradict"),
    ];
    for (text, message) in wrong {
        refused(quote!(cache = #text), &[message]);
    }
}
