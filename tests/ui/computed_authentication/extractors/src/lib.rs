use tramline::Authentication::{self as Way, ApiKey};
use tramline::{Authentication, Extract, RequestParts, action};

const HEADER: &str = "x-api-key";
const WAYS: &[Authentication] = &[Authentication::Bearer];

pub struct ByConstant;

impl<S: Send + Sync> Extract<S> for ByConstant {
    type Rejection = std::convert::Infallible;
    const AUTHENTICATION: &'static [Authentication] = WAYS;
}

pub struct ByHeader;

impl<S: Send + Sync> Extract<S> for ByHeader {
    type Rejection = std::convert::Infallible;
    const AUTHENTICATION: &'static [Authentication] =
        &[Way::Bearer, ApiKey(HEADER), Way::ApiKey("X-Api-Key"), way(), Way::Cookie("a b")];
}

const fn way() -> Authentication {
    Authentication::Bearer
}

#[action]
async fn first(#[extract] by: ByConstant) {}

#[action]
async fn second(#[extract] by: ByConstant, #[extract] other: ByHeader) {}
