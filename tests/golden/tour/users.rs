//! Who is calling.

use tramline::{ActionError, Extract, RequestParts};

/// The signed-in user.
pub struct CurrentUser {
    pub name: String,
}

/// Why a caller is nobody.
#[derive(Debug, ActionError)]
pub enum AuthError {
    /// Sign in first.
    #[error(status = 401)]
    SignedOut,
    /// The user is banned.
    #[error(status = 403)]
    Banned { until: u64 },
}

impl<S: Send + Sync> Extract<S> for CurrentUser {
    type Rejection = AuthError;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, AuthError> {
        let header = request.headers().get("x-user");
        let name = header.and_then(|value| value.to_str().ok());
        name.map(|name| CurrentUser { name: name.into() })
            .ok_or(AuthError::SignedOut)
    }
}
