#[tramline::action]
async fn publish(title: String) -> u64 {
    title.len() as u64
}
