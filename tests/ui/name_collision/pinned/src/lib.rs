mod posts;

#[tramline::action(name = "posts.create")]
async fn create(title: String) -> u64 {
    title.len() as u64
}
