#[tramline::action]
async fn request_public_number(id: u64) -> u64 {
    id
}
