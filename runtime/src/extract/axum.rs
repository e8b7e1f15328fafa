//! Extractors written for axum.

use axum_core::extract::FromRequestParts;
use axum_core::response::IntoResponse as _;
use http::StatusCode;

use super::{Extract, RequestParts};
use crate::call::Failure;
use crate::error::{ActionError, Codes, ErrorEncoding};
use crate::refusal::Refusal;

/// Any axum extractor that leaves the body alone: `#[extract] host: Axum<Host>`.
///
/// What it refuses with is a response made for people, which is not among an action's declared
/// errors. Where its status is 4xx, callers get that status and the code `refused`, else
/// `internal`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Axum<T>(pub T);

/// The status with which an axum extractor refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxumRejection(StatusCode);

impl<S, T> Extract<S> for Axum<T>
where
    S: Send + Sync,
    T: FromRequestParts<S> + Send,
{
    type Rejection = AxumRejection;

    async fn extract(request: &mut RequestParts, state: &S) -> Result<Self, AxumRejection> {
        let extracted = T::from_request_parts(request.as_http_mut(), state).await;
        extracted
            .map(Self)
            .map_err(|rejection| AxumRejection(rejection.into_response().status()))
    }
}

impl ActionError for AxumRejection {
    const CODES: Codes = &[];

    fn into_failure(self, _: ErrorEncoding) -> Failure {
        if self.0.is_client_error() {
            return Refusal::Refused(self.0).into();
        }
        Failure::text(format!("an axum extractor answered {}", self.0))
    }
}
