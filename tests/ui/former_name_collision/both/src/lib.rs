mod posts;

#[tramline::action(renamed_from = ["create", "posts.add"])]
async fn create_post(title: String) -> u64 {
    title.len() as u64
}
