#[tramline::action(rest = "GET /v1/products/{id}/hide")]
async fn hide(id: u32) {
    let _ = id;
}

#[tramline::query(rest = "GET /v1/products", rest = "POST /v1/products/search")]
async fn search(text: String) -> String {
    text
}
