//! Events that are sent, and the deliveries that come of them.

use rusqlite::{Connection, params};

use crate::clock::Moment;
use crate::error::Error;
use crate::id::MessageId;

/// An event as it is kept.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) id: MessageId,
    pub(crate) event: &'static str,
    pub(crate) version: &'static str,
    pub(crate) body: String,
    pub(crate) occurred: Moment,
    pub(crate) account: Option<String>,
}

/// Keeps the message, and a delivery of it for each endpoint that it is meant for.
pub(crate) fn enqueue(log: &Connection, message: &Message) -> Result<usize, Error> {
    log.prepare_cached(
        "insert into webhook_messages (id, event, version, body, occurred_at)
         values (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        message.id.0,
        message.event,
        message.version,
        message.body,
        message.occurred.0
    ])?;
    let deliveries = log
        .prepare_cached(
            "insert into webhook_deliveries (endpoint, message, state, due_at)
             select id, ?1, 'pending', ?2 from webhook_endpoints
             where disabled_at is null
               and account is ?3
               and (version is null or version = ?4)
               and (every_event or exists (
                   select 1 from webhook_subscriptions
                   where endpoint = webhook_endpoints.id and event = ?5))",
        )?
        .execute(params![
            message.id.0,
            message.occurred.0,
            message.account,
            message.version,
            message.event
        ])?;
    Ok(deliveries)
}

/// Removes what was settled before `moment`, and the messages that nothing refers to any more.
pub(crate) fn prune(log: &Connection, moment: Moment) -> Result<usize, Error> {
    let removed = log.execute(
        "delete from webhook_deliveries where state <> 'pending' and settled_at < ?1",
        [moment.0],
    )?;
    log.execute(
        "delete from webhook_messages where occurred_at < ?1 and not exists (
             select 1 from webhook_deliveries where message = webhook_messages.id)",
        [moment.0],
    )?;
    Ok(removed)
}
