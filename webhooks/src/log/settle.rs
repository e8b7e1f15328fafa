//! What an attempt came to, written down.

use std::time::Duration;

use http::StatusCode;
use rusqlite::{Connection, params};

use super::claim::Claim;
use super::endpoints;
use crate::clock::Moment;
use crate::endpoint::DisabledReason;
use crate::error::Error;
use crate::id::DeliveryId;
use crate::verdict::{Next, Verdict};

/// What an attempt came to.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) finished: Moment,
    pub(crate) verdict: Verdict,
    pub(crate) next: Next,
    /// Until when the endpoint gets nothing.
    pub(crate) rest: Option<Moment>,
    pub(crate) status: Option<StatusCode>,
    pub(crate) failure: Option<String>,
    pub(crate) answer: String,
}

/// Settles the claim. Says why the endpoint is disabled, if that came of it.
pub(crate) fn settle(
    log: &Connection,
    claim: &Claim,
    outcome: &Outcome,
    disable_after: Duration,
) -> Result<Option<DisabledReason>, Error> {
    log.prepare_cached(
        "update webhook_attempts set finished_at = ?3, status = ?4, failure = ?5, answer = ?6
         where delivery = ?1 and number = ?2",
    )?
    .execute(params![
        claim.delivery.0,
        claim.attempt,
        outcome.finished.0,
        outcome.status.map(|status| status.as_u16()),
        outcome.failure,
        outcome.answer
    ])?;
    settle_delivery(log, claim, outcome)?;
    settle_endpoint(log, claim, outcome, disable_after)
}

fn settle_delivery(log: &Connection, claim: &Claim, outcome: &Outcome) -> Result<(), Error> {
    match outcome.next {
        // Whoever has claimed it meanwhile: it is there.
        Next::Delivered => close(log, claim, "delivered", outcome.finished, true),
        Next::Failed => close(log, claim, "failed", outcome.finished, false),
        Next::Retry { at } => {
            log.prepare_cached(
                "update webhook_deliveries set lease = null, due_at = ?3
                 where id = ?1 and lease = ?2 and state = 'pending'",
            )?
            .execute(params![claim.delivery.0, claim.lease, at.0])?;
            Ok(())
        }
    }
}

fn close(
    log: &Connection,
    claim: &Claim,
    state: &str,
    now: Moment,
    whoever: bool,
) -> Result<(), Error> {
    log.prepare_cached(
        "update webhook_deliveries set state = ?3, lease = null, settled_at = ?4
         where id = ?1 and (lease = ?2 or ?5) and state = 'pending'",
    )?
    .execute(params![
        claim.delivery.0,
        claim.lease,
        state,
        now.0,
        whoever
    ])?;
    Ok(())
}

fn settle_endpoint(
    log: &Connection,
    claim: &Claim,
    outcome: &Outcome,
    disable_after: Duration,
) -> Result<Option<DisabledReason>, Error> {
    let now = outcome.finished;
    if outcome.verdict == Verdict::Delivered {
        log.prepare_cached(
            "update webhook_endpoints set failing_since = null
             where id = ?1 and failing_since is not null",
        )?
        .execute([&claim.endpoint.0])?;
        return Ok(None);
    }
    let rest = outcome.rest.map_or(0, |until| until.0);
    log.prepare_cached(
        "update webhook_endpoints set failing_since = coalesce(failing_since, ?2),
             paused_until = max(paused_until, ?3) where id = ?1",
    )?
    .execute(params![claim.endpoint.0, claim.started.0, rest])?;
    let reason = if outcome.verdict == Verdict::Gone {
        DisabledReason::Gone
    } else if failing_for(log, claim, now)? >= disable_after {
        DisabledReason::Failing
    } else {
        return Ok(None);
    };
    let news = endpoints::disable(log, &claim.endpoint, reason, now)?;
    Ok(news.then_some(reason))
}

fn failing_for(log: &Connection, claim: &Claim, now: Moment) -> Result<Duration, Error> {
    let since = log
        .prepare_cached(
            "select coalesce(max(failing_since), ?2) from webhook_endpoints where id = ?1",
        )?
        .query_row(params![claim.endpoint.0, now.0], |row| row.get(0))?;
    Ok(now.since(Moment(since)))
}

/// Begins the schedule anew; nothing changes where an attempt is under way.
pub(crate) fn replay(log: &Connection, delivery: DeliveryId, now: Moment) -> Result<(), Error> {
    let changed = log.execute(
        "update webhook_deliveries set state = 'pending', settled_at = null,
             tries = iif(lease is null, 0, tries), due_at = iif(lease is null, ?2, due_at)
         where id = ?1",
        params![delivery.0, now.0],
    )?;
    match changed {
        0 => Err(Error::delivery(delivery)),
        _ => Ok(()),
    }
}

/// Replays what has failed to get to the endpoint since `since`; how many that are.
pub(crate) fn replay_failed(
    log: &Connection,
    endpoint: &crate::id::EndpointId,
    since: Moment,
    now: Moment,
) -> Result<usize, Error> {
    endpoints::exists(log, endpoint)?;
    let changed = log.execute(
        "update webhook_deliveries set state = 'pending', settled_at = null, tries = 0, due_at = ?3
         where endpoint = ?1 and state = 'failed' and settled_at >= ?2",
        params![endpoint.0, since.0, now.0],
    )?;
    Ok(changed)
}
