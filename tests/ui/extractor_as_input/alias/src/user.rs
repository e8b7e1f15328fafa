use serde::Deserialize;
use tramline::{Extract, RequestParts};

#[derive(Deserialize)]
pub struct CurrentUser {
    id: u64,
}

pub type User = CurrentUser;

impl<S: Sync> Extract<S> for CurrentUser {
    type Rejection = std::convert::Infallible;

    async fn extract(request: &mut RequestParts, state: &S) -> Result<Self, Self::Rejection> {
        todo!()
    }
}
