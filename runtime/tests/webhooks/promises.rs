//! Promise 14 of SECURITY.md.

use tramline::webhook::Receiver;
use tramline::webhook::standard::{self, SigningKey};

use crate::actions::{NOW, PATH, SECRET};
use crate::{delivery, send, sent, served, serving, with};

const NEW_SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const BODY: &str = " {\"type\":\"settled\",\"order\":\"\u{e9}\"}\n";

#[test]
fn promise_14_webhooks_are_checked_over_raw_bytes_within_300_seconds_and_run_once() {
    let (app, service) = served();
    assert_eq!(send(&service, delivery("1", BODY)).status, 200);
    assert_eq!(app.noted().len(), 2);
    assert_eq!(send(&service, delivery("1", BODY)).status, 200);
    assert_eq!(app.noted().len(), 0);

    // The same value in other bytes.
    let genuine = delivery("2", BODY);
    let mut respelled = delivery("2", BODY.trim());
    *respelled.headers_mut() = genuine.headers().clone();
    assert_eq!(send(&service, respelled).status, 401);
    for late in [-301, 301] {
        assert_eq!(
            send(&service, sent(PATH, "2", NOW + late, BODY)).status,
            401
        );
    }
    assert_eq!(app.noted().len(), 0);
}

#[test]
fn promise_14_a_key_is_replaced_without_losing_a_delivery() {
    let keys: [SigningKey; 2] = [SECRET, NEW_SECRET].map(|key| key.parse().unwrap());
    let signed = |id: &str, keys: &[SigningKey]| {
        let signatures = keys
            .iter()
            .map(|key| standard::sign(key, id, NOW, BODY.as_bytes()));
        let signatures: Vec<String> = signatures.collect();
        with(
            delivery(id, BODY),
            "webhook-signature",
            Some(&signatures.join(" ")),
        )
    };
    // Either side may be the first to change.
    for (receiver, sender, expected) in [
        (vec![SECRET], &keys[..1], 200),
        (vec![SECRET], &keys[..], 200),
        (vec![SECRET, NEW_SECRET], &keys[..1], 200),
        (vec![SECRET, NEW_SECRET], &keys[1..], 200),
        (vec![NEW_SECRET], &keys[..], 200),
        (vec![NEW_SECRET], &keys[1..], 200),
        (vec![NEW_SECRET], &keys[..1], 401),
        (vec![SECRET], &keys[1..], 401),
    ] {
        let (_, service) = serving(Receiver::standard(&receiver).unwrap());
        assert_eq!(
            send(&service, signed("1", sender)).status,
            expected,
            "{receiver:?}"
        );
    }
}
