use tramline::{ActionError, action};

#[derive(ActionError)]
enum PostError {
    NotFound,
    #[error(code = "timeout")]
    TooSlow,
    #[error(internal)]
    Internal,
}

#[action]
async fn create_post() -> Result<(), PostError> {
    Ok(())
}
