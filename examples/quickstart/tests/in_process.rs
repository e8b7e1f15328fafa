//! The whole application without a socket: requests go in, responses come out.
#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use axum::Router;
use axum::body::Body;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use quickstart::Store;
use serde::Serialize;
use tower::ServiceExt as _;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and more";

struct Guestbook {
    app: Router,
    service: tramline::Service,
}

impl Guestbook {
    fn new() -> Self {
        let store = Store::in_memory().unwrap();
        Guestbook {
            app: quickstart::app(store.clone()),
            service: quickstart::service(store),
        }
    }

    /// Calls a function of the guestbook, as the generated client would.
    async fn call(&self, name: &str, input: &impl Serialize) -> (StatusCode, Vec<u8>) {
        let mut actions = self.service.actions();
        let action = actions.find(|action| action.name == name).unwrap();
        let request = Request::post(format!("http://localhost/rpc/{}", action.path()))
            .header("host", "localhost")
            .header("content-type", "application/postcard")
            .body(Body::from(postcard::to_stdvec(input).unwrap()))
            .unwrap();
        let response = self.send(request).await;
        (response.status(), bytes(response).await)
    }

    async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.app.clone().oneshot(request).await.unwrap()
    }
}

async fn bytes(response: Response<Body>) -> Vec<u8> {
    let body = response.into_body().collect().await.unwrap();
    body.to_bytes().to_vec()
}

/// An entry as it travels: id, name, message, avatar, time.
type Entry = (i64, String, String, Vec<u8>, i64);

#[tokio::test]
async fn an_entry_is_signed_listed_and_deleted() {
    let guestbook = Guestbook::new();
    let (status, reply) = guestbook
        .call("guestbook.sign", &("Ada", "Hello", PNG))
        .await;
    assert_eq!(status, 200);
    let signed: Entry = postcard::from_bytes(&reply).unwrap();
    assert_eq!(signed.0, (1 << 53) + 1);
    assert_eq!(signed.3, PNG);

    let (status, reply) = guestbook
        .call("guestbook.list_entries", &(None::<u32>,))
        .await;
    assert_eq!(status, 200);
    let listed: (Vec<Entry>, u32, u32, u32) = postcard::from_bytes(&reply).unwrap();
    assert_eq!(listed, (vec![signed.clone()], 1, 1, 1));

    for existed in [true, false] {
        let (status, reply) = guestbook.call("guestbook.delete_entry", &signed.0).await;
        assert_eq!((status, reply), (StatusCode::OK, vec![u8::from(existed)]));
    }
}

#[tokio::test]
async fn a_declared_error_carries_its_code_and_data() {
    let guestbook = Guestbook::new();
    guestbook
        .call("guestbook.sign", &("Ada", "Hello", PNG))
        .await;
    let (status, reply) = guestbook
        .call("guestbook.sign", &("ada", "Again", PNG))
        .await;
    assert_eq!(status, 409);
    let error: (String, i64, String) = postcard::from_bytes(&reply).unwrap();
    let expected = ("name_taken".into(), (1 << 53) + 1, "ada 2".into());
    assert_eq!(error, expected);
}

#[tokio::test]
async fn the_page_is_served_with_its_guards() {
    let guestbook = Guestbook::new();
    for path in ["/", "/style.css", "/main.js", "/api/guestbook.js"] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = guestbook.send(request).await;
        assert_eq!(response.status(), 200, "{path}");
        let policy = &response.headers()["content-security-policy"];
        assert!(policy.to_str().unwrap().contains("default-src 'none'"));
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    }
    let request = Request::get("/../Cargo.toml").body(Body::empty()).unwrap();
    assert_eq!(guestbook.send(request).await.status(), 404);
}
