//! One body in, one answer out, and what it took.

use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use peak_alloc::PeakAlloc;
use tower::ServiceExt as _;
use tramline::Service;
use tramline::codegen::{ActionInfo, History, Past, past};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The largest body.
pub(crate) const BODY_LIMIT: usize = 2 << 20;

/// The decode budget, which is the default.
const BUDGET: usize = 32 << 20;

/// What a thread of a server usually has.
const STACK: usize = 2 << 20;

/// Asserts that the action refuses the body for the reason `code`, and no less if JSON comes from a
/// client of an earlier version.
pub(crate) fn check(action: &str, kind: &str, body: Vec<u8>, code: &str) {
    let past = (kind == "application/json").then_some(PAST);
    for version in [None].into_iter().chain(past.map(Some)) {
        let (status, text) = answer_to(version, action, kind, body.clone().into());
        assert_eq!(status, StatusCode::BAD_REQUEST, "{action}: {text}");
        assert!(text.contains(&format!("\"{code}\"")), "{action}: {text}");
    }
}

/// The action's answer to `body` from a client of the present version.
pub(crate) fn answer(action: &str, kind: &str, body: Vec<u8>) -> (StatusCode, String) {
    answer_to(None, action, kind, body.into())
}

/// The action's answer to `body`, given on a small stack, within the memory promised, by a service
/// that is well afterwards.
fn answer_to(version: Option<u64>, action: &str, kind: &str, body: Bytes) -> (StatusCode, String) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let service = service();
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let answer = on_small_stack(|| call(&service, action, version, kind, body));
    let taken = MEMORY.peak_usage().saturating_sub(before);
    assert!(
        taken <= BODY_LIMIT + 3 * BUDGET,
        "{action} took {taken} bytes"
    );
    let well = Bytes::from_static(&[1, 2, 3]);
    let (status, _) = call(&service, "numbers", None, "application/postcard", well);
    assert_eq!(status, StatusCode::OK);
    drop(guard);
    answer
}

/// A version that every action had, and that can go on over JSON.
const PAST: u64 = 1;

static HISTORY: LazyLock<History> = LazyLock::new(|| {
    let actions = hostile_tests::actions(());
    let past = |info: &ActionInfo| past(info.id, PAST, true);
    let mut versions: Vec<Past> = actions.infos().map(past).collect();
    versions.sort_by_key(|past| past.id);
    History {
        versions: versions.leak(),
        locked: &[],
        retired: &[],
    }
});

pub(crate) fn service() -> Service {
    Service::builder(hostile_tests::actions(()).with_history(&HISTORY))
        .body_limit(BODY_LIMIT as u64)
        .build()
}

fn on_small_stack<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        thread.spawn_scoped(scope, run).unwrap().join().unwrap()
    })
}

fn call(
    service: &Service,
    action: &str,
    version: Option<u64>,
    kind: &str,
    body: Bytes,
) -> (StatusCode, String) {
    let info = service.actions().find(|info| info.name == action).unwrap();
    let caller = ActionInfo {
        fingerprint: version.unwrap_or(info.fingerprint),
        ..*info
    };
    let request = Request::post(format!("http://localhost/rpc/{}", caller.path()))
        .header("host", "localhost")
        .header("content-type", kind)
        .body(Full::new(body))
        .unwrap();
    // Everything is there at once, so nothing is waited for.
    let response = service.clone().oneshot(request).now_or_never();
    let response = response.unwrap().unwrap();
    let status = response.status();
    let body = response.into_body().collect().now_or_never();
    let body = body.unwrap().unwrap().to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}
