//! Routes, and where the inputs of their functions stand in them.

use super::{sound, sound_with};
use crate::resolve::idle_defaults;
use crate::testing::Files;
use crate::{Builder, show};

const TYPES: &str = "
    use serde::{Deserialize, Serialize};
    /// A product's number.
    #[derive(Deserialize)] pub struct Id(u64);
    #[derive(Deserialize)] pub enum Kind { New, Used }
    #[derive(Deserialize)] pub struct Page { #[serde(default)] limit: u32, after: Option<String> }
    #[derive(Deserialize)] #[serde(rename_all = \"camelCase\")] pub struct Filter {
        kind: Vec<Kind>,
        #[serde(default)] in_stock: bool,
        #[serde(default = \"ten\")] max_price: f64,
        #[serde(flatten)] page: Page,
    }
    #[derive(Deserialize)] pub struct New { name: String, id: Id }
";

/// The lines that show the routes of a function, joined with `; `.
#[track_caller]
fn check(function: &str, expect: &[&str]) {
    let api = sound(&format!("{TYPES}{function}"));
    let shown = show::routes_of(&api, &api.actions[0]);
    let shown: Vec<&str> = shown.lines().map(str::trim).collect();
    assert_eq!(shown, expect, "{function}");
}

#[test]
fn what_the_path_names_stands_there() {
    check(
        "#[tramline::query(rest = \"GET /v1/a/{id}/b/{kind}\")] async fn f(kind: Kind, id: Id) {}",
        &[
            "GET /v1/a/{id}/b/{kind}",
            "path id: app::Id (integer)",
            "path kind: app::Kind (text)",
        ],
    );
    check(
        "#[tramline::action(rest = \"PUT /v1/a/{id}\")] async fn f(new: New) {}",
        &[
            "PUT /v1/a/{id}",
            "path id: app::Id (integer)",
            "body is app::New",
        ],
    );
    check(
        "#[tramline::action(rest = \"PUT /v1/a/{id}/{name}\")] async fn f(new: New) {}",
        &[
            "PUT /v1/a/{id}/{name}",
            "path id: app::Id (integer)",
            "path name: string (text)",
        ],
    );
}

#[test]
fn what_remains_of_a_get_or_delete_stands_in_the_query() {
    check(
        "#[tramline::query(rest = \"GET /v2/a\")] async fn f(filter: Filter) {}",
        &[
            "GET /v2/a",
            "query kind?: list<app::Kind> (text, repeated) = []",
            "query inStock?: bool (boolean) = false",
            "query maxPrice?: f64 (number)",
            "query limit?: u32 (integer) = 0",
            "query after?: option<string> (text)",
        ],
    );
    check(
        "#[tramline::action(rest = \"DELETE /v2/a/{id}\")]
         async fn f(id: Id, page: Page, #[wire(default = true)] dry: bool, why: &str) {}",
        &[
            "DELETE /v2/a/{id}",
            "path id: app::Id (integer)",
            "query dry?: bool (boolean) = true",
            "query why: string (text)",
            "query limit?: u32 (integer) = 0",
            "query after?: option<string> (text)",
            "query is page from 3",
        ],
    );
}

#[test]
fn what_remains_otherwise_is_the_body() {
    check(
        "#[tramline::action(rest = \"PATCH /v2/a/{id}?dry&tag\")]
         async fn f(tag: Vec<char>, id: Id, new: New, #[wire(default = 1 + 1)] dry: u8) {}",
        &[
            "PATCH /v2/a/{id}",
            "path id: app::Id (integer)",
            "query dry?: u8 (integer)",
            "query tag?: list<char> (text, repeated) = []",
            "body is new: app::New",
        ],
    );
    check(
        "#[tramline::action(rest = \"POST /v2/a\")] async fn f(a: Option<u8>, new: New) {}",
        &[
            "POST /v2/a",
            "body has a?: option<u8>",
            "body has new: app::New",
        ],
    );
    check(
        "#[tramline::action(rest = \"POST /v2/a\")] async fn f(names: Vec<String>) {}",
        &["POST /v2/a", "body has names: list<string>"],
    );
    check(
        "#[tramline::action(rest = \"POST /v2/a?why\")] async fn f(why: String) {}",
        &["POST /v2/a", "query why: string (text)"],
    );
    check(
        "#[tramline::action(rest = \"POST /v2/a\")] async fn f() {}",
        &["POST /v2/a"],
    );
}

#[test]
fn a_route_says_when_it_ends_before_its_function_does() {
    check(
        "#[tramline::query(
            rest = \"GET /v2/a\",
            rest(\"GET /v1/a\", deprecated(since = \"2026-06-01\", link = \"https://a.b/c\")),
            rpc = false,
            cache = \"max-age=1\",
            deprecated(since = \"2026-07-01\", sunset = \"2026-08-01\"),
        )] async fn f() {}",
        &[
            "REST alone",
            "GET /v2/a",
            "deprecated since 2026-07-01 until 2026-08-01",
            "GET /v1/a",
            "deprecated since 2026-06-01, see https://a.b/c",
            "cache max-age=1",
        ],
    );
}

#[test]
fn a_build_script_gives_routes_to_a_module() {
    let text = "
        #[tramline::query] async fn root() {}
        pub mod shop {
            pub mod old_orders {
                #[tramline::query] async fn find_by_name(name: String) {}
                #[tramline::action] async fn create(name: String) {}
                #[tramline::query(rest = \"GET /v2/all\")] async fn own() {}
                pub mod lines { #[tramline::query] async fn below() {} }
            }
        }
    ";
    let settings = Builder::new()
        .rest_defaults("crate::shop::old_orders", "/v1/shop/")
        .rest_defaults("crate", "/v3");
    let api = sound_with(&settings.choices, text);
    let mut defaults = settings.choices.rest_defaults.clone();
    assert!(idle_defaults(&api, &defaults).is_empty());
    defaults[0].module.pop();
    let [idle] = &idle_defaults(&api, &defaults)[..] else {
        panic!("one module has no function");
    };
    assert!(idle.contains("`crate::shop`"), "{idle}");
    let shown = api
        .actions
        .iter()
        .map(|action| show::routes_of(&api, action));
    let shown: Vec<String> = shown.map(|text| text.lines().take(1).collect()).collect();
    let expect = [
        "GET /v3/root",
        "POST /v1/shop/old-orders/create",
        "GET /v1/shop/old-orders/find-by-name",
        "",
        "GET /v2/all",
    ];
    assert_eq!(shown, expect);
}

#[test]
fn a_prefix_has_a_version_and_no_inputs() {
    for (prefix, why) in [
        ("/api", "its path has no version"),
        ("/v1/{name}", "it has parameters"),
    ] {
        let settings = Builder::new().rest_defaults("", prefix);
        let text = "#[tramline::query] async fn f(name: String) {}";
        let rendered = Files::parse(text).read_with(&settings.choices).rendered();
        assert!(rendered.contains(why), "{rendered}");
    }
}
