//! Functions that add headers.

use std::sync::Arc;

use http::{HeaderValue, header};
use tramline::codegen::{Bound, Call, Errors, Outcome, errors, reply, result_reply};
use tramline::cookie::Cookie;
use tramline::{Created, Reply};

use super::plain::AuthError;
use super::{App, Feed, Register, Session};

impl Bound<App> for Session {
    const ERRORS: Errors = &[errors::<Result<Reply<u8>, AuthError>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (user,) = call.fields::<(u8,)>(&body)?;
        let cookie = Cookie::build(("session", user.to_string())).http_only(true);
        let signed_in = Reply::new(user)
            .cookie(cookie)
            .cookie(("seen", "1"))
            .header(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
        result_reply(if user == 0 {
            Err(AuthError::SignedOut)
        } else {
            Ok(signed_in)
        })
    }
}

impl Bound<App> for Feed {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        call.no_input().await?;
        let shared: Arc<[u8]> = Arc::new([1, 2]);
        let maxage = HeaderValue::from_static("max-age=30");
        reply(Reply::new(shared).header(header::CACHE_CONTROL, maxage))
    }
}

impl Bound<App> for Register {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (user,) = call.fields::<(u8,)>(&body)?;
        reply(Created::at(format!("/v1/users/{user}"), user).cookie(("seen", "1")))
    }
}
