//! What a layer has attached.

use std::any::type_name;
use std::ops::Deref;

use super::{Extract, RequestParts};
use crate::error::Internal;

/// A value from the request's extensions, put there by a layer or by the server.
///
/// Where it is missing, the action answers `internal`, and the log names the type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extension<T>(pub T);

impl<S, T> Extract<S> for Extension<T>
where
    S: Send + Sync,
    T: Clone + Send + Sync + 'static,
{
    type Rejection = Internal;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Internal> {
        match request.extensions().get::<T>() {
            Some(value) => Ok(Self(value.clone())),
            None => Err(Internal::new(format!(
                "no layer put a `{}` into the request's extensions",
                type_name::<T>(),
            ))),
        }
    }
}

impl<T> Deref for Extension<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
