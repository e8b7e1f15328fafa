//! What the routes answer.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use http_body_util::BodyExt as _;
use tower_service::Service as _;
use tramline::http::{Request, header};
use tramline::{Body, Service};

/// Polls until it is ready: nothing here waits for anything.
fn ready<F: Future + Unpin>(mut future: F) -> F::Output {
    for _ in 0..100 {
        let context = &mut Context::from_waker(Waker::noop());
        if let Poll::Ready(output) = Pin::new(&mut future).poll(context) {
            return output;
        }
    }
    panic!("no answer");
}

fn call(request: &str, body: &str) -> (u16, String) {
    let (method, path) = request.split_once(' ').unwrap();
    let mut service = Service::builder(crate::actions(())).build();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONTENT_LENGTH, body.len())
        .body(Body::from(body.to_owned()))
        .unwrap();
    let response = ready(service.call(request)).unwrap();
    let (head, body) = response.into_parts();
    let body = ready(body.collect()).unwrap().to_bytes();
    let text = String::from_utf8(body.to_vec()).unwrap();
    (head.status.as_u16(), text)
}

fn answers(request: &str, body: &str, status: u16, text: &str) {
    assert_eq!(call(request, body), (status, text.to_owned()), "{request}");
}

/// What is refused names the parameter or the member.
fn refuses(request: &str, body: &str, status: u16, part: &str) {
    let (found, text) = call(request, body);
    assert_eq!(found, status, "{request}: {text}");
    assert!(text.contains(part), "{request}: {text}");
}

#[test]
fn the_path_is_decoded() {
    let product = r#"{"id":7,"name":"Lamp","kind":"second_hand"}"#;
    answers("GET /v2/products/7", "", 200, product);
    answers("GET /v1/products/7", "", 200, r#""Lamp""#);
    refuses("GET /v2/products/x", "", 422, r#""parameter":"id""#);
    answers("POST /v2/stock/count-again", "", 204, "");
    answers("GET /v2/stock/of-product?id=9", "", 200, "9");
}

#[test]
fn a_struct_is_read_from_the_query() {
    let all = "kinds=new&kinds=second_hand&maxPrice=9.5&inStock=true&limit=3&after=8&unknown=1";
    let all = format!("GET /v2/products?{all}");
    answers(&all, "", 200, r#""2 Some(9.5) true 3 Some(8)""#);
    answers("GET /v1/products", "", 200, r#""0 None false 0 None""#);
    let other = "GET /v2/products?kinds=other";
    refuses(other, "", 422, r#""parameter":"kinds""#);
    let twice = "GET /v2/products?limit=1&limit=2";
    refuses(twice, "", 422, r#""parameter":"limit""#);
}

#[test]
fn a_struct_beside_other_inputs_is_read_from_the_query() {
    let path = "GET /v2/shops/a%20b/products";
    let all = format!("{path}?tags=x&tags=y&order=age&limit=3&after=8&page=9");
    answers(&all, "", 200, r#""a b 3 Some(8) age [\"x\", \"y\"]""#);
    answers(path, "", 200, r#""a b 0 None name []""#);
    let after = format!("{path}?after=x");
    refuses(&after, "", 422, r#""parameter":"after""#);
}

#[test]
fn the_rest_is_read_from_the_body() {
    let new = r#"{"name":"Chair","kind":"new"}"#;
    let chair = |id: u8| format!(r#"{{"id":{id},"name":"Chair","kind":"new"}}"#);
    answers("POST /v2/products", new, 201, &chair(1));
    answers("PUT /v2/products/3?dry_run=true", new, 200, &chair(3));
    let patch = format!(r#"{{"product":{new},"dry_run":false}}"#);
    answers("PATCH /v2/products/4", &patch, 200, &chair(4));
    let price = r#"{"cents":5,"currency":"e\u0075r","id":99}"#;
    answers("POST /v2/products/5/prices", price, 200, r#""5 5 eur""#);
    let wrong = r#"{"cents":"5","currency":"eur"}"#;
    refuses(
        "POST /v2/products/5/prices",
        wrong,
        422,
        r#""pointer":"/cents""#,
    );
    answers("DELETE /v2/products/5", "", 204, "");
    answers("POST /v2/reindex", "", 204, "");
}

#[test]
fn what_only_routes_lead_to_is_no_action_of_clients() {
    let actions = crate::actions(());
    let info = actions.infos().find(|info| info.name == "get_product_v1");
    let path = format!("POST /rpc/{}", info.unwrap().path());
    refuses(&path, "", 404, "unknown_action");
    assert_eq!(actions.infos().count(), 13);
}
