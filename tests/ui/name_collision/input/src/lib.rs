mod posts;

#[tramline::query(name = "posts.list")]
async fn all_posts() -> Vec<u8> {
    Vec::new()
}

#[tramline::action(name = "blog.write")]
async fn write() {}
