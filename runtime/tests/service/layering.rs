//! Layers between routing and the actions.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use http::{HeaderValue, Request, Response, StatusCode};
use http_body_util::Full;
use tower::layer::layer_fn;
use tower::limit::ConcurrencyLimitLayer;
use tower::{Layer, ServiceExt as _};
use tramline::{ActionInfo, Body, BoxError, Next, Service};

use crate::actions::{Add, App, Double, Panic, Ping, Visits, actions};
use crate::harness::{call_on, get, post, with};

fn action(request: &Request<Body>) -> &'static ActionInfo {
    request.extensions().get::<&'static ActionInfo>().unwrap()
}

/// Notes what it sees of every request.
fn watch(
    name: &'static str,
    seen: &Arc<Mutex<Vec<String>>>,
) -> impl Layer<
    Next,
    Service: Send
                 + Sync
                 + Clone
                 + tower::Service<
        Request<Body>,
        Response = Response<Body>,
        Error = Infallible,
        Future: Send,
    >,
> + Send
+ use<> {
    let seen = Arc::clone(seen);
    layer_fn(move |next: Next| {
        let seen = Arc::clone(&seen);
        next.map_request(move |mut request: Request<Body>| {
            let info = action(&request);
            let label = info.label("area").unwrap_or("-");
            seen.lock()
                .unwrap()
                .push(format!("{name} {} {label}", info.name));
            request.extensions_mut().insert(3_u8);
            request
        })
    })
}

#[test]
fn layers_see_the_action_and_the_first_added_sees_it_first() {
    let seen = Arc::default();
    let service = Service::builder(actions(App::default()))
        .layer(watch("outer", &seen))
        .layer(watch("inner", &seen))
        .build();
    assert_eq!(call_on(&service, post(Ping::INFO, b"")).answer().0, 204);
    assert_eq!(
        call_on(&service, post(Add::INFO, &[1, 2])).answer(),
        (200, &[3][..])
    );
    assert_eq!(
        call_on(&service, get(Double::INFO, "?i=AQU")).answer(),
        (200, &[10][..])
    );
    // What a layer attaches, extractors find.
    assert_eq!(
        call_on(&service, post(Visits::INFO, b"")).answer(),
        (200, &[3][..])
    );
    let expected = [
        "outer ping health",
        "inner ping health",
        "outer add -",
        "inner add -",
        "outer double -",
        "inner double -",
        "outer visits -",
        "inner visits -",
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[test]
fn layers_see_only_what_was_admitted() {
    let seen = Arc::default();
    let service = Service::builder(actions(App::default()))
        .layer(watch("layer", &seen))
        .build();
    let refused = [
        with(post(Add::INFO, &[1, 2]), "host", "evil.example"),
        with(post(Add::INFO, &[1, 2]), "sec-fetch-site", "cross-site"),
        with(post(Add::INFO, &[1, 2]), "content-length", "99999999"),
    ];
    for request in refused {
        assert!(call_on(&service, request).status.is_client_error());
    }
    assert!(seen.lock().unwrap().is_empty());
}

#[test]
fn a_layer_can_answer_itself_and_change_responses() {
    let guard = layer_fn(|next: Next| {
        tower::service_fn(move |request: Request<Body>| {
            let next = next.clone();
            async move {
                if action(&request).name == "add" {
                    let mut no = Response::new(Full::new(bytes::Bytes::from_static(b"no")));
                    *no.status_mut() = StatusCode::IM_A_TEAPOT;
                    return Ok(no.map(Body::new));
                }
                let mut response = next.oneshot(request).await?;
                response
                    .headers_mut()
                    .insert("x-layer", HeaderValue::from_static("1"));
                Ok::<_, Infallible>(response)
            }
        })
    });
    let service = Service::builder(actions(App::default()))
        .layer(guard)
        .build();
    let got = call_on(&service, post(Add::INFO, &[1, 2]));
    assert_eq!((got.status.as_u16(), &got.body[..]), (418, &b"no"[..]));
    assert_eq!(
        call_on(&service, post(Ping::INFO, b"")).headers["x-layer"],
        "1"
    );
}

#[test]
fn what_goes_wrong_in_a_layer_costs_one_response() {
    let failing = layer_fn(|_: Next| {
        tower::service_fn(|request: Request<Body>| async move {
            match action(&request).name {
                "add" => panic!("in a layer"),
                _ => Err::<Response<Body>, BoxError>("secret".into()),
            }
        })
    });
    let forgetful = layer_fn(|next: Next| {
        next.map_request(|request: Request<Body>| Request::new(request.into_body()))
    });
    let broken = Service::builder(actions(App::default()))
        .layer(failing)
        .build();
    let lost = Service::builder(actions(App::default()))
        .layer(forgetful)
        .build();
    for got in [
        call_on(&broken, post(Add::INFO, &[1, 2])),
        call_on(&broken, post(Ping::INFO, b"")),
        call_on(&lost, post(Ping::INFO, b"")),
    ] {
        assert_eq!(got.problem(), (500, "internal".into()));
        assert!(!String::from_utf8_lossy(&got.body).contains("secret"));
    }
}

#[test]
fn layers_of_others_fit_and_see_a_panic_as_a_response() {
    let service = Service::builder(actions(App::default()))
        .layer(
            tower::ServiceBuilder::new()
                .layer(ConcurrencyLimitLayer::new(1))
                .into_inner(),
        )
        .layer(layer_fn(|next: Next| {
            next.map_response(|response: Response<Body>| {
                assert_eq!(response.status(), 500);
                response
            })
        }))
        .build();
    for _ in 0..3 {
        let got = call_on(&service, post(Panic::INFO, b""));
        assert_eq!(got.problem(), (500, "internal".into()));
    }
}
