//! Signatures, as others verify them; and keys while they change.

use std::time::Duration;

use standardwebhooks::Webhook;
use tramline::webhook::standard::{self, Key};
use tramline_webhooks::{DeliveryLog, Endpoint, Scheme};

use crate::support::{DAY, Got, OK, UPDATED, URL, World, builder, register, sender};

/// Whether the library of Standard Webhooks takes it, at the time it was sent.
fn theirs(got: &Got, key: &str) -> bool {
    let timestamp = got.header("webhook-timestamp").parse().unwrap();
    let signed = Webhook::new(key)
        .unwrap()
        .sign(got.id(), timestamp, &got.body);
    let signed = signed.unwrap();
    let mut signatures = got.header("webhook-signature").split(' ');
    signatures.any(|signature| signature == signed)
}

/// Whether a receiver of tramline's would.
fn ours(got: &Got, key: &str) -> bool {
    let key: Key = key.parse().unwrap();
    let (timestamp, signatures) = (
        got.header("webhook-timestamp"),
        got.header("webhook-signature"),
    );
    standard::verify(&[key], got.id(), timestamp, signatures, &got.body).is_some()
}

#[tokio::test(start_paused = true)]
async fn others_verify_what_is_signed() {
    let world = World::new();
    let sender = sender(&world);
    let key = register(&sender).await.key;
    assert!(key.starts_with("whsec_"));
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    let got = world.got().remove(0);
    // Headers, time and all.
    Webhook::new(&key)
        .unwrap()
        .verify(&got.body, &got.headers)
        .unwrap();
    assert!(theirs(&got, &key) && ours(&got, &key));
}

#[tokio::test(start_paused = true)]
async fn others_refuse_what_was_changed() {
    let world = World::new();
    let sender = sender(&world);
    let key = register(&sender).await.key;
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    let got = world.got().remove(0);
    let verifier = Webhook::new(&key).unwrap();
    for index in 0..got.body.len() {
        let mut body = got.body.to_vec();
        body[index] ^= 1;
        assert!(
            verifier.verify(&body, &got.headers).is_err(),
            "byte {index}"
        );
    }
    for (name, value) in [
        (
            "webhook-id",
            "msg_00000000000000000000000000000000".to_owned(),
        ),
        (
            "webhook-timestamp",
            (got.header("webhook-timestamp").parse::<i64>().unwrap() + 1).to_string(),
        ),
        (
            "webhook-signature",
            got.header("webhook-signature").replace("v1,", "v1,A"),
        ),
    ] {
        let mut headers = got.headers.clone();
        headers.insert(name, value.parse().unwrap());
        assert!(verifier.verify(&got.body, &headers).is_err(), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_attempt_is_signed_anew() {
    let world = World::new();
    world.plan(URL, [crate::support::FAILS, OK]);
    let sender = sender(&world);
    let key = register(&sender).await.key;
    sender.send(&UPDATED).await.unwrap();
    crate::support::run_for(&sender, Duration::from_secs(10)).await;
    let [first, second] = &world.got()[..] else {
        panic!("two attempts")
    };
    let at = |got: &Got| got.header("webhook-timestamp").parse::<i64>().unwrap();
    assert_eq!(at(second) - at(first), 5);
    assert!(theirs(first, &key) && theirs(second, &key));
}

#[tokio::test(start_paused = true)]
async fn ed25519_is_verified_by_the_public_key_alone() {
    let world = World::new();
    let sender = sender(&world);
    let endpoint = Endpoint::new(URL).scheme(Scheme::Ed25519);
    let registered = sender.register(endpoint).await.unwrap();
    assert!(registered.key.starts_with("whpk_"));
    sender.send(&UPDATED).await.unwrap();
    let rotated = sender.rotate(&registered.id).await.unwrap();
    assert!(rotated.key.starts_with("whpk_") && rotated.key != registered.key);
    sender.deliver_due().await.unwrap();
    let got = world.got().remove(0);
    assert!(got.header("webhook-signature").starts_with("v1a,"));
    assert!(ours(&got, &registered.key) && ours(&got, &rotated.key));
}

#[tokio::test(start_paused = true)]
async fn a_key_that_was_replaced_signs_for_a_while() {
    let world = World::new();
    let sender = sender(&world);
    let first = register(&sender).await;
    let second = sender.rotate(&first.id).await.unwrap();
    let third = sender.rotate(&first.id).await.unwrap();
    let signed_by = async |keys: &[&str]| {
        sender.send(&UPDATED).await.unwrap();
        sender.deliver_due().await.unwrap();
        let got = world.got().pop().unwrap();
        let all = [&first.key, &second.key, &third.key];
        let signed = all
            .into_iter()
            .filter(|key| theirs(&got, key) && ours(&got, key));
        assert_eq!(signed.collect::<Vec<_>>(), keys);
        assert_eq!(
            got.header("webhook-signature").split(' ').count(),
            keys.len()
        );
    };
    signed_by(&[&first.key, &second.key, &third.key]).await;
    tokio::time::advance(DAY - Duration::from_secs(1)).await;
    signed_by(&[&first.key, &second.key, &third.key]).await;
    tokio::time::advance(Duration::from_secs(1)).await;
    signed_by(&[&third.key]).await;
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_known_to_others_stops_at_once() {
    let world = World::new();
    let sender = sender(&world);
    let first = register(&sender).await;
    let second = sender.rotate(&first.id).await.unwrap();
    let third = sender
        .rotate_within(&first.id, Duration::ZERO)
        .await
        .unwrap();
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    let got = world.got().remove(0);
    let signed = [first, second, third].map(|one| theirs(&got, &one.key));
    assert_eq!(signed, [false, false, true]);
}

#[tokio::test(start_paused = true)]
async fn a_key_can_be_brought_along() {
    let world = World::new();
    let sender = builder(DeliveryLog::in_memory().unwrap(), &world).build();
    let key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let registered = sender
        .register_with_key(Endpoint::new(URL), key)
        .await
        .unwrap();
    assert_eq!(registered.key, key);
    assert!(!format!("{registered:?}").contains(key));
    for none in [
        "whsec_c2hvcnQ=",
        "nonsense",
        "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=",
    ] {
        let error = sender
            .register_with_key(Endpoint::new(URL), none)
            .await
            .unwrap_err();
        assert!(
            error.is_key() && !format!("{error:?}").contains(none),
            "{error:?}"
        );
    }
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    assert!(theirs(&world.got()[0], key));
}
