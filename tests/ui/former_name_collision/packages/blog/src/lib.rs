#[tramline::action(renamed_from = "blog.add")]
async fn create(title: String) -> u64 {
    title.len() as u64
}
