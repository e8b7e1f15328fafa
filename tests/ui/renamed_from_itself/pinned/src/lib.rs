#[tramline::query(name = "posts.list", renamed_from = ["posts.all", "posts.list"])]
async fn posts_of(user: u64) -> Vec<u64> {
    vec![user]
}
