use tramline::{action, query};

#[action(nmae = "posts.create", colour = "red")]
async fn create_post(title: String) {}

#[query(rest = "GET /posts")]
async fn list_posts(#[wire(defualt = 1)] page: u32) {}

#[derive(tramline::ActionError)]
enum PostError {
    #[error(stauts = 409)]
    Taken,
}

#[action]
async fn delete_post() -> Result<(), PostError> {
    Ok(())
}
