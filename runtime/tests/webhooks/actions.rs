//! Webhooks, bound by hand as the build step would.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use tramline::codegen::{
    Action, ActionInfo, Bound, Call, Encoding, Errors, Kind, Outcome, Wire, error, errors, marker,
    refusals, rest, shape::Shape, webhook as door,
};
use tramline::webhook::{Claim, Delivery, Receiver, ReplayStore};
use tramline::{
    ActionError, Actions, BoxError, Cookies, ErrorCode, Extract, FromRef, Internal, RequestParts,
    State,
};

pub(crate) const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// When it is, as the receivers see it.
pub(crate) const NOW: i64 = 1_700_000_000;

#[derive(Clone)]
pub(crate) struct App {
    /// What happened, in order.
    pub(crate) log: Arc<Mutex<Vec<String>>>,
    pub(crate) receiver: Receiver,
    /// What a function that waits is waiting for.
    pub(crate) gate: Arc<Semaphore>,
}

impl App {
    pub(crate) fn new(receiver: Receiver) -> Self {
        let now = UNIX_EPOCH + Duration::from_secs(NOW.unsigned_abs());
        Self {
            log: Arc::default(),
            receiver: receiver.clock(move || now),
            gate: Arc::new(Semaphore::new(0)),
        }
    }

    fn note(&self, what: impl Into<String>) {
        self.log.lock().unwrap().push(what.into());
    }

    /// What happened since it was asked last.
    pub(crate) fn noted(&self) -> Vec<String> {
        std::mem::take(&mut self.log.lock().unwrap())
    }
}

/// What knows the keys; a part of the state.
pub(crate) struct Hooks(Receiver);

impl FromRef<App> for Hooks {
    fn from_ref(app: &App) -> Self {
        Self(app.receiver.clone())
    }
}

impl AsRef<Receiver> for Hooks {
    fn as_ref(&self) -> &Receiver {
        &self.0
    }
}

/// An extractor that leaves a trace.
pub(crate) struct Trace;

impl Extract<App> for Trace {
    type Rejection = HookError;

    async fn extract(request: &mut RequestParts, app: &App) -> Result<Self, HookError> {
        app.note(format!("extracted by {:?}", request.door()));
        match request.headers().contains_key("x-closed") {
            true => Err(HookError::Closed),
            false => Ok(Self),
        }
    }
}

#[derive(Debug, ActionError)]
pub(crate) enum HookError {
    /// Nothing is taken at this hour.
    #[error(status = 409)]
    Closed,
    /// There is no such order.
    #[error(status = 422)]
    UnknownOrder { order: String },
    #[error(internal)]
    Broken(Internal),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Event {
    Settled {
        order: String,
    },
    Wait,
    Fail {
        order: String,
    },
    Break,
    Panic,
    #[serde(other)]
    Unknown,
}

#[derive(Serialize)]
pub(crate) struct Heard {
    words: String,
}

/// Everything that can become of a webhook.
async fn happened(
    app: State<App>,
    _: Trace,
    cookies: Cookies,
    delivery: Delivery,
    event: Event,
) -> Result<Option<Heard>, HookError> {
    assert_eq!(cookies.jar().iter().count(), 0);
    match event {
        Event::Settled { order } => {
            app.note(format!("{} {order}", delivery.id()));
            Ok(None)
        }
        Event::Wait => {
            app.note("waiting");
            let _ = app.gate.acquire().await;
            app.note("done");
            Ok(None)
        }
        Event::Fail { order } => {
            app.note("failing");
            Err(HookError::UnknownOrder { order })
        }
        Event::Break => {
            app.note("breaking");
            Err(HookError::Broken(Internal::new("secret")))
        }
        Event::Panic => {
            app.note("panicking");
            panic!("secret")
        }
        Event::Unknown => Ok(Some(Heard {
            words: "what?".to_owned(),
        })),
    }
}

pub(crate) struct Happened;

impl<S> Bound<S> for Happened
where
    S: Send + Sync + 'static,
    State<App>: Extract<S>,
    Trace: Extract<S>,
    Hooks: FromRef<S> + AsRef<Receiver>,
{
    const ERRORS: Errors = &[
        refusals::<S, State<App>>(),
        errors::<Result<Option<Heard>, HookError>>(),
    ];

    async fn call(mut call: Call<S>) -> Outcome {
        let Some(body) = call.posted::<Hooks>().await? else {
            return door::seen();
        };
        let app = call.extract::<State<App>>().await?;
        let trace = call.extract::<Trace>().await?;
        let cookies = call.extract::<Cookies>().await?;
        let delivery = call.extract::<Delivery>().await?;
        let event = call.event::<Event>(&body)?;
        let result = happened(app, trace, cookies, delivery, event).await;
        let outcome = match result {
            Ok(None) => rest::value(()),
            result => rest::result(result),
        };
        body.end(outcome).await
    }
}

const ERRORS: &[ErrorCode] = &[error("closed", 409), error("unknown_order", 422)];

pub(crate) const INFO: &ActionInfo = &ActionInfo {
    name: "hooks.happened",
    id: marker("crate::hooks::happened") & 0xffff_ffff_ffff,
    former_ids: &[],
    fingerprint: 0x1234_5678_9abc,
    kind: Kind::Action,
    labels: &[("source", "test")],
    body_limit: Some(1000),
    errors: ERRORS,
    authentication: &[],
};

const OTHER: &ActionInfo = &ActionInfo {
    name: "hooks.other",
    id: marker("crate::hooks::other") & 0xffff_ffff_ffff,
    labels: &[],
    ..*INFO
};

const WIRE: &Wire = &Wire {
    input: &Shape::Unit,
    result: &Shape::Unit,
    errors: &[],
    encoding: Encoding::Json,
};

pub(crate) const PATH: &str = "/hooks/test";
pub(crate) const OTHER_PATH: &str = "/hooks/other";

/// Two webhooks with one receiver.
pub(crate) fn actions(app: App) -> Actions {
    Actions::new(
        app,
        const {
            &[
                Action::webhook::<Happened>(INFO, WIRE, PATH),
                Action::webhook::<Happened>(OTHER, WIRE, OTHER_PATH),
            ]
        },
    )
}

/// A table with a webhook at the path of another, or below a mount.
pub(crate) fn more(app: App) -> Actions {
    const MORE: &ActionInfo = &ActionInfo {
        name: "more.hooks",
        ..*INFO
    };
    Actions::new(
        app,
        const { &[Action::webhook::<Happened>(MORE, WIRE, PATH)] },
    )
}

/// A store that stands elsewhere, and cannot always be reached.
#[derive(Clone, Default)]
pub(crate) struct Elsewhere {
    pub(crate) rows: Arc<Mutex<HashMap<String, bool>>>,
    pub(crate) fails: Arc<Mutex<Option<&'static str>>>,
}

impl Elsewhere {
    async fn reach(&self, step: &'static str) -> Result<(), BoxError> {
        // As if something was sent and came back.
        tokio::task::yield_now().await;
        match *self.fails.lock().unwrap() {
            Some(fails) if fails == step => Err("secret".into()),
            _ => Ok(()),
        }
    }
}

impl ReplayStore for Elsewhere {
    async fn claim(&self, delivery: &str) -> Result<Claim, BoxError> {
        self.reach("claim").await?;
        let mut rows = self.rows.lock().unwrap();
        Ok(match rows.get(delivery) {
            Some(true) => Claim::Seen,
            Some(false) => Claim::InFlight,
            None => {
                rows.insert(delivery.to_owned(), false);
                Claim::Fresh
            }
        })
    }

    async fn complete(&self, delivery: &str) -> Result<(), BoxError> {
        self.reach("complete").await?;
        self.rows.lock().unwrap().insert(delivery.to_owned(), true);
        Ok(())
    }

    fn release(&self, delivery: &str) {
        self.rows.lock().unwrap().remove(delivery);
    }
}

/// A table without a limit of its own.
pub(crate) fn unlimited(app: App) -> Actions {
    const UNLIMITED: &ActionInfo = &ActionInfo {
        body_limit: None,
        ..*INFO
    };
    Actions::new(
        app,
        const { &[Action::webhook::<Happened>(UNLIMITED, WIRE, PATH)] },
    )
}
