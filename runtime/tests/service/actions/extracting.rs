//! Functions of the request.

use http::HeaderMap;
use tramline::codegen::{Bound, Call, Errors, Outcome, refusals, value};
use tramline::{Cookies, Extension, Extract, Peer, RequestParts};

use super::plain::AuthError;
use super::{App, Visits, Where, Who};

/// Whoever has the token, and only then; it runs before the body is read.
pub(crate) struct User(pub(super) u8);

impl Extract<App> for User {
    type Rejection = AuthError;

    async fn extract(request: &mut RequestParts, app: &App) -> Result<Self, AuthError> {
        app.note("extract");
        match request.headers().get("authorization") {
            Some(token) if token == "Bearer 7" => Ok(Self(7)),
            _ => Err(AuthError::SignedOut),
        }
    }
}

impl Bound<App> for Who {
    const ERRORS: Errors = &[refusals::<App, User>(), refusals::<App, Cookies>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let User(user) = call.extract::<User>().await?;
        let cookies = call.extract::<Cookies>().await?;
        let headers = call.extract::<HeaderMap>().await?;
        call.no_input().await?;
        let agent = headers
            .get("user-agent")
            .map(|agent| agent.to_str().unwrap_or("?"));
        value((user, cookies.get("theme"), agent))
    }
}

impl Bound<App> for Where {
    const ERRORS: Errors = &[refusals::<App, Peer>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let Peer(peer) = call.extract::<Peer>().await?;
        call.no_input().await?;
        value(peer.to_string())
    }
}

impl Bound<App> for Visits {
    const ERRORS: Errors = &[refusals::<App, Extension<u8>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let Extension(visits) = call.extract::<Extension<u8>>().await?;
        call.no_input().await?;
        value(visits)
    }
}
