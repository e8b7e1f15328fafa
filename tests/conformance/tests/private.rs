//! Visibility never matters: private functions over private types in a nested private module are
//! called like any other.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use futures_util::FutureExt as _;
use http_body_util::{BodyExt as _, Full};
use tower::ServiceExt as _;

/// The status and the body of the answer to `input`.
fn ask(input: &[u8]) -> (u16, Vec<u8>) {
    let service = tramline::Service::new(conformance_tests::actions(()));
    let info = service
        .actions()
        .find(|info| info.name == "outer.inner.ask")
        .unwrap();
    let request = http::Request::post(format!("http://localhost/rpc/{}", info.path()))
        .header("content-type", "application/postcard")
        .body(Full::new(bytes::Bytes::copy_from_slice(input)))
        .unwrap();
    let response = service.oneshot(request).now_or_never().unwrap().unwrap();
    let status = response.status().as_u16();
    let body = response
        .into_body()
        .collect()
        .now_or_never()
        .unwrap()
        .unwrap();
    (status, body.to_bytes().to_vec())
}

#[test]
fn private_functions_over_private_types_are_called() {
    assert_eq!(ask(b"\x02hi\x00"), (200, vec![0]));
    assert_eq!(ask(b"\x02hi\x07"), (200, vec![1, 14]));
    assert_eq!(ask(b"\x00\x00"), (422, b"\x06boring\x00".to_vec()));
    assert_eq!(ask(b"\x02hi").0, 400);
}
