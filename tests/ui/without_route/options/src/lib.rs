#[tramline::action(rpc = false)]
async fn hidden() {}

#[tramline::query(cache = "max-age=30", deprecated(since = "2026-06-01"))]
async fn old() -> u32 {
    1
}

#[tramline::query(
    rest = "GET /v1/new",
    rpc = false,
    cache = "max-age=30",
    deprecated(since = "2026-06-01")
)]
async fn fine() -> u32 {
    2
}
