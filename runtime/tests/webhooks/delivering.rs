//! What becomes of genuine deliveries.

use std::sync::Barrier;
use std::thread;

use tramline::webhook::Receiver;
use tramline::{ActionInfo, Body, Next, Service};

use crate::actions::{self, App, Elsewhere, INFO, NOW, OTHER_PATH, SECRET};
use crate::{Got, delivery, end, send, sent, served, serving, start, waits, with};

const SETTLED: &str = r#"{"type":"settled","order":"a"}"#;

fn taken(got: &Got) {
    assert_eq!((got.status, got.body.as_str()), (200, ""));
    assert_eq!(got.headers["cache-control"], "no-store");
    assert!(!got.headers.contains_key("content-type"));
}

#[test]
fn a_delivery_runs_once_and_is_answered_200_each_time() {
    let (app, service) = served();
    taken(&send(&service, delivery("1", SETTLED)));
    assert_eq!(app.noted(), ["extracted by Webhook", "1 a"]);
    for later in [0, 1, 299] {
        // Each attempt is signed anew.
        taken(&send(
            &service,
            sent(actions::PATH, "1", NOW + later, SETTLED),
        ));
        assert_eq!(app.noted(), [""; 0]);
    }
    taken(&send(&service, delivery("2", SETTLED)));
    assert_eq!(app.noted(), ["extracted by Webhook", "2 a"]);
}

#[test]
fn webhooks_that_share_a_receiver_do_not_share_deliveries() {
    let (app, service) = served();
    taken(&send(&service, delivery("1", SETTLED)));
    taken(&send(&service, sent(OTHER_PATH, "1", NOW, SETTLED)));
    assert_eq!(app.noted().len(), 4);
}

#[test]
fn an_unknown_event_is_taken_and_what_a_function_says_is_json() {
    let (_, service) = served();
    let got = send(&service, delivery("1", r#"{"type":"new","x":[1]}"#));
    assert_eq!(got.status, 200);
    assert_eq!(got.headers["content-type"], "application/json");
    assert_eq!(got.body, r#"{"words":"what?"}"#);
    // Whoever repeats it is not told again.
    taken(&send(&service, delivery("1", r#"{"type":"new","x":[1]}"#)));
}

#[test]
fn every_byte_counts_as_it_came() {
    let (app, service) = served();
    let body = "\u{20}\r\n{ \"order\" :\t\"\u{e9}\\u00e9\u{1f980}\" , \"type\":\"settled\" }\n\n";
    taken(&send(&service, delivery("1", body)));
    assert_eq!(app.noted()[1], "1 \u{e9}\u{e9}\u{1f980}");
}

#[test]
fn what_did_not_work_out_runs_again_when_its_sender_tries_again() {
    let failures = [
        (
            r#"{"type":"fail","order":"a"}"#,
            422,
            "unknown_order",
            "failing",
        ),
        (r#"{"type":"break"}"#, 500, "internal", "breaking"),
        (r#"{"type":"panic"}"#, 500, "internal", "panicking"),
        (r#"{"type":"settled"}"#, 422, "invalid_input", ""),
        (r#"{"type":"settled","order":1}"#, 422, "invalid_input", ""),
        ("{", 400, "malformed", ""),
        (r#"{"type":"wait","type":"wait"}"#, 400, "malformed", ""),
        ("", 422, "invalid_input", ""),
    ];
    for elsewhere in [false, true] {
        let receiver = Receiver::standard([SECRET]).unwrap();
        let receiver = match elsewhere {
            true => receiver.replay_store(Elsewhere::default()),
            false => receiver,
        };
        let (app, service) = serving(receiver);
        for (body, status, code, noted) in failures {
            for _ in 0..3 {
                let got = send(&service, delivery("1", body));
                assert_eq!(got.problem(), (status, code), "{body}");
                assert_eq!(got.headers["cache-control"], "no-store");
                let expected: Vec<&str> = ["extracted by Webhook", noted].into();
                let expected = expected.into_iter().filter(|text| !text.is_empty());
                assert_eq!(app.noted(), expected.collect::<Vec<_>>());
            }
        }
        // An extractor that refuses, too.
        let closed = with(delivery("1", SETTLED), "x-closed", Some("1"));
        assert_eq!(send(&service, closed).problem(), (409, "closed"));
        app.noted();
        taken(&send(&service, delivery("1", SETTLED)));
        assert_eq!(app.noted().len(), 2);
    }
}

#[test]
fn a_declared_error_is_a_problem_document() {
    let (_, service) = served();
    let got = send(&service, delivery("1", r#"{"type":"fail","order":"a"}"#));
    let text = &got.body;
    assert!(text.starts_with(r#"{"title":"Unprocessable"#), "{text}");
    assert!(
        text.contains(r#""detail":"There is no such order.""#),
        "{text}"
    );
    assert!(text.ends_with(r#""data":{"order":"a"}}"#), "{text}");
    let got = send(&service, delivery("1", r#"{"type":"settled"}"#));
    assert!(got.body.contains(r#""errors":["#), "{}", got.body);
}

#[test]
fn while_a_delivery_runs_its_sender_is_told_to_come_back() {
    const WAIT: &str = r#"{"type":"wait"}"#;
    for elsewhere in [false, true] {
        let receiver = Receiver::standard([SECRET]).unwrap();
        let receiver = match elsewhere {
            true => receiver.replay_store(Elsewhere::default()),
            false => receiver,
        };
        let (app, service) = serving(receiver);
        let mut first = start(&service, delivery("1", WAIT));
        waits(&mut first);
        // What is elsewhere takes a second look.
        waits(&mut first);
        assert_eq!(app.noted(), ["extracted by Webhook", "waiting"]);

        let second = send(&service, delivery("1", WAIT));
        assert_eq!(second.problem(), (503, "delivery_in_progress"));
        assert_eq!(second.headers["retry-after"], "5");
        // Others are not held up.
        taken(&send(&service, delivery("2", SETTLED)));
        app.noted();

        app.gate.add_permits(1);
        taken(&end(first));
        assert_eq!(app.noted(), ["done"]);
        taken(&send(&service, delivery("1", WAIT)));
        assert_eq!(app.noted(), [""; 0]);
    }
}

#[test]
fn a_sender_that_goes_away_leaves_nothing_behind() {
    let (app, service) = served();
    let mut first = start(&service, delivery("1", r#"{"type":"wait"}"#));
    waits(&mut first);
    drop(first);
    assert_eq!(app.noted(), ["extracted by Webhook", "waiting"]);
    app.gate.add_permits(1);
    taken(&send(&service, delivery("1", r#"{"type":"wait"}"#)));
    assert_eq!(app.noted(), ["extracted by Webhook", "waiting", "done"]);
}

#[test]
fn of_many_deliveries_at_once_one_runs() {
    const THREADS: usize = 8;
    let (app, service) = served();
    for round in 0..20 {
        let id = round.to_string();
        let barrier = Barrier::new(THREADS);
        let statuses: Vec<u16> = thread::scope(|scope| {
            let attempt = || {
                let request = delivery(&id, SETTLED);
                barrier.wait();
                send(&service, request).status
            };
            let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(attempt)).collect();
            let ended = threads.into_iter().map(|thread| thread.join().unwrap());
            ended.collect()
        });
        assert!(statuses.iter().all(|status| [200, 503].contains(status)));
        assert!(statuses.contains(&200));
        assert_eq!(app.noted().len(), 2, "{statuses:?}");
    }
}

#[test]
fn a_store_that_cannot_be_asked_lets_nothing_run() {
    let store = Elsewhere::default();
    let receiver = Receiver::standard([SECRET]).unwrap();
    let (app, service) = serving(receiver.replay_store(store.clone()));
    *store.fails.lock().unwrap() = Some("claim");
    assert_eq!(
        send(&service, delivery("1", SETTLED)).problem(),
        (500, "internal")
    );
    assert_eq!(app.noted(), [""; 0]);

    // What has happened has happened, and is not to be tried again.
    *store.fails.lock().unwrap() = Some("complete");
    taken(&send(&service, delivery("1", SETTLED)));
    assert_eq!(app.noted().len(), 2);
    *store.fails.lock().unwrap() = None;
    let again = send(&service, delivery("1", SETTLED));
    assert_eq!(again.problem(), (503, "delivery_in_progress"));
    assert_eq!(
        store.rows.lock().unwrap().keys().collect::<Vec<_>>(),
        ["/hooks/test 1"]
    );
}

#[test]
fn layers_stand_around_webhooks_as_well() {
    let app = App::new(Receiver::standard([SECRET]).unwrap());
    let layer = tower::layer::layer_fn(|next: Next| {
        tower::ServiceExt::map_request(next, |mut request: http::Request<Body>| {
            let info = request.extensions().get::<&'static ActionInfo>();
            assert_eq!(info.unwrap().label("source"), Some("test"));
            assert!(!request.headers().contains_key("cookie"));
            // No layer can make a forgery of it, or anything else.
            *request.uri_mut() = "/hooks/test?seen".parse().unwrap();
            request
        })
    });
    let service = Service::builder(actions::actions(app.clone()))
        .layer(layer)
        .build();
    let request = || with(delivery("1", SETTLED), "cookie", Some("session=1"));
    taken(&send(&service, request()));
    taken(&send(&service, request()));
    assert_eq!(app.noted(), ["extracted by Webhook", "1 a"]);
    let forged = with(request(), "webhook-id", Some("2"));
    assert_eq!(send(&service, forged).problem(), (401, "signature_invalid"));
}

#[test]
fn a_service_tells_its_webhooks_apart() {
    let app = || App::new(Receiver::standard([SECRET]).unwrap());
    let build = |service: tramline::ServiceBuilder| service.try_build().unwrap_err().to_string();
    let twice = Service::builder(actions::actions(app())).merge(actions::more(app()));
    assert_eq!(
        build(twice),
        "the webhooks `hooks.happened` and `more.hooks` both answer to `/hooks/test`"
    );
    for mount in ["/hooks", "/hooks/", "/hooks/test"] {
        let below = Service::builder(actions::more(app())).mount(mount);
        let expected = "the webhook `more.hooks` answers to `/hooks/test`, which is below the mount \
                        of the actions";
        assert_eq!(build(below), expected);
    }
    for mount in ["", "/", "/hook", "/hooks/tes", "/hooks/test/x", "/rpc"] {
        let beside = Service::builder(actions::more(app())).mount(mount);
        let service = beside.build();
        assert_eq!(
            send(&service, delivery("1", SETTLED)).status,
            200,
            "{mount}"
        );
        assert_eq!(service.actions().next().unwrap().id, INFO.id);
    }
}
