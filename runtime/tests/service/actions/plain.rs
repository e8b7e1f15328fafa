//! Functions of their input.

use std::sync::atomic::Ordering;

use tokio::task::yield_now;
use tramline::codegen::{Bound, Call, Errors, Outcome, errors, refusals, result, value};
use tramline::{ActionError, State};

use super::{Add, App, Double, Misshapen, Ping, Runs, Shout, Sign, Small};

impl Bound<App> for Add {
    const ERRORS: Errors = &[refusals::<App, State<Runs>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let State(Runs(runs)) = call.extract::<State<Runs>>().await?;
        let body = call.body().await?;
        let (a, b) = call.fields::<(u32, u32)>(&body)?;
        runs.fetch_add(1, Ordering::Relaxed);
        value(a.wrapping_add(b))
    }
}

impl Bound<App> for Double {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (n,) = call.fields::<(Option<u32>,)>(&body)?;
        value(n.unwrap_or(21) * 2)
    }
}

impl Bound<App> for Ping {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        call.no_input().await?;
        value(())
    }
}

#[derive(Debug, ActionError)]
pub(crate) enum AuthError {
    #[error(status = 401)]
    SignedOut,
}

#[derive(Debug, ActionError)]
pub(crate) enum SignError {
    #[error(status = 409)]
    NameTaken { name: String },
    #[error(flatten)]
    Auth(#[from] AuthError),
    #[error(internal)]
    Io(#[from] std::io::Error),
}

async fn sign(name: &str) -> Result<String, SignError> {
    match name {
        "taken" => Err(SignError::NameTaken { name: name.into() }),
        "nobody" => Err(AuthError::SignedOut.into()),
        "broken" => Err(std::io::Error::other("password hunter2").into()),
        name => Ok(format!("signed {name}")),
    }
}

impl Bound<App> for Sign {
    const ERRORS: Errors = &[errors::<Result<String, SignError>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (name,) = call.fields::<(&str,)>(&body)?;
        result(sign(name).await)
    }
}

/// Keeps what it borrows over an await.
async fn shout<'a>(text: &'a str, bytes: &'a [u8]) -> (String, &'a [u8]) {
    yield_now().await;
    (text.to_uppercase(), bytes)
}

impl Bound<App> for Shout {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (text, bytes) = call.fields::<(&str, &[u8])>(&body)?;
        value(shout(text, bytes).await)
    }
}

impl Bound<App> for Small {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (text,) = call.fields::<(&str,)>(&body)?;
        value(text.len() as u32)
    }
}

impl Bound<App> for Misshapen {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        call.no_input().await?;
        value([0xff_u8; 3])
    }
}
