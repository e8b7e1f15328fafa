//! When a delivery is attempted, and what becomes of it: by the clock of the test.

use std::time::Duration;

use crate::support::{
    DAY, Does, FAILS, OK, UPDATED, URL, World, builder, register, run_for, states,
};
use tramline_webhooks::{DeliveryLog, DisabledReason, Schedule};

const SECOND: Duration = Duration::from_secs(1);

/// With these answers by turns there are requests at these times, and this comes of it.
async fn check(answers: &[Does], times: &[u64], state: &str) {
    let world = World::new();
    world.plan(URL, answers);
    let sender = crate::support::sender(&world);
    let endpoint = register(&sender).await;
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, 8 * DAY).await;
    assert_eq!(world.times(), times, "{answers:?}");
    assert_eq!(states(&sender, &endpoint.id).await, [state], "{answers:?}");
    // Whatever happened, it is the same message.
    let got = world.got();
    assert!(got.iter().all(|one| one.id() == got[0].id()));
    assert!(got.iter().all(|one| one.body == got[0].body));
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_fails_is_repeated_by_the_schedule() {
    check(&[OK], &[0], "delivered").await;
    check(&[Does::Answer(204, &[])], &[0], "delivered").await;
    check(&[FAILS, OK], &[0, 5], "delivered").await;
    check(
        &[FAILS, FAILS, Does::Answer(404, &[]), OK],
        &[0, 5, 305, 2105],
        "delivered",
    )
    .await;
    let all = [
        0, 5, 305, 2105, 9305, 27305, 63305, 113_705, 185_705, 272_105,
    ];
    check(&[FAILS], &all, "failed").await;
    check(&[Does::Breaks, OK], &[0, 5], "delivered").await;
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_has_fifteen_seconds() {
    check(&[Does::Hangs, OK], &[0, 20], "delivered").await;
    check(&[Does::Takes(14 * SECOND)], &[0], "delivered").await;
    check(&[Does::Takes(16 * SECOND), OK], &[0, 20], "delivered").await;
    // Once the status is there, the body changes nothing, and does not hold up the log for ever.
    check(&[Does::Drips(200)], &[0], "delivered").await;
    check(&[Does::Drips(500), OK], &[0, 20], "delivered").await;
}

#[tokio::test(start_paused = true)]
async fn a_redirect_is_a_failure() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Does::Answer(status, &[("location", "https://elsewhere.example/")]);
        check(&[elsewhere, OK], &[0, 5], "delivered").await;
    }
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_says_when_to_come_again() {
    for status in [429, 503] {
        check(
            &[Does::Answer(status, &[("retry-after", "60")]), OK],
            &[0, 60],
            "delivered",
        )
        .await;
        // Not before the schedule has it.
        check(
            &[Does::Answer(status, &[("retry-after", "1")]), OK],
            &[0, 5],
            "delivered",
        )
        .await;
        // And not later than in a day.
        let never = Does::Answer(status, &[("retry-after", "99999999999")]);
        check(&[never, OK], &[0, 86400], "delivered").await;
    }
    check(
        &[Does::Answer(503, &[("retry-after", "soon")]), OK],
        &[0, 30],
        "delivered",
    )
    .await;
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_under_load_gets_nothing_else_meanwhile() {
    let world = World::new();
    world.plan(URL, [Does::Answer(429, &[("retry-after", "120")]), OK]);
    let log = DeliveryLog::in_memory().unwrap();
    let sender = builder(log, &world).poll_interval(SECOND).build();
    let endpoint = register(&sender).await;
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    sender.send(&UPDATED).await.unwrap();
    sender.deliver_due().await.unwrap();
    assert_eq!(world.times(), [0]);
    assert!(
        sender
            .endpoint(&endpoint.id)
            .await
            .unwrap()
            .paused_until
            .is_some()
    );
    run_for(&sender, 300 * SECOND).await;
    assert_eq!(world.times(), [0, 120, 120]);
    assert_eq!(
        states(&sender, &endpoint.id).await,
        ["delivered", "delivered"]
    );
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_that_is_gone_is_disabled() {
    let world = World::new();
    world.plan(URL, [Does::Answer(410, &[])]);
    let sender = crate::support::sender(&world);
    let endpoint = register(&sender).await;
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, DAY).await;
    // It is not asked again, and gets nothing new.
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, DAY).await;
    assert_eq!(world.times(), [0]);
    assert_eq!(states(&sender, &endpoint.id).await, ["failed"]);
    let status = sender.endpoint(&endpoint.id).await.unwrap();
    assert_eq!(status.disabled.unwrap().1, DisabledReason::Gone);

    // Until somebody says so.
    world.plan(URL, [OK]);
    sender.enable(&endpoint.id).await.unwrap();
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, DAY).await;
    assert_eq!(states(&sender, &endpoint.id).await, ["failed", "delivered"]);
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_that_fails_for_days_is_disabled() {
    let world = World::new();
    world.plan(URL, [FAILS]);
    let log = DeliveryLog::in_memory().unwrap();
    let hourly = Schedule::new([Duration::from_secs(3600); 300]);
    let sender = builder(log, &world).schedule(hourly).build();
    let endpoint = register(&sender).await;
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, 5 * DAY - SECOND).await;
    let status = sender.endpoint(&endpoint.id).await.unwrap();
    assert!(status.disabled.is_none() && status.failing_since.is_some());
    assert_eq!(world.got().len(), 5 * 24);

    run_for(&sender, 2 * DAY).await;
    let status = sender.endpoint(&endpoint.id).await.unwrap();
    assert_eq!(status.disabled.unwrap().1, DisabledReason::Failing);
    assert_eq!((world.got().len(), status.pending), (5 * 24 + 1, 1));

    // What is pending is sent once it is taken up again.
    world.plan(URL, [OK]);
    sender.enable(&endpoint.id).await.unwrap();
    run_for(&sender, SECOND).await;
    let status = sender.endpoint(&endpoint.id).await.unwrap();
    assert!(status.disabled.is_none() && status.failing_since.is_none());
    assert_eq!(states(&sender, &endpoint.id).await, ["delivered"]);
}

#[tokio::test(start_paused = true)]
async fn a_success_ends_the_time_of_failure() {
    let world = World::new();
    world.plan(URL, [FAILS, OK, FAILS]);
    let log = DeliveryLog::in_memory().unwrap();
    let sender = builder(log, &world)
        .schedule(Schedule::new([3 * DAY; 9]))
        .build();
    let endpoint = register(&sender).await;
    // Fails at day 0, is delivered at day 3; another fails at days 3, 6 and 9.
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, 3 * DAY + SECOND).await;
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, 4 * DAY).await;
    assert!(
        sender
            .endpoint(&endpoint.id)
            .await
            .unwrap()
            .disabled
            .is_none()
    );
    run_for(&sender, 3 * DAY).await;
    assert!(
        sender
            .endpoint(&endpoint.id)
            .await
            .unwrap()
            .disabled
            .is_some()
    );
}

#[tokio::test(start_paused = true)]
async fn requests_at_the_same_time_are_bounded() {
    let world = World::new();
    let log = DeliveryLog::in_memory().unwrap();
    let sender = builder(log, &world)
        .concurrency(7)
        .endpoint_concurrency(3)
        .build();
    for number in 0..5 {
        let url = format!("https://partner-{number}.example/");
        world.plan(&url, [Does::Takes(SECOND)]);
        let endpoint = tramline_webhooks::Endpoint::new(url);
        sender.register(endpoint).await.unwrap();
    }
    for _ in 0..20 {
        sender.send(&UPDATED).await.unwrap();
    }
    assert_eq!(sender.deliver_due().await.unwrap(), 100);
    assert_eq!(world.most(), (7, 3));
    assert_eq!(sender.deliver_due().await.unwrap(), 0);
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_that_hangs_does_not_hold_up_others() {
    let world = World::new();
    let sender = crate::support::sender(&world);
    let slow = "https://slow.example/";
    world.plan(slow, [Does::Hangs]);
    sender
        .register(tramline_webhooks::Endpoint::new(slow))
        .await
        .unwrap();
    let quick = register(&sender).await;
    for _ in 0..10 {
        sender.send(&UPDATED).await.unwrap();
    }
    run_for(&sender, SECOND).await;
    assert_eq!(states(&sender, &quick.id).await, ["delivered"; 10]);
    let of_quick = world.got().into_iter().filter(|got| got.url == URL);
    assert!(of_quick.into_iter().all(|got| got.at < SECOND));
}

#[tokio::test(start_paused = true)]
async fn attempts_are_told_of() {
    let world = World::new();
    world.plan(URL, [FAILS, Does::Breaks, Does::Hangs, OK]);
    let sender = crate::support::sender(&world);
    let endpoint = register(&sender).await;
    let message = sender.send(&UPDATED).await.unwrap();
    run_for(&sender, DAY).await;
    let deliveries = sender.deliveries(&endpoint.id, None, 10).await.unwrap();
    let [delivery] = &deliveries[..] else {
        panic!("one delivery")
    };
    assert_eq!((&delivery.message, delivery.attempts), (&message, 4));
    assert_eq!(
        (&*delivery.event, &*delivery.version),
        ("product.updated", "v2")
    );
    let attempts = sender.attempts(delivery.id).await.unwrap();
    let told = attempts.iter().map(|attempt| {
        let status = attempt.status.map(|status| status.as_u16());
        let failure = attempt.failure.as_deref();
        let took = attempt.took.map(|took| took.as_secs());
        (attempt.number, status, failure, &*attempt.answer, took)
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            (1, Some(500), None, "as you say", Some(0)),
            (2, None, Some("connection reset"), "", Some(0)),
            (3, None, Some("no answer within 15s"), "", Some(15)),
            (4, Some(200), None, "as you say", Some(0)),
        ]
    );
}
