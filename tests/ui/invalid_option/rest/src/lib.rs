#[tramline::query(rest = "GET /products/{id}")]
async fn unversioned(id: u32) -> u32 {
    id
}

#[tramline::query(rest = "GET /v1/products/{id}.json", rpc = true)]
async fn extended(id: u32) -> u32 {
    id
}

#[tramline::query(
    rest("GET /v1/products", deprecated(since = "2026-06-31")),
    rest("GET /v1/prodcts", deprecated(since = "2026-06-01", sunset = "2026-05-31")),
    rest("GET /v1/stock", deprecated(link = "/upgrade"))
)]
async fn dated() -> u32 {
    1
}

#[tramline::query(rest = "GET /v1/cached", cache = "maxage=30")]
async fn cached() -> u32 {
    1
}

#[tramline::action(rest = "POST /v1/kept", cache = "max-age=30")]
async fn kept() {}

#[tramline::action]
async fn shown(#[wire(example = shown())] name: String) {
    let _ = name;
}
