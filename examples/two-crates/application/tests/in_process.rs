//! One service over three crates, called without a socket.
#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use accounts::Accounts;
use blog::Blog;
use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use model::{User, UserId};
use serde::Serialize;
use tower::ServiceExt as _;
use tramline::Service;

/// A post as it travels: number, author, title, body.
type Post = (u64, UserId, String, String);

async fn call(service: &Service, name: &str, input: &impl Serialize) -> (StatusCode, Bytes) {
    let action = service.actions().find(|action| action.name == name);
    let request = Request::post(format!("http://localhost/rpc/{}", action.unwrap().path()))
        .header("host", "localhost")
        .header("content-type", "application/postcard")
        .body(Full::<Bytes>::from(postcard::to_stdvec(input).unwrap()))
        .unwrap();
    let response = service.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap();
    (status, body.to_bytes())
}

#[tokio::test]
async fn every_crate_answers_with_its_own_state() {
    let service = two_crates::service(Accounts::default(), Blog::default());

    let (status, reply) = call(&service, "accounts.users.register", &("Ada",)).await;
    assert_eq!(status, StatusCode::OK);
    let ada: User = postcard::from_bytes(&reply).unwrap();
    let (_, reply) = call(&service, "accounts.users.find", &(ada.id,)).await;
    let found: Option<User> = postcard::from_bytes(&reply).unwrap();
    assert_eq!(found, Some(ada.clone()));

    let (status, reply) = call(&service, "blog.posts.publish", &(ada.id, "Notes", "G")).await;
    assert_eq!((status, &reply[..]), (StatusCode::OK, &[1][..]));
    let (_, reply) = call(&service, "blog.posts.posts_by", &(ada.id,)).await;
    let posts: Vec<Post> = postcard::from_bytes(&reply).unwrap();
    assert_eq!(posts, [(1, ada.id, "Notes".into(), "G".into())]);

    let (_, reply) = call(&service, "version", &()).await;
    let version: String = postcard::from_bytes(&reply).unwrap();
    assert_eq!(version, env!("CARGO_PKG_VERSION"));
}

#[tokio::test]
async fn an_error_of_a_feature_crate_carries_a_shared_type() {
    let service = two_crates::service(Accounts::default(), Blog::default());
    call(&service, "accounts.users.register", &("Ada",)).await;
    let (status, reply) = call(&service, "accounts.users.register", &("Ada",)).await;
    assert_eq!(status, StatusCode::CONFLICT);
    let error: (String, UserId) = postcard::from_bytes(&reply).unwrap();
    assert_eq!(error, ("name_taken".into(), UserId(1)));
}

#[test]
fn names_begin_with_the_namespace_of_their_crate() {
    let service = two_crates::service(Accounts::default(), Blog::default());
    let mut names: Vec<&str> = service.actions().map(|action| action.name).collect();
    names.sort_unstable();
    let expected = [
        "accounts.users.find",
        "accounts.users.register",
        "blog.posts.posts_by",
        "blog.posts.publish",
        "version",
    ];
    assert_eq!(names, expected);
}
