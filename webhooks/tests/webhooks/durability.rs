//! What is sent survives: the process, the transaction it belongs to, and other processes.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::support::{
    DAY, Does, FAILS, OK, UPDATED, URL, World, builder, register, run_for, states,
};
use tramline_webhooks::rusqlite::Connection;
use tramline_webhooks::{DeliveryLog, create_tables};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn what_a_crash_cut_off_is_sent_again_under_the_same_id() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("webhooks.sqlite");
    let world = World::new();
    world.plan(URL, [Does::Hangs, OK]);

    let sender = builder(DeliveryLog::open(&path).unwrap(), &world).build();
    let endpoint = register(&sender).await.id;
    let message = sender.send(&UPDATED).await.unwrap();
    // The process ends in the middle of an attempt: nothing is settled.
    let running = tokio::spawn(sender.run(std::future::pending()));
    tokio::time::sleep(5 * SECOND).await;
    running.abort();
    assert!(running.await.unwrap_err().is_cancelled());
    drop(sender);
    assert_eq!(world.got().len(), 1);

    // The next one waits until nobody can still be at it.
    let sender = crate::support::builder(DeliveryLog::open(&path).unwrap(), &world).build();
    assert_eq!(sender.deliver_due().await.unwrap(), 0);
    run_for(&sender, 120 * SECOND).await;
    let got = world.got();
    assert_eq!(world.times(), [0, 60]);
    assert_eq!(
        (got[0].id(), got[1].id()),
        (message.as_str(), message.as_str())
    );
    assert_eq!(got[0].body, got[1].body);
    assert_eq!(states(&sender, &endpoint).await, ["delivered"]);

    // The log knows of both.
    let delivery = sender.deliveries(&endpoint, None, 1).await.unwrap()[0].id;
    let attempts = sender.attempts(delivery).await.unwrap();
    let took: Vec<_> = attempts.iter().map(|attempt| attempt.took).collect();
    assert_eq!(took, [None, Some(Duration::ZERO)]);
}

#[tokio::test(start_paused = true)]
async fn what_was_sent_before_a_crash_is_delivered_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("webhooks.sqlite");
    let world = World::new();
    let sender = builder(DeliveryLog::open(&path).unwrap(), &world).build();
    let endpoint = register(&sender).await.id;
    sender.send(&UPDATED).await.unwrap();
    drop(sender);

    let sender = builder(DeliveryLog::open(&path).unwrap(), &world).build();
    assert_eq!(sender.deliver_due().await.unwrap(), 1);
    assert_eq!(states(&sender, &endpoint).await, ["delivered"]);
}

#[tokio::test(start_paused = true)]
async fn a_retry_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("webhooks.sqlite");
    let world = World::new();
    world.plan(URL, [FAILS, FAILS, OK]);
    let sender = builder(DeliveryLog::open(&path).unwrap(), &world).build();
    register(&sender).await;
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, 10 * SECOND).await;
    drop(sender);
    assert_eq!(world.times(), [0, 5]);

    let sender = builder(DeliveryLog::open(&path).unwrap(), &world).build();
    run_for(&sender, 400 * SECOND).await;
    assert_eq!(world.times(), [0, 5, 305]);
}

#[tokio::test(start_paused = true)]
async fn shutting_down_waits_for_what_is_under_way() {
    let world = World::new();
    world.plan(URL, [Does::Takes(10 * SECOND)]);
    let sender = crate::support::sender(&world);
    let endpoint = register(&sender).await;
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, SECOND).await;
    assert_eq!(states(&sender, &endpoint.id).await, ["delivered"]);
}

#[tokio::test(start_paused = true)]
async fn several_processes_share_a_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("webhooks.sqlite");
    let world = World::new();
    world.plan(URL, [Does::Takes(SECOND / 10)]);
    let open = || builder(DeliveryLog::open(&path).unwrap(), &world).build();
    let [one, other] = [open(), open()];
    register(&one).await;
    for number in 0..40 {
        let sender = if number % 2 == 0 { &one } else { &other };
        sender.send(&UPDATED).await.unwrap();
    }
    let (by_one, by_other) = tokio::join!(one.deliver_due(), other.deliver_due());
    assert_eq!(by_one.unwrap() + by_other.unwrap(), 40);
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for got in world.got() {
        *times.entry(got.id().to_owned()).or_default() += 1;
    }
    assert_eq!(times.len(), 40);
    assert!(times.values().all(|times| *times == 1));
}

#[tokio::test(start_paused = true)]
async fn an_event_commits_with_the_transaction_it_belongs_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.sqlite");
    let mut shop = Connection::open(&path).unwrap();
    shop.pragma_update(None, "journal_mode", "wal").unwrap();
    create_tables(&shop).unwrap();
    shop.execute_batch("create table products (id integer primary key, price integer)")
        .unwrap();

    let world = World::new();
    let sender = builder(DeliveryLog::open(&path).unwrap(), &world).build();
    let endpoint = register(&sender).await.id;
    let price = |shop: &Connection| -> Option<i64> {
        shop.query_row("select max(price) from products", [], |row| row.get(0))
            .unwrap()
    };

    let transaction = shop.transaction().unwrap();
    transaction
        .execute("insert into products values (7, 10)", [])
        .unwrap();
    sender.send_in(&transaction, &UPDATED).unwrap();
    // Not before it is true.
    assert!(states(&sender, &endpoint).await.is_empty());
    assert_eq!(sender.deliver_due().await.unwrap(), 0);
    transaction.rollback().unwrap();
    assert_eq!(
        (sender.deliver_due().await.unwrap(), price(&shop)),
        (0, None)
    );

    let transaction = shop.transaction().unwrap();
    transaction
        .execute("insert into products values (7, 20)", [])
        .unwrap();
    let message = sender.send_in(&transaction, &UPDATED).unwrap();
    transaction.commit().unwrap();
    assert_eq!(
        (sender.deliver_due().await.unwrap(), price(&shop)),
        (1, Some(20))
    );
    assert_eq!(world.got()[0].id(), message.as_str());
    assert_eq!(states(&sender, &endpoint).await, ["delivered"]);
}

#[tokio::test(start_paused = true)]
async fn an_event_in_another_database_is_an_error() {
    let sender = crate::support::sender(&World::new());
    let mut other = Connection::open_in_memory().unwrap();
    let transaction = other.transaction().unwrap();
    let error = sender.send_in(&transaction, &UPDATED).unwrap_err();
    assert!(error.is_log(), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn what_was_settled_long_ago_can_be_removed() {
    let world = World::new();
    world.plan(URL, [OK, FAILS]);
    let sender = crate::support::sender(&world);
    let endpoint = register(&sender).await.id;
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, DAY).await;
    sender.send(&UPDATED).await.unwrap();
    run_for(&sender, DAY).await;
    assert_eq!(states(&sender, &endpoint).await, ["delivered", "pending"]);
    assert_eq!(
        sender.prune(world.clock.began() + 2 * DAY).await.unwrap(),
        1
    );
    assert_eq!(states(&sender, &endpoint).await, ["pending"]);
}
