#[tramline::action(renamed_from = "posts.add")]
async fn create(title: String) -> u64 {
    title.len() as u64
}
