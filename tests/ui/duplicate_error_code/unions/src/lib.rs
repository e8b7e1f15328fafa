use tramline::{ActionError, Extract, RequestParts, action};

#[derive(Debug, ActionError)]
enum SignInError {
    #[error(status = 401)]
    SignedOut,
    #[error(status = 423)]
    Locked { until: u64 },
    Banned,
}

struct CurrentUser;

impl<S: Sync> Extract<S> for CurrentUser {
    type Rejection = SignInError;

    async fn extract(_: &mut RequestParts, _: &S) -> Result<Self, SignInError> {
        Err(SignInError::SignedOut)
    }
}

#[derive(Debug, ActionError)]
enum QuotaError {
    #[error(status = 429)]
    Exceeded { limit: u32 },
}

#[derive(Debug, ActionError)]
enum PublishError {
    #[error(status = 423)]
    Locked { by: String },
    #[error(flatten)]
    Quota(#[from] QuotaError),
    #[error(status = 409, code = "exceeded")]
    TooLong(u32),
    #[error(status = 403)]
    SignedOut,
    /// The same as in `SignInError`.
    Banned,
}

/// `locked` has other fields in each error, `signed_out` another status, and `exceeded` is twice
/// in one error.
#[action]
async fn publish(#[extract] user: CurrentUser, title: String) -> Result<u64, PublishError> {
    Ok(title.len() as u64)
}

/// Both are fine as long as no action has both.
#[action]
async fn sign_in(#[extract] user: CurrentUser) -> u64 {
    0
}
