#[tramline::query]
async fn list() -> Vec<u8> {
    Vec::new()
}
