//! What the log tells.

use std::time::SystemTime;

use http::StatusCode;
use rusqlite::{Connection, Row, params};

use super::endpoints;
use crate::clock::Moment;
use crate::delivery::{Attempt, Delivery, DeliveryState};
use crate::error::Error;
use crate::id::{DeliveryId, EndpointId, MessageId};

/// The endpoint's newest deliveries before `before`.
pub(crate) fn deliveries(
    log: &Connection,
    endpoint: &EndpointId,
    before: Option<DeliveryId>,
    most: u32,
) -> Result<Vec<Delivery>, Error> {
    endpoints::exists(log, endpoint)?;
    let mut statement = log.prepare_cached(
        "select d.*, m.event, m.version, m.occurred_at from webhook_deliveries d
         join webhook_messages m on m.id = d.message
         where d.endpoint = ?1 and d.id < ?2 order by d.id desc limit ?3",
    )?;
    let before = before.map_or(i64::MAX, DeliveryId::get);
    let found = statement.query_map(params![endpoint.0, before, most], delivery)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn delivery(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    let settled = |row: &Row<'_>| Ok::<_, rusqlite::Error>(Moment(row.get("settled_at")?).into());
    let state: String = row.get("state")?;
    let state = match state.as_str() {
        "delivered" => DeliveryState::Delivered { at: settled(row)? },
        "failed" => DeliveryState::Failed { at: settled(row)? },
        _ => DeliveryState::Pending {
            due: Moment(row.get("due_at")?).into(),
        },
    };
    Ok(Delivery {
        id: DeliveryId(row.get("id")?),
        message: MessageId(row.get("message")?),
        event: row.get("event")?,
        version: row.get("version")?,
        occurred: Moment(row.get("occurred_at")?).into(),
        state,
        attempts: row.get("attempts")?,
    })
}

/// The attempts of a delivery, in order.
pub(crate) fn attempts(log: &Connection, delivery: DeliveryId) -> Result<Vec<Attempt>, Error> {
    let known: u32 = log.query_row(
        "select count(*) from webhook_deliveries where id = ?1",
        [delivery.0],
        |row| row.get(0),
    )?;
    if known == 0 {
        return Err(Error::delivery(delivery));
    }
    let mut statement =
        log.prepare_cached("select * from webhook_attempts where delivery = ?1 order by number")?;
    let found = statement.query_map([delivery.0], attempt)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn attempt(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    let started = Moment(row.get("started_at")?);
    let finished: Option<i64> = row.get("finished_at")?;
    let status: Option<u16> = row.get("status")?;
    Ok(Attempt {
        number: row.get("number")?,
        started: SystemTime::from(started),
        took: finished.map(|finished| Moment(finished).since(started)),
        status: status.and_then(|status| StatusCode::from_u16(status).ok()),
        failure: row.get("failure")?,
        answer: row.get::<_, Option<String>>("answer")?.unwrap_or_default(),
    })
}
