use tramline::{ActionError, Authentication, Extract, RequestParts};

/// Who calls.
pub struct User(pub u64);

#[derive(Debug, ActionError)]
pub enum AuthError {
    /// Sign in first.
    #[error(status = 401)]
    SignedOut,
}

impl<S: Send + Sync> Extract<S> for User {
    type Rejection = AuthError;
    const AUTHENTICATION: &'static [Authentication] =
        &[Authentication::Cookie("session"), Authentication::Bearer];

    async fn extract(_request: &mut RequestParts, _state: &S) -> Result<Self, AuthError> {
        Err(AuthError::SignedOut)
    }
}

/// When the call came in.
pub struct Now(pub u64);

impl<S: Send + Sync> Extract<S> for Now {
    type Rejection = std::convert::Infallible;

    async fn extract(_request: &mut RequestParts, _state: &S) -> Result<Self, Self::Rejection> {
        Ok(Now(0))
    }
}
