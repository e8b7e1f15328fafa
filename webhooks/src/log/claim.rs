//! Claims: who delivers what, and for how long nobody else does.
//!
//! A claim moves the moment at which a delivery is due ahead, to the end of the lease. So what is
//! not settled by then, because the process has ended, is due again like everything else; and it is
//! the same message, with the same `webhook-id`.

use std::time::Duration;

use rusqlite::{Connection, Row, params};

use super::keys;
use crate::clock::Moment;
use crate::error::Error;
use crate::id::{DeliveryId, EndpointId, MessageId};
use crate::keys::Secrets;
use crate::random;

/// A delivery to attempt.
#[derive(Debug)]
pub(crate) struct Claim {
    pub(crate) delivery: DeliveryId,
    /// What tells this claim from those before and after it.
    pub(crate) lease: String,
    pub(crate) endpoint: EndpointId,
    pub(crate) url: String,
    pub(crate) message: MessageId,
    pub(crate) event: String,
    pub(crate) body: String,
    /// Of all attempts, counted from 1.
    pub(crate) attempt: u32,
    /// Of those in this round of the schedule, counted from 1.
    pub(crate) tries: u32,
    /// The keys to sign with, the current one first.
    pub(crate) secrets: Secrets,
    pub(crate) started: Moment,
}

/// How much may be claimed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// How many deliveries now.
    pub(crate) most: u32,
    /// How many of one endpoint at the same time.
    pub(crate) per_endpoint: u32,
    /// How long a claim lasts.
    pub(crate) lease: Duration,
}

/// Claims what is due, of each endpoint the oldest first.
pub(crate) fn claim(log: &Connection, now: Moment, bounds: Bounds) -> Result<Vec<Claim>, Error> {
    let mut claims = Vec::new();
    for endpoint in ready(log, now)? {
        let taken = u32::try_from(claims.len()).unwrap_or(u32::MAX);
        let free = bounds.most.saturating_sub(taken);
        if free == 0 {
            break;
        }
        let free = free.min(
            bounds
                .per_endpoint
                .saturating_sub(under_way(log, &endpoint, now)?),
        );
        for delivery in due(log, &endpoint, now, free)? {
            claims.push(take(log, delivery, now, bounds.lease)?);
        }
    }
    Ok(claims)
}

/// The endpoints to which something is due, the longest waiting first.
fn ready(log: &Connection, now: Moment) -> Result<Vec<EndpointId>, Error> {
    let mut statement = log.prepare_cached(
        "select id, (
             select min(due_at) from webhook_deliveries
             where endpoint = webhook_endpoints.id and state = 'pending') as due
         from webhook_endpoints
         where disabled_at is null and paused_until <= ?1 and due <= ?1
         order by due",
    )?;
    let ids = statement.query_map([now.0], |row| Ok(EndpointId(row.get(0)?)))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// How many claims on the endpoint's deliveries last.
fn under_way(log: &Connection, endpoint: &EndpointId, now: Moment) -> Result<u32, Error> {
    let count = log
        .prepare_cached(
            "select count(*) from webhook_deliveries
             where endpoint = ?1 and state = 'pending' and lease is not null and due_at > ?2",
        )?
        .query_row(params![endpoint.0, now.0], |row| row.get(0))?;
    Ok(count)
}

fn due(
    log: &Connection,
    endpoint: &EndpointId,
    now: Moment,
    most: u32,
) -> Result<Vec<DeliveryId>, Error> {
    let mut statement = log.prepare_cached(
        "select id from webhook_deliveries
         where endpoint = ?1 and state = 'pending' and due_at <= ?2
         order by due_at, id limit ?3",
    )?;
    let ids = statement.query_map(params![endpoint.0, now.0, most], |row| {
        Ok(DeliveryId(row.get(0)?))
    })?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn take(
    log: &Connection,
    delivery: DeliveryId,
    now: Moment,
    lasting: Duration,
) -> Result<Claim, Error> {
    let lease = random::name("");
    log.prepare_cached(
        "update webhook_deliveries
         set lease = ?2, due_at = ?3, tries = tries + 1, attempts = attempts + 1 where id = ?1",
    )?
    .execute(params![delivery.0, lease, now.later(lasting).0])?;
    let mut claim = log
        .prepare_cached(
            "select d.*, e.url, m.event, m.body from webhook_deliveries d
             join webhook_endpoints e on e.id = d.endpoint
             join webhook_messages m on m.id = d.message
             where d.id = ?1",
        )?
        .query_row([delivery.0], |row| read(row, now))?;
    // Written down before it happens: an attempt that is cut off leaves a trace too.
    log.prepare_cached(
        "insert into webhook_attempts (delivery, number, started_at) values (?1, ?2, ?3)",
    )?
    .execute(params![delivery.0, claim.attempt, now.0])?;
    claim.secrets = keys::valid(log, &claim.endpoint, now)?;
    Ok(claim)
}

fn read(row: &Row<'_>, now: Moment) -> rusqlite::Result<Claim> {
    Ok(Claim {
        delivery: DeliveryId(row.get("id")?),
        lease: row.get("lease")?,
        endpoint: EndpointId(row.get("endpoint")?),
        url: row.get("url")?,
        message: MessageId(row.get("message")?),
        event: row.get("event")?,
        body: row.get("body")?,
        attempt: row.get("attempts")?,
        tries: row.get("tries")?,
        secrets: Secrets::default(),
        started: now,
    })
}

/// What there is to do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outlook {
    /// Whether something may be claimed.
    pub(crate) ready: bool,
    /// When that may change.
    pub(crate) next: Option<Moment>,
}

pub(crate) fn outlook(log: &Connection, now: Moment) -> Result<Outlook, Error> {
    let due: Option<i64> = log
        .prepare_cached(
            "select min(due_at) from webhook_deliveries where state = 'pending' and due_at > ?1",
        )?
        .query_row([now.0], |row| row.get(0))?;
    let rested: Option<i64> = log
        .prepare_cached(
            "select min(paused_until) from webhook_endpoints
             where disabled_at is null and paused_until > ?1",
        )?
        .query_row([now.0], |row| row.get(0))?;
    Ok(Outlook {
        ready: !ready(log, now)?.is_empty(),
        next: due.into_iter().chain(rested).min().map(Moment),
    })
}
