//! Who calls, and by what it is known.

use tramline::{ActionError, Authentication, Extract, RequestParts};

#[derive(Debug, ActionError)]
pub enum SignedOut {
    /// Say who you are.
    #[error(status = 401)]
    SignedOut,
}

/// A program, by token or key.
pub struct Partner;

impl<S: Send + Sync> Extract<S> for Partner {
    type Rejection = SignedOut;
    const AUTHENTICATION: &'static [Authentication] =
        &[Authentication::Bearer, Authentication::ApiKey("x-api-key")];

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, SignedOut> {
        match (request.bearer_token(), request.api_key("x-api-key")) {
            (Some("partner"), _) | (None, Some("key")) => Ok(Self),
            _ => Err(SignedOut::SignedOut),
        }
    }
}

/// A person at a browser, by cookie.
pub struct Session;

impl<S: Send + Sync> Extract<S> for Session {
    type Rejection = SignedOut;
    const AUTHENTICATION: &'static [Authentication] = &[Authentication::Cookie("session")];

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, SignedOut> {
        match cookie(request) {
            Some(_) => Ok(Self),
            None => Err(SignedOut::SignedOut),
        }
    }
}

/// Either, and what it is known by.
pub struct Caller(pub String);

impl<S: Send + Sync> Extract<S> for Caller {
    type Rejection = SignedOut;
    const AUTHENTICATION: &'static [Authentication] = &[
        Authentication::Bearer,
        Authentication::ApiKey("x-api-key"),
        Authentication::Cookie("session"),
    ];

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, SignedOut> {
        let seen = [
            ("token", request.bearer_token().is_some()),
            ("key", request.api_key("x-api-key").is_some()),
            ("cookie", cookie(request).is_some()),
        ];
        let seen = seen.into_iter().filter(|(_, is_there)| *is_there);
        let seen: Vec<&str> = seen.map(|(name, _)| name).collect();
        match seen.is_empty() {
            true => Err(SignedOut::SignedOut),
            false => Ok(Self(seen.join(" and "))),
        }
    }
}

fn cookie(request: &RequestParts) -> Option<&str> {
    let cookie = request.headers().get("cookie")?.to_str().ok()?;
    cookie.strip_prefix("session=")
}
