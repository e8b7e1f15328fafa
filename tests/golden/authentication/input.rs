//! Extractors that tell who calls, and how.

use tramline::Authentication::Cookie;
use tramline::{ActionError, Authentication as Way, Extract, RequestParts, State};

tramline::include_actions!();

#[derive(Debug, ActionError)]
pub enum AuthError {
    #[error(status = 401)]
    SignedOut,
}

/// A person in a browser, or a partner's program.
pub struct Caller(u32);

impl<S: Send + Sync> Extract<S> for Caller {
    type Rejection = AuthError;
    const AUTHENTICATION: &'static [Way] =
        &[Way::Bearer, tramline::Authentication::ApiKey("x-api-key"), Cookie("session")];

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, AuthError> {
        match request.api_key("x-api-key") {
            Some(key) => Ok(Self(key.len() as u32)),
            None => Err(AuthError::SignedOut),
        }
    }
}

pub struct Visitor;

impl<S: Send + Sync> Extract<S> for Visitor {
    type Rejection = std::convert::Infallible;
    const AUTHENTICATION: &'static [Way] = &[Cookie("visitor"), Cookie("session")];

    async fn extract(_: &mut RequestParts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self)
    }
}

#[tramline::query]
pub async fn who(#[extract] caller: Caller) -> u32 {
    caller.0
}

#[tramline::query]
pub async fn everybody(
    #[extract] _caller: &Caller,
    #[extract] _visitor: Visitor,
    #[extract] _state: State<()>,
) {
}

#[cfg(test)]
mod tests {
    use tramline::Authentication::{ApiKey, Bearer, Cookie};

    #[test]
    fn layers_see_how_callers_show_who_they_are() {
        let actions = crate::actions(());
        let ways: Vec<_> = actions.infos().map(|info| info.authentication).collect();
        let caller = [Bearer, ApiKey("x-api-key"), Cookie("session")];
        let both = [Bearer, ApiKey("x-api-key"), Cookie("session"), Cookie("visitor")];
        assert_eq!(ways, [&both[..], &caller[..]]);
    }
}
