//! One body in, one answer out, and what it took.

use std::sync::{Mutex, PoisonError};
use std::thread;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use peak_alloc::PeakAlloc;
use tower::ServiceExt as _;
use tramline::Service;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The largest body.
pub(crate) const BODY_LIMIT: usize = 2 << 20;

/// The decode budget, which is the default.
const BUDGET: usize = 32 << 20;

/// What a thread of a server usually has.
const STACK: usize = 2 << 20;

/// Asserts that the action refuses the body for the reason `code`.
pub(crate) fn check(action: &str, kind: &str, body: Vec<u8>, code: &str) {
    let (status, text) = answer(action, kind, body);
    assert_eq!(status, StatusCode::BAD_REQUEST, "{action}: {text}");
    assert!(text.contains(&format!("\"{code}\"")), "{action}: {text}");
}

/// The action's answer to `body`, given on a small stack, within the memory promised, by a service
/// that is well afterwards.
pub(crate) fn answer(action: &str, kind: &str, body: Vec<u8>) -> (StatusCode, String) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let service = service();
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let answer = on_small_stack(|| call(&service, action, kind, body.into()));
    let taken = MEMORY.peak_usage().saturating_sub(before);
    assert!(
        taken <= BODY_LIMIT + 3 * BUDGET,
        "{action} took {taken} bytes"
    );
    let well = Bytes::from_static(&[1, 2, 3]);
    let (status, _) = call(&service, "numbers", "application/postcard", well);
    assert_eq!(status, StatusCode::OK);
    drop(guard);
    answer
}

pub(crate) fn service() -> Service {
    Service::builder(hostile_tests::actions(()))
        .body_limit(BODY_LIMIT as u64)
        .build()
}

fn on_small_stack<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        thread.spawn_scoped(scope, run).unwrap().join().unwrap()
    })
}

fn call(service: &Service, action: &str, kind: &str, body: Bytes) -> (StatusCode, String) {
    let info = service.actions().find(|info| info.name == action).unwrap();
    let request = Request::post(format!("http://localhost/rpc/{}", info.path()))
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
