//! Functions with routes: every place that an input can have, and every option of a route.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tramline::{Created, Reply};

tramline::include_actions!();

#[cfg(test)]
mod calls;
mod stock;

/// A product's number.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct ProductId(u64);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    New,
    SecondHand,
}

/// One product.
#[derive(Serialize)]
pub struct Product {
    id: ProductId,
    name: String,
    kind: Kind,
}

#[derive(Deserialize)]
pub struct NewProduct {
    name: String,
    kind: Kind,
}

#[derive(Deserialize)]
pub struct Page {
    #[serde(default)]
    limit: u32,
    after: Option<ProductId>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Filter {
    kinds: BTreeSet<Kind>,
    max_price: Option<f64>,
    #[serde(default)]
    in_stock: bool,
    #[serde(flatten)]
    page: Page,
}

/// One product, by its number.
#[tramline::query(rest = "GET /v2/products/{id}", cache = "private, max-age=30")]
async fn get_product(id: ProductId) -> Product {
    product(id)
}

/// The first version of `get_product`, which generated clients have never called.
#[tramline::query(
    rest("GET /v1/products/{id}"),
    rpc = false,
    deprecated(
        since = "2026-06-01",
        sunset = "2027-06-01",
        link = "https://example.com/upgrade"
    )
)]
async fn get_product_v1(id: ProductId) -> String {
    product(id).name
}

/// A struct is the whole input, and its fields stand in the query.
#[tramline::query(
    rest = "GET /v2/products",
    rest("GET /v1/products", deprecated(since = "2026-06-01"))
)]
async fn list_products(filter: Filter) -> Reply<String> {
    let Filter {
        kinds,
        max_price,
        in_stock,
        page: Page { limit, after },
    } = filter;
    let after = after.map(|ProductId(id)| id);
    let kinds = kinds.len();
    Reply::new(format!(
        "{kinds} {max_price:?} {in_stock} {limit} {after:?}"
    ))
}

/// A struct beside other inputs does so, too.
#[tramline::query(rest = "GET /v2/shops/{shop}/products")]
async fn list_in_shop(
    shop: &str,
    page: Page,
    #[wire(default = "name")] order: &str,
    tags: Vec<String>,
) -> String {
    let Page { limit, after } = page;
    let after = after.map(|ProductId(id)| id);
    format!("{shop} {limit} {after:?} {order} {tags:?}")
}

/// A struct is the whole body.
#[tramline::action(rest = "POST /v2/products")]
async fn create_product(product: NewProduct) -> Created<Product> {
    let NewProduct { name, kind } = product;
    let id = ProductId(1);
    Created::at("/v2/products/1", Product { id, name, kind })
}

/// A struct beside inputs in the path is the whole body.
#[tramline::action(
    rest = "PUT /v2/products/{id}?dry_run",
    rest = "PATCH /v2/products/{id}"
)]
async fn replace_product(
    id: ProductId,
    product: NewProduct,
    #[wire(default = false)] dry_run: bool,
) -> Product {
    let NewProduct { name, kind } = product;
    let kind = if dry_run { Kind::New } else { kind };
    Product { id, name, kind }
}

/// The body is an object of what remains.
#[tramline::action(rest = "POST /v2/products/{id}/prices")]
async fn set_price(id: ProductId, cents: u32, #[wire(example = "eur")] currency: &str) -> String {
    format!("{} {cents} {currency}", id.0)
}

#[tramline::action(rest = "DELETE /v2/products/{id}")]
async fn delete_product(id: ProductId, #[wire(default = 0)] if_fewer_than: u32) {
    let _ = (id, if_fewer_than);
}

/// Nothing is asked of the caller.
#[tramline::action(rest = "POST /v2/reindex")]
async fn reindex() {}

#[cfg(feature = "audit")]
#[tramline::query(rest = "GET /v2/audit")]
async fn audit() -> u64 {
    1
}

#[cfg(not(feature = "audit"))]
#[tramline::query(rest = "GET /v2/uptime")]
async fn uptime() -> u64 {
    1
}

#[tramline::query]
async fn without_routes() -> u64 {
    1
}

fn product(id: ProductId) -> Product {
    Product {
        id,
        name: "Lamp".into(),
        kind: Kind::SecondHand,
    }
}
