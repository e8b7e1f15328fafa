#[tramline::action]
async fn publish(draft: u64) -> bool {
    draft > 0
}
