use tramline::{ActionError, action};

#[derive(Debug, ActionError)]
enum DeleteError {
    #[error(status = 404)]
    Internal,
    #[error(status = 409, code = "timeout")]
    Locked,
}

#[action]
async fn delete(id: u64) -> Result<(), DeleteError> {
    Ok(drop(id))
}
