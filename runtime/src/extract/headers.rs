//! All headers.

use std::convert::Infallible;

use http::HeaderMap;

use super::{Extract, RequestParts};

impl<S: Send + Sync> Extract<S> for HeaderMap {
    type Rejection = Infallible;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Infallible> {
        Ok(request.headers().clone())
    }
}
