//! Extractors.

use std::net::SocketAddr;

use tramline::{Peer, Service};

use crate::actions::{App, Visits, Where, Who, actions};
use crate::harness::{call, call_on, post, with};

#[test]
fn an_extractor_that_refuses_answers_a_declared_error() {
    assert_eq!(
        call(post(Who::INFO, b"")).answer(),
        (401, &b"\x0asigned_out"[..])
    );
}

#[test]
fn an_extractor_runs_before_the_body_is_read() {
    let app = App::default();
    let service = Service::new(actions(app.clone()));
    // The body is not what the action takes, but the caller is refused first.
    let got = call_on(&service, post(Who::INFO, b"nonsense"));
    assert_eq!(got.answer(), (401, &b"\x0asigned_out"[..]));
    assert_eq!(app.noted(), ["extract"]);
    let known = with(post(Who::INFO, b"nonsense"), "authorization", "Bearer 7");
    assert_eq!(
        call_on(&service, known).problem(),
        (400, "malformed".into())
    );
}

#[test]
fn cookies_and_headers_are_the_requests() {
    let user = || with(post(Who::INFO, b""), "authorization", "Bearer 7");
    assert_eq!(call(user()).answer(), (200, &[7, 0, 0][..]));
    let themed = with(user(), "cookie", "a=1; theme=dark; broken; theme2=x");
    assert_eq!(call(themed).answer(), (200, &b"\x07\x01\x04dark\x00"[..]));
    let agent = with(user(), "user-agent", "me");
    assert_eq!(call(agent).answer(), (200, &b"\x07\x00\x01\x02me"[..]));
}

#[test]
fn the_peer_is_what_the_server_says() {
    let address: SocketAddr = ([10, 0, 0, 1], 80).into();
    let mut request = post(Where::INFO, b"");
    request.extensions_mut().insert(address);
    assert_eq!(call(request).answer(), (200, &b"\x0b10.0.0.1:80"[..]));
    let mut request = post(Where::INFO, b"");
    request.extensions_mut().insert(Peer(address));
    assert_eq!(call(request).answer(), (200, &b"\x0b10.0.0.1:80"[..]));
    let forged = with(post(Where::INFO, b""), "x-forwarded-for", "10.0.0.1");
    assert_eq!(call(forged).problem(), (500, "internal".into()));
}

#[test]
fn an_extension_is_what_a_layer_attached() {
    let mut request = post(Visits::INFO, b"");
    request.extensions_mut().insert(3_u8);
    assert_eq!(call(request).answer(), (200, &[3][..]));
    assert_eq!(
        call(post(Visits::INFO, b"")).problem(),
        (500, "internal".into())
    );
}
