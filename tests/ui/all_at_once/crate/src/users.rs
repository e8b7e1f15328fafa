use tramline::{ActionError, action};

#[derive(Debug, ActionError)]
enum SignUpError {
    #[error(status = 404)]
    Timeout,
}

#[action]
async fn sign_up(name: impl Into<String>) -> Result<u64, SignUpError> {
    Err(SignUpError::Timeout)
}

#[action(name = "posts.count")]
async fn count((from, to): (u64, u64)) -> Result<u64, String> {
    Ok(to - from)
}
