#[tramline::query(rest = "GET /v1/shops/{shop}")]
async fn by_name(shop: String) -> String {
    shop
}

#[tramline::query(rest = "GET /v1/shops/all", rest = "GET /v2/shops/{shop}")]
async fn fine(#[wire(default = String::new())] shop: String) -> String {
    shop
}
