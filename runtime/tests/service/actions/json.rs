//! Functions that speak plain JSON, as those do whose types postcard cannot carry.

use std::borrow::Cow;

use http::{HeaderValue, header};
use serde::{Deserialize, Serialize};
use tramline::codegen::json::{reply, result, result_reply, value};
use tramline::codegen::{Bound, Call, Errors, Outcome, errors, refusals};
use tramline::{ActionError, Reply};

use super::extracting::User;
use super::plain::AuthError;
use super::{App, Draw, Invite, Judge, Pulse, Search};

impl Bound<App> for Search {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (text, (page, (tags, ()))) = call.json_fields::<(
            Cow<'_, str>,
            (Option<u64>, (Option<Vec<&str>>, ())),
        )>(&body, &["text", "page", "tags"])?;
        value((text, page.unwrap_or(1), tags.map(|tags| tags.len())))
    }
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
enum Figure {
    Circle { radius: f64 },
    Square { side: i64 },
}

#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Drawing {
    #[serde(flatten)]
    figure: Figure,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    layers: Vec<u8>,
}

impl Bound<App> for Draw {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        value(call.json_input::<Drawing>(&body)?)
    }
}

impl Bound<App> for Pulse {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        call.no_input().await?;
        let maxage = HeaderValue::from_static("max-age=30");
        reply(Reply::new(()).header(header::CACHE_CONTROL, maxage))
    }
}

#[derive(Debug, ActionError)]
pub(crate) enum Verdict {
    Guilty,
    Fined(u64),
    Jailed(u8, Option<f64>),
    #[error(status = 409)]
    Appealed {
        r#type: String,
        years: f64,
    },
    #[error(flatten)]
    Auth(AuthError),
    #[error(internal)]
    Broken(#[from] std::io::Error),
}

fn judge(case: u8) -> Result<f64, Verdict> {
    let appealed = |years| Verdict::Appealed {
        r#type: "\"\n".into(),
        years,
    };
    match case {
        0 => Ok(0.5),
        1 => Ok(f64::NAN),
        2 => Err(Verdict::Guilty),
        3 => Err(Verdict::Fined(u64::MAX)),
        4 => Err(Verdict::Jailed(1, None)),
        5 => Err(appealed(-0.0)),
        6 => Err(appealed(f64::INFINITY)),
        7 => Err(Verdict::Auth(AuthError::SignedOut)),
        _ => Err(std::io::Error::other("password hunter2").into()),
    }
}

impl Bound<App> for Judge {
    const ERRORS: Errors = &[errors::<Result<f64, Verdict>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (case, ()) = call.json_fields::<(u8, ())>(&body, &["case"])?;
        result(judge(case))
    }
}

impl Bound<App> for Invite {
    const ERRORS: Errors = &[
        refusals::<App, User>(),
        errors::<Result<Reply<u8>, AuthError>>(),
    ];

    async fn call(mut call: Call<App>) -> Outcome {
        let User(user) = call.extract::<User>().await?;
        let body = call.body().await?;
        let (guest, ()) = call.json_fields::<(u8, ())>(&body, &["guest"])?;
        result_reply(if guest == user {
            Err(AuthError::SignedOut)
        } else {
            Ok(Reply::new(guest).cookie(("guest", "1")))
        })
    }
}
