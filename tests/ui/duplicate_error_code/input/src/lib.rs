use tramline::{ActionError, Extract, action};

struct User;

impl<S> Extract<S> for User {
    type Rejection = AuthError;
}

#[derive(ActionError)]
enum AuthError {
    Locked { until: u64 },
    Banned,
}

#[derive(ActionError)]
enum PostError {
    Locked { by: String },
    // The same fields: it is the same error.
    Banned,
}

#[action]
async fn create_post(#[extract] user: User) -> Result<(), PostError> {
    Ok(())
}

// No conflict alone.
#[action]
async fn delete_post() -> Result<(), PostError> {
    Ok(())
}
