#[tramline::action(name = "blog.add")]
async fn add(title: String) -> u64 {
    title.len() as u64
}
