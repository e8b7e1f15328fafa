//! SECURITY.md, promises 2 and 3: no input aborts, hangs or kills the process, and the memory for
//! a request stays within the body limit plus three times the decode budget.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use std::sync::{Mutex, PoisonError};
use std::thread;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use peak_alloc::PeakAlloc;
use tower::ServiceExt as _;
use tramline::Service;
use tramline_syntax::digest::base64url;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The largest body, which is the default.
const BODY_LIMIT: usize = 1 << 20;

/// The decode budget, which is the default too.
const BUDGET: usize = 32 << 20;

/// What a thread of a server usually has.
const STACK: usize = 2 << 20;

/// 2^63 as a varint.
const HUGE: [u8; 10] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1];

#[test]
fn promise_2_recursion_is_refused() {
    for action in ["chain", "tree", "wide"] {
        check(action, vec![1; BODY_LIMIT], "too_deep");
    }
    check("expression", vec![0; BODY_LIMIT], "too_deep");
}

#[test]
fn promise_2_counts_without_end_are_refused() {
    for action in [
        "units",
        "nested_units",
        "numbers",
        "options",
        "ordered",
        "sets",
    ] {
        check(action, HUGE.to_vec(), "decode_budget");
    }
}

#[test]
fn promise_3_what_unfolds_is_refused() {
    for element in [&[0][..], &[1; 65]] {
        check("options", filled(element), "decode_budget");
    }
    check("ordered", entries(), "decode_budget");
    check(
        "sets",
        filled(&[&[1][..], &[1; 64]].concat()),
        "decode_budget",
    );
    check("boxes", filled(&[0; 64]), "decode_budget");
}

/// Whatever the answer is.
#[test]
fn promise_3_no_body_takes_more_memory_than_promised() {
    let elements = [
        &[0][..],
        &[1],
        &[2],
        &[0x7f],
        &[0, 1],
        &[1, 0],
        &[1, 1, 0],
        &[0xff; 2],
    ];
    for info in service().actions() {
        for element in elements {
            answer(info.name, filled(element));
            answer(info.name, element.repeat(BODY_LIMIT / element.len()));
        }
    }
}

/// Asserts that the action refuses the body for the reason `code`.
fn check(action: &str, body: Vec<u8>, code: &str) {
    let (status, text) = answer(action, body);
    assert_eq!(status, StatusCode::BAD_REQUEST, "{action}: {text}");
    assert!(text.contains(&format!("\"{code}\"")), "{action}: {text}");
}

/// The action's answer to `body`, given on a small stack, within the memory promised, by a service
/// that is well afterwards.
fn answer(action: &str, body: Vec<u8>) -> (StatusCode, String) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let service = service();
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let answer = on_small_stack(|| call(&service, action, body.into()));
    let taken = MEMORY.peak_usage().saturating_sub(before);
    assert!(
        taken <= BODY_LIMIT + 3 * BUDGET,
        "{action} took {taken} bytes"
    );
    let (status, _) = call(&service, "numbers", Bytes::from_static(&[1, 2, 3]));
    assert_eq!(status, StatusCode::OK);
    drop(guard);
    answer
}

fn service() -> Service {
    Service::new(hostile_tests::actions(()))
}

fn on_small_stack<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        thread.spawn_scoped(scope, run).unwrap().join().unwrap()
    })
}

fn call(service: &Service, action: &str, body: Bytes) -> (StatusCode, String) {
    let info = service.actions().find(|info| info.name == action).unwrap();
    let [id, fingerprint] = [info.id, info.fingerprint].map(base64url);
    let request = Request::post(format!("http://localhost/rpc/{id}.{fingerprint}/{action}"))
        .header("host", "localhost")
        .header("content-type", "application/postcard")
        .body(Full::new(body))
        .unwrap();
    // Everything is there at once, so nothing is waited for.
    let response = service
        .clone()
        .oneshot(request)
        .now_or_never()
        .unwrap()
        .unwrap();
    let status = response.status();
    let body = response
        .into_body()
        .collect()
        .now_or_never()
        .unwrap()
        .unwrap();
    (
        status,
        String::from_utf8_lossy(&body.to_bytes()).into_owned(),
    )
}

/// As many of `element` as a body can hold, after their count.
fn filled(element: &[u8]) -> Vec<u8> {
    let count = (BODY_LIMIT - 3) / element.len();
    let mut body = postcard::to_stdvec(&count).unwrap();
    body.extend(element.repeat(count));
    body
}

/// As many entries as a body can hold, with keys that differ and values that are absent.
fn entries() -> Vec<u8> {
    let count = BODY_LIMIT / 5;
    let mut body = postcard::to_stdvec(&count).unwrap();
    for key in 0..count {
        body.extend(postcard::to_stdvec(&(key, false)).unwrap());
    }
    body
}
