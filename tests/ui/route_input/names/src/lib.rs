use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Filter {
    shop: u32,
    max_price: Option<u32>,
}

/// Not an input at all, and one by its name in Rust.
#[tramline::query(rest = "GET /v1/products/{sku}/{max_price}")]
async fn products(filter: Filter) -> String {
    filter.shop.to_string()
}

#[tramline::action(rest = "POST /v1/orders?dryrun")]
async fn order(dry_run: bool, product: u32) {
    let _ = (dry_run, product);
}

#[tramline::query(rest = "GET /v1/now/{zone}")]
async fn now() -> String {
    String::new()
}

/// The shop is in the path, and in the filter.
#[tramline::query(rest = "GET /v1/shops/{shop}")]
async fn shop(shop: u32, filter: Filter) -> String {
    (shop + filter.shop).to_string()
}
