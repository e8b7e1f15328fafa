#[tramline::query]
async fn größe() -> u64 {
    0
}
