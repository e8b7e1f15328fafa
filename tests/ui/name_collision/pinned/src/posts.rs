#[tramline::action]
async fn create(title: String, body: String) -> u64 {
    (title.len() + body.len()) as u64
}
