//- src/lib.rs
mod posts;
//- src/posts.rs
#[derive(Serialize)]
pub struct Post {
    title: String,
    views: u64,
}

#[derive(ActionError)]
pub enum PostError {
    #[error(status = 409)]
    TitleTaken,
    #[error(status = 429)]
    TooMany(u32),
}

#[tramline::query]
async fn get(id: u32, #[wire(default = false)] drafts: bool) -> Option<Post> {}

#[tramline::action]
async fn create(title: String, body: String) -> Result<Post, PostError> {}

#[tramline::action(breaking = "100% of callers: none, it was never used")]
async fn remove(id: u32, reason: String) {}
