//! A table of actions, bound by hand.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use futures_util::future::pending;
use http::{HeaderMap, HeaderValue, header};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tokio::task::yield_now;
use tramline::codegen::{
    Action, ActionInfo, Bound, Call, Errors, Fields, Kind, Outcome, errors, marker, refusals,
    reply, result, result_reply, value,
};
use tramline::cookie::Cookie;
use tramline::{
    ActionError, Actions, Cookies, End, ErrorCode, Extension, Extract, FromRef, Internal, Peer,
    Reply, RequestParts, Service, State,
};

/// The state: what happened, in order.
#[derive(Clone, Default)]
pub(crate) struct App {
    pub(crate) log: Arc<Mutex<Vec<&'static str>>>,
    pub(crate) runs: Arc<AtomicU32>,
}

impl App {
    pub(crate) fn note(&self, what: &'static str) {
        self.log.lock().unwrap().push(what);
    }

    pub(crate) fn noted(&self) -> Vec<&'static str> {
        self.log.lock().unwrap().clone()
    }

    pub(crate) fn runs(&self) -> u32 {
        self.runs.load(Ordering::Relaxed)
    }
}

/// How often an action ran, as a part of the state.
pub(crate) struct Runs(Arc<AtomicU32>);

impl FromRef<App> for Runs {
    fn from_ref(app: &App) -> Self {
        Self(Arc::clone(&app.runs))
    }
}

pub(crate) const FINGERPRINT: u64 = 0x1234_5678_9abc;

const fn info(name: &'static str, path: &str, kind: Kind) -> ActionInfo {
    ActionInfo {
        name,
        id: marker(path) & 0xffff_ffff_ffff,
        fingerprint: FINGERPRINT,
        kind,
        labels: &[],
        body_limit: None,
        errors: &[],
    }
}

/// Declares markers with their facts, and the table of them all.
macro_rules! table {
    ($($marker:ident: $kind:ident $name:literal $(, $field:ident = $value:expr)*;)*) => {
        $(
            pub(crate) struct $marker;
            impl $marker {
                pub(crate) const INFO: &'static ActionInfo = &ActionInfo {
                    $($field: $value,)*
                    ..info($name, concat!("crate::", $name), Kind::$kind)
                };
            }
        )*
        const ALL: &[Action<App>] = &[$(Action::new::<$marker>($marker::INFO)),*];
    };
}

const SIGNED_OUT: ErrorCode = ErrorCode {
    code: "signed_out",
    status: 401,
};
const TAKEN: ErrorCode = ErrorCode {
    code: "name_taken",
    status: 409,
};

table! {
    Add: Action "add";
    Double: Query "double";
    Ping: Action "ping", labels = &[("area", "health")];
    Sign: Action "sign", errors = &[TAKEN, SIGNED_OUT];
    Shout: Action "shout";
    Small: Action "small", body_limit = Some(4);
    Who: Action "who", errors = &[SIGNED_OUT];
    Where: Action "where";
    Visits: Action "visits";
    Transfer: Action "transfer", errors = &[TAKEN];
    Session: Action "session", errors = &[SIGNED_OUT];
    Feed: Query "feed";
    Panic: Action "panic";
    BadInput: Action "bad_input";
    BadOutput: Action "bad_output";
    BadDrop: Action "bad_drop";
    Wait: Action "wait";
}

pub(crate) fn actions(app: App) -> Actions {
    Actions::new(app, ALL)
}

pub(crate) fn service() -> Service {
    Service::new(actions(App::default()))
}

// Plain calls.

impl Bound<App> for Add {
    const ERRORS: Errors = &[refusals::<App, State<Runs>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let State(Runs(runs)) = call.extract::<State<Runs>>().await?;
        let body = call.body().await?;
        let Fields((a, b)) = call.input::<Fields<(u32, u32)>>(&body)?;
        runs.fetch_add(1, Ordering::Relaxed);
        value(a.wrapping_add(b))
    }
}

impl Bound<App> for Double {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let Fields((n,)) = call.input::<Fields<(Option<u32>,)>>(&body)?;
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
        let Fields((name,)) = call.input::<Fields<(&str,)>>(&body)?;
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
        let Fields((text, bytes)) = call.input::<Fields<(&str, &[u8])>>(&body)?;
        value(shout(text, bytes).await)
    }
}

impl Bound<App> for Small {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let Fields((text,)) = call.input::<Fields<(&str,)>>(&body)?;
        value(text.len() as u32)
    }
}

// Extractors.

/// Whoever has the token, and only then; it runs before the body is read.
pub(crate) struct User(u8);

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

// Lending.

/// A transaction that rolls back unless it is committed.
pub(crate) struct Tx {
    app: App,
    committed: bool,
    refuse: bool,
    text: String,
}

impl Extract<App> for Tx {
    type Rejection = SignError;

    async fn extract(request: &mut RequestParts, app: &App) -> Result<Self, SignError> {
        app.note("begin");
        Ok(Self {
            app: app.clone(),
            committed: false,
            refuse: request.headers().contains_key("x-conflict"),
            text: "from the transaction".into(),
        })
    }

    async fn finish(mut self, end: End) -> Result<(), SignError> {
        yield_now().await;
        if end == End::Success && self.refuse {
            return Err(SignError::NameTaken { name: "tx".into() });
        }
        if end == End::Success {
            self.committed = true;
            self.app.note("commit");
        }
        Ok(())
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if !self.committed {
            self.app.note("rollback");
        }
    }
}

/// Returns what it borrows from the transaction, waits, fails or panics.
async fn transfer(tx: &Tx, how: u8) -> Result<&str, SignError> {
    tx.app.note("run");
    match how {
        0 => Ok(&tx.text),
        1 => Err(SignError::NameTaken { name: "run".into() }),
        2 => pending().await,
        _ => panic!("in the middle"),
    }
}

impl Bound<App> for Transfer {
    // The codes of `SignError` less the flattened ones would be a mistake of the build step.
    const ERRORS: Errors = &[&[tramline::codegen::Code::declared("name_taken", 409)]];

    async fn call(mut call: Call<App>) -> Outcome {
        let tx = call.extract::<Tx>().await?;
        let body = call.body().await?;
        let Fields((how,)) = call.input::<Fields<(u8,)>>(&body)?;
        let outcome = result(transfer(&tx, how).await);
        call.finish(tx, outcome).await
    }
}

// Replies.

impl Bound<App> for Session {
    const ERRORS: Errors = &[errors::<Result<Reply<u8>, AuthError>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let Fields((user,)) = call.input::<Fields<(u8,)>>(&body)?;
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

// Things that go wrong.

impl Bound<App> for Panic {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        call.no_input().await?;
        yield_now().await;
        panic!("secret {}", 42)
    }
}

pub(crate) struct Grenade;

impl<'de> Deserialize<'de> for Grenade {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        panic!("while decoding")
    }
}

impl Serialize for Grenade {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        panic!("while encoding")
    }
}

impl Bound<App> for BadInput {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        call.input::<Grenade>(&body)?;
        value(())
    }
}

impl Bound<App> for BadOutput {
    const ERRORS: Errors = &[errors::<Result<Grenade, Internal>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        call.no_input().await?;
        result(Ok::<_, Internal>(Grenade))
    }
}

struct Trap;

impl Drop for Trap {
    fn drop(&mut self) {
        // A second panic while the first unwinds would abort; this one comes after it.
        if !std::thread::panicking() {
            panic!("while dropping");
        }
    }
}

impl Bound<App> for BadDrop {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let trap = Trap;
        call.no_input().await?;
        drop(trap);
        value(())
    }
}

/// Notes that it was given up.
struct GivenUp(App);

impl Drop for GivenUp {
    fn drop(&mut self) {
        self.0.note("given up");
    }
}

impl Bound<App> for Wait {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let State(app) = call.extract::<State<App>>().await?;
        let _guard = GivenUp(app);
        call.no_input().await?;
        pending().await
    }
}
