//! Calls of clients that were generated from another version of an action.

mod caches;
#[cfg(debug_assertions)]
mod rebuilding;
mod refused;
mod renamed;
mod tolerated;

use std::sync::LazyLock;

use http::Request;
use http_body_util::Full;
use tramline::Service;
use tramline::codegen::{ActionInfo, Actions, History, Past};
use tramline_syntax::digest::base64url;

use crate::actions::{Add, App, Double, FINGERPRINT, Feed, Panic, Ping, Search, actions};
use crate::harness::{Got, call_on, post, post_json};

type Post = Request<Full<bytes::Bytes>>;

/// A version that can go on over JSON, one that cannot, and one that comes after this build.
const OLD: u64 = 1;
const OLDER: u64 = 2;
const NEWER: u64 = 3;
/// The id of an action that is no more, and of one that never was.
const RETIRED: u64 = 7;
const NOTHING: u64 = 8;

/// A lock that knows these actions, and these versions of them.
fn lock(known: &[&ActionInfo], versions: &[(u64, bool)]) -> History {
    let past = |info: &&ActionInfo| {
        let id = info.id;
        versions.iter().map(move |(fingerprint, tolerable)| Past {
            id,
            fingerprint: *fingerprint,
            tolerable: *tolerable,
        })
    };
    let mut versions: Vec<Past> = known.iter().flat_map(past).collect();
    versions.sort_by_key(|past| (past.id, past.fingerprint));
    let mut locked: Vec<u64> = known.iter().map(|info| info.id).collect();
    locked.sort_unstable();
    History {
        versions: versions.leak(),
        locked: locked.leak(),
        retired: &[RETIRED],
    }
}

/// A lock that knows most actions, but not `sign`.
static HISTORY: LazyLock<History> = LazyLock::new(|| {
    let known = [
        Add::INFO,
        Double::INFO,
        Feed::INFO,
        Panic::INFO,
        Ping::INFO,
        Search::INFO,
    ];
    lock(&known, &[(OLD, true), (OLDER, false)])
});

fn locked(app: App) -> Actions {
    actions(app).with_history(&HISTORY)
}

fn service() -> Service {
    Service::new(locked(App::default()))
}

/// `request` as a client of another version sends it.
fn from<B>(version: u64, mut request: Request<B>) -> Request<B> {
    let uri = request.uri().to_string();
    let uri = uri.replace(&base64url(FINGERPRINT), &base64url(version));
    *request.uri_mut() = uri.parse().unwrap();
    request
}

/// `request` for another id.
fn to<B>(id: u64, mut request: Request<B>) -> Request<B> {
    let uri = request.uri().to_string();
    let (_, rest) = uri.split_once('.').unwrap();
    *request.uri_mut() = format!("/rpc/{}.{rest}", base64url(id)).parse().unwrap();
    request
}

fn add() -> Post {
    post(Add::INFO, &[20, 22])
}

fn add_in_json() -> Post {
    post_json(Add::INFO, r#"{"a":20,"b":22}"#)
}

/// What `service` answers and how often the action has run since.
fn run(request: Post) -> (Got, u32) {
    let app = App::default();
    let got = call_on(&Service::new(locked(app.clone())), request);
    (got, app.runs())
}

/// Whether the answer names `version`.
fn names(got: &Got, version: u64) -> bool {
    let fingerprint = got.headers.get("tramline-fingerprint");
    fingerprint.is_some_and(|text| *text == base64url(version))
}

/// Whether the answer names the present version, and is for nobody else.
fn announces(got: &Got) -> bool {
    assert_eq!(got.headers["cache-control"], "no-store", "{got:?}");
    names(got, FINGERPRINT)
}
