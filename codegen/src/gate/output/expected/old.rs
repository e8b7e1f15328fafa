//- src/lib.rs
mod posts;
/// What is sent in vain.
#[tramline::query]
async fn ping() {}
//- src/posts.rs
#[derive(Serialize)]
pub struct Post {
    title: String,
    views: u32,
}

#[derive(ActionError)]
pub enum PostError {
    #[error(status = 409)]
    TitleTaken,
}

#[tramline::query]
async fn get(id: u32) -> Option<Post> {}

#[tramline::action]
async fn create(title: String) -> Result<Post, PostError> {}

#[tramline::action]
async fn remove(id: u32) {}
