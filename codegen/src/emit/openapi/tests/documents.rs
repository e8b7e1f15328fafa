//! Whole documents, looked at where something is decided.

use serde_json::{Value, json};

use crate::emit::openapi::emit;
use crate::model::{About, Authentication};
use crate::testing::Files;

/// The documents of a package, by path.
fn documents(source: &str) -> Vec<(String, Value)> {
    let mut front = Files::parse(source).read();
    assert_eq!(front.rendered(), "");
    for action in &mut front.api.actions {
        action.authentication = match action.function.as_str() {
            "create_product" => vec![
                Authentication::Bearer,
                Authentication::ApiKey("x-api-key".to_owned()),
            ],
            "sign_out" => vec![Authentication::Cookie("session".to_owned())],
            _ => Vec::new(),
        };
    }
    let about = About {
        title: "shop".to_owned(),
        version: "1.2.3".to_owned(),
        description: Some("Sells products.".to_owned()),
        license: Some("MIT".to_owned()),
    };
    let files = emit(&front.api, &about).into_iter();
    let parsed = files.map(|file| (file.path, serde_json::from_str(&file.text).unwrap()));
    parsed.collect()
}

fn document(source: &str) -> Value {
    let mut all = documents(source);
    assert_eq!(all.len(), 1);
    all.remove(0).1
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

const SHOP: &str = "//- src/lib.rs
/// Products, and what they cost.
mod products;
//- src/products.rs
//! Prices are in cents.
use tramline::{Created, IfMatch, PageLinks, Reply};
#[derive(Serialize, Deserialize)]
pub struct ProductId(u64);
/// One product.
#[derive(Serialize)]
pub struct Product { id: ProductId, name: String }
#[derive(Deserialize)]
pub struct NewProduct { name: String }
#[derive(ActionError)]
pub enum ProductError {
    /// There is no such product.
    #[error(status = 404)] Missing,
    #[error(status = 409)] NameTaken { by: ProductId },
    #[error(status = 409)] Locked,
    #[error(status = 422)] TooLong(u8),
    #[error(internal)] Db,
}
/// A page of products.
///
/// The newest first.
#[tramline::query(rest = \"GET /v1/products\")]
pub async fn list_products(#[extract] links: PageLinks, after: Option<ProductId>, tag: Vec<String>)
    -> Vec<Product> {}
#[tramline::query(rest = \"GET /v1/products/{id}\")]
pub async fn get_product(id: ProductId) -> Result<Product, ProductError> {}
/// Makes a product.
#[tramline::action(rest = \"POST /v1/products\")]
pub async fn create_product(product: NewProduct) -> Result<Created<Product>, ProductError> {}
#[tramline::action(rest = \"PATCH /v1/products/{product}\")]
pub async fn rename_product(#[extract] condition: IfMatch, product: ProductId, name: String)
    -> Result<(), ProductError> {}
#[tramline::action(rest = \"POST /v1/sign-out\")]
pub async fn sign_out() {}
";

#[test]
fn a_package_says_what_it_is() {
    let document = document(SHOP);
    assert_eq!(
        document["info"],
        json!({
            "title": "shop",
            "version": "1.2.3",
            "description": "Sells products.",
            "license": { "name": "MIT", "identifier": "MIT" },
        })
    );
    assert_eq!(
        document["tags"],
        json!([{
            "name": "products",
            "description": "Products, and what they cost.\n\nPrices are in cents.",
        }])
    );
}

#[test]
fn paths_that_differ_in_names_alone_are_one() {
    let document = document(SHOP);
    let paths = &document["paths"];
    assert_eq!(
        keys(paths),
        ["/v1/products", "/v1/products/{id}", "/v1/sign-out"]
    );
    let item = &paths["/v1/products/{id}"];
    assert_eq!(keys(item), ["get", "patch"]);
    assert_eq!(item["patch"]["parameters"][0]["name"], "id");
}

#[test]
fn an_operation_says_what_its_function_says() {
    let list = &document(SHOP)["paths"]["/v1/products"]["get"];
    assert_eq!(list["operationId"], "listProducts");
    assert_eq!(list["summary"], "A page of products");
    assert_eq!(list["description"], "The newest first.");
    assert_eq!(
        list["parameters"],
        json!([
            {
                "name": "after",
                "in": "query",
                "required": false,
                "schema": { "$ref": "#/components/schemas/ProductId" },
            },
            {
                "name": "tag",
                "in": "query",
                "required": false,
                "schema": { "type": "array", "items": { "type": "string" }, "default": [] },
            },
            { "$ref": "#/components/parameters/IfNoneMatch" },
        ])
    );
    assert!(list["responses"]["200"]["headers"]["Link"].is_object());
}

#[test]
fn every_status_that_a_route_can_answer_with_is_there() {
    let document = document(SHOP);
    let statuses = |path: &str, method: &str| {
        let responses = &document["paths"][path][method]["responses"];
        let responses = keys(responses);
        responses.join(" ")
    };
    let table = [
        ("/v1/products", "get", "200 304 400 406 422 default"),
        (
            "/v1/products/{id}",
            "get",
            "200 304 400 404 406 409 422 default",
        ),
        (
            "/v1/products",
            "post",
            "201 400 404 406 409 413 415 422 default",
        ),
        (
            "/v1/products/{id}",
            "patch",
            "204 400 404 406 409 412 413 415 422 428 default",
        ),
        ("/v1/sign-out", "post", "204 403 406 default"),
    ];
    for (path, method, expect) in table {
        let mut statuses: Vec<_> = statuses(path, method)
            .split(' ')
            .map(str::to_owned)
            .collect();
        // `serde_json` sorts members.
        statuses.sort();
        assert_eq!(statuses.join(" "), expect, "{method} {path}");
    }
}

#[test]
fn codes_with_one_status_are_told_apart_by_code() {
    let document = document(SHOP);
    let responses = &document["paths"]["/v1/products"]["post"]["responses"];
    let schema = |status: &str| &responses[status]["content"]["application/problem+json"]["schema"];
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    assert_eq!(*schema("404"), reference("ProductErrorMissing"));
    assert_eq!(responses["404"]["description"], "There is no such product.");
    assert_eq!(
        *schema("409"),
        json!({
            "oneOf": [reference("ProductErrorNameTaken"), reference("ProductErrorLocked")],
            "discriminator": {
                "propertyName": "code",
                "mapping": {
                    "name_taken": "#/components/schemas/ProductErrorNameTaken",
                    "locked": "#/components/schemas/ProductErrorLocked",
                },
            },
        })
    );
    assert_eq!(
        *schema("422"),
        json!({ "anyOf": [reference("ProductErrorTooLong"), reference("InvalidInput")] })
    );
    let taken = &document["components"]["schemas"]["ProductErrorNameTaken"];
    assert_eq!(taken["properties"]["code"]["const"], "name_taken");
    assert_eq!(taken["properties"]["status"]["const"], 409);
    assert_eq!(
        taken["properties"]["data"],
        json!({
            "type": "object",
            "properties": { "by": reference("ProductId") },
            "required": ["by"],
        })
    );
}

#[test]
fn what_was_created_leads_to_what_takes_it() {
    let document = document(SHOP);
    let created = &document["paths"]["/v1/products"]["post"]["responses"]["201"];
    let link = |operation: &str| json!({ "operationId": operation, "parameters": { "id": "$response.body#/id" } });
    assert_eq!(
        created["links"],
        json!({
            "getProduct": link("getProduct"),
            "renameProduct": link("renameProduct"),
        })
    );
    assert!(created["headers"]["Location"].is_object());
}

#[test]
fn callers_say_who_they_are_in_one_of_the_ways_that_are_named() {
    let document = document(SHOP);
    let operation = |path: &str, method: &str| &document["paths"][path][method]["security"];
    assert_eq!(
        *operation("/v1/products", "post"),
        json!([{ "bearer": [] }, { "x-api-key-header": [] }])
    );
    assert_eq!(*operation("/v1/products", "get"), json!([]));
    assert_eq!(
        document["components"]["securitySchemes"],
        json!({
            "bearer": { "type": "http", "scheme": "bearer" },
            "x-api-key-header": { "type": "apiKey", "in": "header", "name": "x-api-key" },
            "session-cookie": { "type": "apiKey", "in": "cookie", "name": "session" },
        })
    );
}

#[test]
fn nothing_is_described_that_nothing_refers_to() {
    let document = document(SHOP);
    let text = document.to_string();
    for (kind, parts) in document["components"].as_object().unwrap() {
        for name in keys(parts) {
            let is_used = match kind.as_str() {
                "securitySchemes" => text.contains(&format!("{{\"{name}\":[]}}")),
                kind => text.contains(&format!("\"#/components/{kind}/{name}\"")),
            };
            assert!(is_used, "{kind}/{name}");
        }
    }
}

#[test]
fn a_version_has_a_document_of_its_own() {
    let all = documents(
        "#[tramline::query(rest(\"GET /v1/count\"), rest(\"GET /v2/count\"), rpc = false)]
         async fn count() -> u8 {}
         /// Counts as it always did.
         #[tramline::query(rest = \"GET /v1/items/{id}\", deprecated(
             since = \"2026-06-01\", sunset = \"2027-06-01\", link = \"https://example.com/new\"))]
         async fn get_item_v1(id: u8) -> u8 {}
         #[tramline::query(rest = \"GET /v2/items/{id}\")]
         async fn get_item(id: u8) -> u8 {}",
    );
    let paths: Vec<&str> = all.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["openapi.v1.json", "openapi.v2.json"]);
    let old = &all[0].1["paths"]["/v1/items/{id}"]["get"];
    assert_eq!(old["operationId"], "getItem");
    assert_eq!(old["deprecated"], true);
    assert_eq!(
        old["description"],
        "Deprecated since 2026-06-01. Stops answering on 2027-06-01. What to use instead: \
         <https://example.com/new>."
    );
    let headers = &old["responses"]["200"]["headers"];
    for name in ["Deprecation", "Sunset", "Link"] {
        assert!(headers[name].is_object(), "{name}");
    }
    let new = &all[1].1["paths"]["/v2/items/{id}"]["get"];
    assert_eq!(new["operationId"], "getItem");
    assert_eq!(new.get("deprecated"), None);
}

#[test]
fn operations_of_one_name_are_told_apart() {
    let document = document(
        "//- src/lib.rs
         mod orders; mod products;
         //- src/orders.rs
         #[tramline::query(rest = \"GET /v1/orders\")] async fn list() -> u8 {}
         //- src/products.rs
         #[tramline::query(rest(\"GET /v1/products\"), rest(\"GET /v1/goods\"))]
         async fn list() -> u8 {}
         #[tramline::query(rest = \"GET /v1/all\")] async fn all_v1() -> u8 {}
         #[tramline::query(rest = \"GET /v1/everything\")] async fn all() -> u8 {}",
    );
    let paths = document["paths"].as_object().unwrap().iter();
    let ids = paths.map(|(path, item)| format!("{path} {}", item["get"]["operationId"]));
    assert_eq!(
        ids.collect::<Vec<_>>(),
        [
            "/v1/all \"allV1\"",
            "/v1/everything \"all\"",
            "/v1/goods \"list\"",
            "/v1/orders \"ordersList\"",
            "/v1/products \"list2\"",
        ]
    );
}

#[test]
fn events_are_webhooks() {
    let document = document(
        "/// A product has changed.
         ///
         /// Its price, or how many there are.
         #[derive(Serialize, WebhookEvent)]
         #[webhook_event(\"product.updated\", version = \"v2\")]
         struct ProductUpdated { price: u8 }",
    );
    let webhook = &document["webhooks"]["product.updated"]["post"];
    assert_eq!(webhook["summary"], "A product has changed");
    assert_eq!(webhook["description"], "Its price, or how many there are.");
    let schema = &webhook["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(schema["properties"]["type"]["const"], "product.updated");
    assert_eq!(
        schema["properties"]["data"],
        json!({ "$ref": "#/components/schemas/ProductUpdated" })
    );
    assert_eq!(schema["required"], json!(["type", "timestamp", "data"]));
}

#[test]
fn what_is_accepted_may_say_where_it_goes_on() {
    let document = document(
        "#[tramline::action(rest = \"POST /v1/jobs\")]
         async fn start() -> tramline::Accepted<u8> {}",
    );
    let responses = &document["paths"]["/v1/jobs"]["post"]["responses"];
    assert!(responses["202"]["headers"]["Location"].is_object());
}
