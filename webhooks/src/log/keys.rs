//! The keys of endpoints. Several at a time, while receivers change from one to the next.

use rusqlite::{Connection, params};

use crate::clock::Moment;
use crate::error::Error;
use crate::id::EndpointId;
use crate::keys::Secrets;

/// Adds a key, which is the current one from now on. Those before it sign until `expires`.
pub(crate) fn add(
    log: &Connection,
    endpoint: &EndpointId,
    secret: &str,
    now: Moment,
    expires: Moment,
) -> Result<(), Error> {
    log.execute(
        "update webhook_keys set expires_at = min(coalesce(expires_at, ?2), ?2) where endpoint = ?1",
        params![endpoint.0, expires.0],
    )?;
    log.execute(
        "delete from webhook_keys where endpoint = ?1 and expires_at <= ?2",
        params![endpoint.0, now.0],
    )?;
    log.execute(
        "insert into webhook_keys (endpoint, secret, created_at) values (?1, ?2, ?3)",
        params![endpoint.0, secret, now.0],
    )?;
    Ok(())
}

/// Those that sign at the moment, the current one first.
pub(crate) fn valid(
    log: &Connection,
    endpoint: &EndpointId,
    now: Moment,
) -> Result<Secrets, Error> {
    let mut statement = log.prepare_cached(
        "select secret from webhook_keys
         where endpoint = ?1 and (expires_at is null or expires_at > ?2) order by id desc",
    )?;
    let secrets = statement.query_map(params![endpoint.0, now.0], |row| row.get(0))?;
    Ok(Secrets(secrets.collect::<Result<_, _>>()?))
}
