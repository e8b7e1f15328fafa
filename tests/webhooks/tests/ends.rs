//! From one end to the other, over a socket.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use std::time::{Duration, SystemTime};

use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tramline::Service;
use tramline_webhooks::{
    Attempt, Clock, DeliveryLog, DeliveryState, Endpoint, Registered, Scheme, Sender,
};
use webhooks_tests::{Partner, ProductUpdated, actions};

const UPDATED: ProductUpdated = ProductUpdated {
    id: 7,
    cents: 1_200,
};
const FREE: ProductUpdated = ProductUpdated { id: 7, cents: 0 };

/// Serves the partner, and returns where.
async fn serve(partner: &Partner) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hooks/shop", listener.local_addr().unwrap());
    let service = Service::new(actions(partner.clone()));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = TowerToHyperService::new(service.clone());
            let server = hyper::server::conn::http1::Builder::new();
            tokio::spawn(server.serve_connection(TokioIo::new(stream), service));
        }
    });
    url
}

fn sender() -> Sender {
    at(Duration::ZERO)
}

/// A sender whose clock is behind.
fn at(behind: Duration) -> Sender {
    struct Behind(Duration);
    impl Clock for Behind {
        fn now(&self) -> SystemTime {
            SystemTime::now() - self.0
        }
    }
    let builder = Sender::builder(DeliveryLog::in_memory().unwrap()).clock(Behind(behind));
    builder
        .allow_http(true)
        .allow_private_addresses(true)
        .build()
}

/// Registers an endpoint before anybody is there, since the partner needs its key.
async fn register(sender: &Sender, scheme: Scheme) -> Registered {
    let endpoint = Endpoint::new("http://127.0.0.1:9/").scheme(scheme);
    sender.register(endpoint).await.unwrap()
}

/// The last attempt of the newest delivery, and whether it has arrived.
async fn last(sender: &Sender, endpoint: &Registered) -> (bool, Attempt) {
    let delivery = sender
        .deliveries(&endpoint.id, None, 1)
        .await
        .unwrap()
        .remove(0);
    let attempt = sender.attempts(delivery.id).await.unwrap().pop().unwrap();
    let arrived = matches!(delivery.state, DeliveryState::Delivered { .. });
    (arrived, attempt)
}

#[tokio::test]
async fn what_is_sent_is_received_once() {
    for scheme in [Scheme::Hmac, Scheme::Ed25519] {
        let sender = sender();
        let endpoint = register(&sender, scheme).await;
        let partner = Partner::new(&[&endpoint.key]).unwrap();
        sender
            .set_url(&endpoint.id, &serve(&partner).await)
            .await
            .unwrap();

        let message = sender.send(&UPDATED).await.unwrap();
        assert_eq!(sender.deliver_due().await.unwrap(), 1);
        let (arrived, attempt) = last(&sender, &endpoint).await;
        assert!(
            arrived && attempt.status.unwrap().is_success(),
            "{attempt:?}"
        );
        assert_eq!(partner.heard(), [(message.to_string(), UPDATED)]);

        // Sent again it is welcome, and has no effect.
        let delivery = sender.deliveries(&endpoint.id, None, 1).await.unwrap()[0].id;
        sender.replay(delivery).await.unwrap();
        assert_eq!(sender.deliver_due().await.unwrap(), 1);
        assert!(last(&sender, &endpoint).await.0);
        assert_eq!(partner.heard().len(), 1);
    }
}

#[tokio::test]
async fn what_is_refused_is_sent_again() {
    let sender = sender();
    let endpoint = register(&sender, Scheme::Hmac).await;
    let partner = Partner::new(&[&endpoint.key]).unwrap();
    sender
        .set_url(&endpoint.id, &serve(&partner).await)
        .await
        .unwrap();
    sender.send(&FREE).await.unwrap();
    sender.deliver_due().await.unwrap();
    let (arrived, attempt) = last(&sender, &endpoint).await;
    assert_eq!((arrived, attempt.status.unwrap().as_u16()), (false, 422));
    // The log shows why.
    assert!(
        attempt.answer.contains(r#""code":"free""#),
        "{}",
        attempt.answer
    );
}

#[tokio::test]
async fn keys_change_without_a_gap() {
    let sender = sender();
    let old = register(&sender, Scheme::Hmac).await;
    let partner = Partner::new(&[&old.key]).unwrap();
    let new = sender.rotate(&old.id).await.unwrap();
    let other = Partner::new(&[&new.key]).unwrap();
    for partner in [&partner, &other] {
        sender
            .set_url(&old.id, &serve(partner).await)
            .await
            .unwrap();
        sender.send(&UPDATED).await.unwrap();
        sender.deliver_due().await.unwrap();
        assert_eq!(partner.heard().len(), 1);
    }
    // Once the old key has ended, who knows it alone hears nothing.
    sender.rotate_within(&old.id, Duration::ZERO).await.unwrap();
    sender
        .set_url(&old.id, &serve(&partner).await)
        .await
        .unwrap();
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    let (arrived, attempt) = last(&sender, &old).await;
    assert_eq!((arrived, attempt.status.unwrap().as_u16()), (false, 401));
    assert!(
        attempt.answer.contains("signature_invalid"),
        "{}",
        attempt.answer
    );
    assert_eq!(partner.heard().len(), 1);
}

#[tokio::test]
async fn a_sender_whose_clock_is_wrong_is_told() {
    let sender = at(Duration::from_secs(600));
    let endpoint = register(&sender, Scheme::Hmac).await;
    let partner = Partner::new(&[&endpoint.key]).unwrap();
    sender
        .set_url(&endpoint.id, &serve(&partner).await)
        .await
        .unwrap();
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    let (arrived, attempt) = last(&sender, &endpoint).await;
    assert_eq!((arrived, attempt.status.unwrap().as_u16()), (false, 401));
    assert!(
        attempt.answer.contains("signature_expired"),
        "{}",
        attempt.answer
    );
    assert!(partner.heard().is_empty());
}
