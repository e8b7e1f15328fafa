use tramline::action;

#[action(name = "Posts/Create", body_limit = "64k", label(auth))]
async fn create_post(title: String) {}

#[action(name = "a", name = "b")]
async fn update_post(#[extract(User)] user: User, #[wire] title: String) {}

#[derive(tramline::ActionError)]
enum PostError {
    #[error(status = 200)]
    Taken,
    #[error(internal, code = "db")]
    Db,
    #[error(flatten)]
    Auth,
}

#[action]
async fn delete_post() -> Result<(), PostError> {
    Ok(())
}
