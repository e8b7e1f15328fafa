//! Endpoints: registered, changed, disabled, listed.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use crate::clock::Moment;
use crate::endpoint::{DisabledReason, Endpoint, EndpointStatus};
use crate::error::Error;
use crate::id::EndpointId;

/// Keeps an endpoint, still without a key.
pub(crate) fn insert(
    log: &Connection,
    id: &EndpointId,
    endpoint: &Endpoint,
    now: Moment,
) -> Result<(), Error> {
    log.execute(
        "insert into webhook_endpoints (id, url, account, version, every_event, created_at)
         values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            id.0,
            endpoint.url,
            endpoint.account,
            endpoint.version,
            endpoint.events.is_none(),
            now.0
        ],
    )?;
    for event in endpoint.events.iter().flatten() {
        log.execute(
            "insert or ignore into webhook_subscriptions (endpoint, event) values (?1, ?2)",
            params![id.0, event],
        )?;
    }
    Ok(())
}

/// With it goes everything that refers to it: the log has foreign keys on.
pub(crate) fn remove(log: &Connection, id: &EndpointId) -> Result<(), Error> {
    let removed = log.execute("delete from webhook_endpoints where id = ?1", [&id.0])?;
    known(removed, id)
}

pub(crate) fn set_url(log: &Connection, id: &EndpointId, url: &str) -> Result<(), Error> {
    let changed = log.execute(
        "update webhook_endpoints set url = ?2, failing_since = null, paused_until = 0
         where id = ?1",
        params![id.0, url],
    )?;
    known(changed, id)
}

/// Nothing is sent any more. Whether that is news.
pub(crate) fn disable(
    log: &Connection,
    id: &EndpointId,
    reason: DisabledReason,
    now: Moment,
) -> Result<bool, Error> {
    let changed = log.execute(
        "update webhook_endpoints set disabled_at = ?2, disabled_reason = ?3
         where id = ?1 and disabled_at is null",
        params![id.0, now.0, reason.word()],
    )?;
    Ok(changed == 1)
}

/// What is pending goes on at once.
pub(crate) fn enable(log: &Connection, id: &EndpointId, now: Moment) -> Result<(), Error> {
    let changed = log.execute(
        "update webhook_endpoints set disabled_at = null, disabled_reason = null,
             failing_since = null, paused_until = 0
         where id = ?1",
        [&id.0],
    )?;
    log.execute(
        "update webhook_deliveries set due_at = ?2
         where endpoint = ?1 and state = 'pending' and lease is null",
        params![id.0, now.0],
    )?;
    known(changed, id)
}

pub(crate) fn exists(log: &Connection, id: &EndpointId) -> Result<(), Error> {
    let found: bool = log.query_row(
        "select count(*) from webhook_endpoints where id = ?1",
        [&id.0],
        |row| row.get(0),
    )?;
    known(found.into(), id)
}

fn known(found: usize, id: &EndpointId) -> Result<(), Error> {
    match found {
        0 => Err(Error::endpoint(id)),
        _ => Ok(()),
    }
}

const STATUS: &str = "select *, (
        select count(*) from webhook_deliveries where endpoint = webhook_endpoints.id
            and state = 'pending') as pending
    from webhook_endpoints";

/// All of them, the oldest first.
pub(crate) fn all(log: &Connection, now: Moment) -> Result<Vec<EndpointStatus>, Error> {
    let mut statement = log.prepare(&format!("{STATUS} order by created_at, rowid"))?;
    let statuses = statement.query_map([], |row| status(row, now))?;
    let statuses: Vec<_> = statuses.collect::<Result<_, _>>()?;
    statuses
        .into_iter()
        .map(|it| with_events(log, it))
        .collect()
}

pub(crate) fn one(log: &Connection, id: &EndpointId, now: Moment) -> Result<EndpointStatus, Error> {
    let found = log
        .prepare_cached(&format!("{STATUS} where id = ?1"))?
        .query_row([&id.0], |row| status(row, now))
        .optional()?;
    with_events(log, found.ok_or_else(|| Error::endpoint(id))?)
}

/// The names of the events are in a table of their own.
fn with_events(log: &Connection, mut status: EndpointStatus) -> Result<EndpointStatus, Error> {
    if let Some(events) = &mut status.events {
        let mut statement = log.prepare_cached(
            "select event from webhook_subscriptions where endpoint = ?1 order by event",
        )?;
        let names = statement.query_map([&status.id.0], |row| row.get(0))?;
        *events = names.collect::<Result<_, _>>()?;
    }
    Ok(status)
}

fn status(row: &Row<'_>, now: Moment) -> rusqlite::Result<EndpointStatus> {
    let moment =
        |name: &str| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(name)?.map(Moment));
    let every_event: bool = row.get("every_event")?;
    let word: Option<String> = row.get("disabled_reason")?;
    let reason = DisabledReason::ALL
        .into_iter()
        .find(|reason| Some(reason.word()) == word.as_deref());
    let disabled = moment("disabled_at")?.map(Into::into).zip(reason);
    Ok(EndpointStatus {
        id: EndpointId(row.get("id")?),
        url: row.get("url")?,
        events: (!every_event).then(Vec::new),
        version: row.get("version")?,
        account: row.get("account")?,
        created: Moment(row.get("created_at")?).into(),
        failing_since: moment("failing_since")?.map(Into::into),
        paused_until: moment("paused_until")?
            .filter(|it| *it > now)
            .map(Into::into),
        disabled,
        pending: row.get("pending")?,
    })
}
