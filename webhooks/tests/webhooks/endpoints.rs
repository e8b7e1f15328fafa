//! Who gets what, and who looks after it.

use std::time::Duration;

use serde::Serialize;
use tramline::WebhookEvent;
use tramline_webhooks::{DeliveryLog, DisabledReason, Endpoint, EndpointId, Sender};

use crate::support::{
    DAY, FAILS, OK, UPDATED, URL, World, builder, register, run_for, sender, states,
};

#[derive(Serialize, WebhookEvent)]
#[webhook_event("product.updated", version = "v1")]
struct ProductUpdatedV1 {
    id: u32,
}

#[derive(Serialize, WebhookEvent)]
#[webhook_event("product.removed", version = "v2")]
struct ProductRemoved {
    id: u32,
}

/// What an endpoint gets of the four events, each sent for everybody, for `a` and for `b`.
async fn check(endpoint: fn(Endpoint) -> Endpoint, expected: &[&str]) {
    let world = World::new();
    let sender = sender(&world);
    let endpoint = endpoint(Endpoint::new(URL));
    let id = sender.register(endpoint).await.unwrap().id;
    sender.send(&UPDATED).await.unwrap();
    sender.send(&ProductUpdatedV1 { id: 7 }).await.unwrap();
    sender.send(&ProductRemoved { id: 7 }).await.unwrap();
    for account in ["a", "b"] {
        sender.to(account).send(&UPDATED).await.unwrap();
    }
    let deliveries = sender.deliveries(&id, None, 100).await.unwrap();
    let got = deliveries.iter().rev();
    let got = got.map(|delivery| format!("{} {}", delivery.event, delivery.version));
    assert_eq!(got.collect::<Vec<_>>(), expected);
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_gets_what_it_is_registered_for() {
    let (updated, first, removed) = (
        "product.updated v2",
        "product.updated v1",
        "product.removed v2",
    );
    check(|it| it, &[updated, first, removed]).await;
    check(|it| it.version("v2"), &[updated, removed]).await;
    check(|it| it.events(["product.updated"]), &[updated, first]).await;
    check(|it| it.events(["product.updated"]).version("v1"), &[first]).await;
    check(
        |it| it.events(["product.removed", "other", "other"]),
        &[removed],
    )
    .await;
    check(|it| it.events([""; 0]), &[]).await;
    // Nobody gets what was meant for another.
    check(|it| it.account("a"), &[updated]).await;
    check(|it| it.account("c"), &[]).await;
    check(|it| it.account("a").version("v1"), &[]).await;
}

#[tokio::test(start_paused = true)]
async fn a_payload_is_that_of_standard_webhooks() {
    let world = World::new();
    let sender = sender(&world);
    register(&sender).await;
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    let got = world.got().remove(0);
    assert_eq!(got.header("content-type"), "application/json");
    assert!(got.header("user-agent").starts_with("tramline-webhooks/"));
    let payload: serde_json::Value = serde_json::from_slice(&got.body).unwrap();
    assert_eq!(payload["type"], "product.updated");
    assert_eq!(payload["data"], serde_json::json!({ "id": 7 }));
    let timestamp = payload["timestamp"].as_str().unwrap();
    assert!(
        timestamp.starts_with("20") && timestamp.ends_with('Z'),
        "{timestamp}"
    );
    assert_eq!(payload.as_object().unwrap().len(), 3);
}

#[derive(WebhookEvent)]
#[webhook_event("broken", version = "v1")]
struct Broken;

impl Serialize for Broken {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("on purpose"))
    }
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_written_is_not_sent() {
    let world = World::new();
    let sender = sender(&world);
    let endpoint = register(&sender).await;
    let error = sender.send(&Broken).await.unwrap_err();
    assert!(error.is_event(), "{error:?}");
    assert!(states(&sender, &endpoint.id).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn urls_are_checked() {
    let world = World::new();
    let refused = |sender: Sender, url: &'static str| async move {
        let endpoint = Endpoint::new(url);
        matches!(sender.register(endpoint).await, Err(error) if error.is_url())
    };
    let strict = sender(&world);
    assert!(refused(strict.clone(), "http://partner.example/").await);
    assert!(refused(strict.clone(), "https://127.0.0.1/").await);
    assert!(refused(strict.clone(), "not a url").await);
    let id = register(&strict).await.id;
    let error = strict.set_url(&id, "https://[::1]/").await.unwrap_err();
    assert!(error.is_url());

    let log = DeliveryLog::in_memory().unwrap();
    let open = builder(log, &world)
        .allow_http(true)
        .allow_private_addresses(true)
        .build();
    assert!(!refused(open, "http://127.0.0.1/").await);
}

#[tokio::test(start_paused = true)]
async fn endpoints_are_looked_after() {
    let world = World::new();
    world.plan(URL, [FAILS]);
    let sender = sender(&world);
    let id = register(&sender).await.id;
    let other = Endpoint::new("https://other.example/")
        .events(["b", "a"])
        .version("v2")
        .account("x");
    let other = sender.register(other).await.unwrap().id;
    let all = sender.endpoints().await.unwrap();
    assert_eq!(
        all.iter().map(|it| &it.id).collect::<Vec<_>>(),
        [&id, &other]
    );
    assert_eq!((all[0].url.as_str(), &all[0].events), (URL, &None));
    assert_eq!(all[1].events, Some(vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(
        (all[1].version.as_deref(), all[1].account.as_deref()),
        (Some("v2"), Some("x"))
    );

    // Disabled, it gets nothing; what is pending waits.
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    sender.disable(&id).await.unwrap();
    let status = sender.endpoint(&id).await.unwrap();
    assert_eq!(status.disabled.unwrap().1, DisabledReason::Asked);
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, DAY).await;
    assert_eq!(
        (world.got().len(), states(&sender, &id).await),
        (1, vec!["pending"])
    );

    // Moved and taken up again, it gets what is pending there.
    let moved = "https://moved.example/";
    sender.set_url(&id, moved).await.unwrap();
    sender.enable(&id).await.unwrap();
    assert_eq!(sender.deliver_due().await.unwrap(), 1);
    assert_eq!(world.got()[1].url, moved);
    assert_eq!(states(&sender, &id).await, ["delivered"]);

    sender.remove(&id).await.unwrap();
    assert_eq!(sender.endpoints().await.unwrap().len(), 1);
    sender.send(&UPDATED).await.unwrap();
    assert_eq!(sender.deliver_due().await.unwrap(), 0);
}

#[tokio::test(start_paused = true)]
async fn what_is_unknown_is_said_to_be() {
    let sender = sender(&World::new());
    let nobody: EndpointId = "ep_0".parse().unwrap();
    for result in [
        sender.rotate(&nobody).await.map(drop),
        sender.set_url(&nobody, URL).await,
        sender.disable(&nobody).await,
        sender.enable(&nobody).await,
        sender.remove(&nobody).await,
        sender.endpoint(&nobody).await.map(drop),
        sender.deliveries(&nobody, None, 1).await.map(drop),
        sender.attempts(5.into()).await.map(drop),
        sender.replay(5.into()).await,
        sender
            .replay_failed(&nobody, std::time::UNIX_EPOCH)
            .await
            .map(drop),
    ] {
        assert!(result.unwrap_err().is_unknown());
    }
}

#[tokio::test(start_paused = true)]
async fn deliveries_are_replayed() {
    let world = World::new();
    world.plan(URL, [FAILS]);
    let sender = sender(&world);
    let id = register(&sender).await.id;
    for _ in 0..3 {
        sender.send(&UPDATED).await.unwrap();
    }
    run_for(&sender, 8 * DAY).await;
    assert_eq!(states(&sender, &id).await, ["failed"; 3]);
    let before = world.got();
    assert_eq!(before.len(), 30);

    world.plan(URL, [OK]);
    sender.enable(&id).await.unwrap();
    let first = sender.deliveries(&id, None, 3).await.unwrap()[2].id;
    sender.replay(first).await.unwrap();
    assert_eq!(sender.deliver_due().await.unwrap(), 1);
    assert_eq!(
        states(&sender, &id).await,
        ["delivered", "failed", "failed"]
    );
    assert_eq!(sender.attempts(first).await.unwrap().len(), 11);

    // What was delivered can be sent again too; it is the same message.
    sender.replay(first).await.unwrap();
    assert_eq!(sender.deliver_due().await.unwrap(), 1);
    let got = world.got();
    assert_eq!((got[30].id(), &got[30].body), (got[31].id(), &got[31].body));

    // The rest, in one go.
    assert_eq!(
        sender
            .replay_failed(&id, std::time::UNIX_EPOCH)
            .await
            .unwrap(),
        2
    );
    assert_eq!(sender.deliver_due().await.unwrap(), 2);
    assert_eq!(states(&sender, &id).await, ["delivered"; 3]);

    // A replay begins the schedule anew.
    world.plan(URL, [FAILS, OK]);
    sender.replay(first).await.unwrap();
    run_for(&sender, Duration::from_secs(10)).await;
    assert_eq!(sender.attempts(first).await.unwrap().len(), 14);
    assert_eq!(states(&sender, &id).await, ["delivered"; 3]);
}

#[tokio::test(start_paused = true)]
async fn deliveries_are_listed_in_pages() {
    let sender = sender(&World::new());
    let id = register(&sender).await.id;
    for _ in 0..5 {
        sender.send(&UPDATED).await.unwrap();
    }
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let page = sender.deliveries(&id, before, 2).await.unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        seen.extend(page.iter().map(|delivery| delivery.id.get()));
    }
    assert_eq!(seen, [5, 4, 3, 2, 1]);
}
