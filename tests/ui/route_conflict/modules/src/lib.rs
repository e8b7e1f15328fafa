mod shops;

#[tramline::query(rest = "GET /v1/shops/{id}", rest = "GET /v1/shop")]
async fn shop(#[wire(default = 1)] id: u32) -> String {
    id.to_string()
}

#[tramline::action(rest = "PUT /v1/shops/{name}")]
async fn name_shop(name: String) {
    let _ = name;
}

#[tramline::action(rest = "DELETE /v1/shops/{a}", rest = "DELETE /v1/shops/{a}")]
async fn close_shop(a: u32) {
    let _ = a;
}
