//! Deliveries: what is due is claimed, attempted and settled.

use std::time::Duration;

use rusqlite::Transaction;
use tokio::task::JoinSet;

use crate::attempt::{self, Answered};

use crate::error::Error;
use crate::log::claim::{self, Bounds, Claim};
use crate::log::settle::{self, Outcome};
use crate::sender::Sender;
use crate::verdict::{Next, Verdict};

/// A claim outlasts the attempt by this much, to be settled within.
const TO_SETTLE: Duration = Duration::from_secs(45);

impl Sender {
    /// Delivers until `shutdown` is ready, then finishes the attempts that are under way, which
    /// takes the [timeout](crate::Builder::timeout) at most.
    ///
    /// Where the log fails, that is told through `tracing`, and it goes on with the next look at it.
    /// Several may run at the same time, in one process or in several.
    ///
    /// ```no_run
    /// # async fn start(sender: tramline_webhooks::Sender) {
    /// let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    /// let delivering = tokio::spawn(sender.run(async {
    ///     stopped.await.ok();
    /// }));
    /// // …
    /// drop(stop);
    /// delivering.await.ok();
    /// # }
    /// ```
    pub fn run<F>(&self, shutdown: F) -> impl Future<Output = ()> + Send + use<F>
    where
        F: Future<Output = ()> + Send,
    {
        let sender = self.clone();
        async move {
            let mut shutdown = std::pin::pin!(shutdown);
            let mut under_way = JoinSet::new();
            loop {
                let wait = sender.begin(&mut under_way).await.unwrap_or_else(|error| {
                    tracing::error!(error = &error as &dyn std::error::Error, "{error}");
                    sender.shared.settings.poll_interval
                });
                tokio::select! {
                    biased;
                    () = &mut shutdown => break,
                    Some(_) = under_way.join_next() => {}
                    () = sender.shared.news.notified() => {}
                    () = tokio::time::sleep(wait) => {}
                }
            }
            while under_way.join_next().await.is_some() {}
        }
    }

    /// Makes the deliveries that are due now, and returns when none is left: for a job that runs
    /// now and then, and for tests. Returns the number of attempts.
    ///
    /// # Errors
    ///
    /// Where the log fails.
    pub async fn deliver_due(&self) -> Result<usize, Error> {
        let mut under_way = JoinSet::new();
        let mut attempts = 0;
        loop {
            self.begin(&mut under_way).await?;
            if under_way.join_next().await.is_none() {
                return Ok(attempts);
            }
            attempts += 1;
        }
    }

    /// Begins as many attempts as there is room for. Returns how long nothing else will be due.
    async fn begin(&self, under_way: &mut JoinSet<()>) -> Result<Duration, Error> {
        let settings = &self.shared.settings;
        let busy = u32::try_from(under_way.len()).unwrap_or(u32::MAX);
        let bounds = Bounds {
            most: settings.concurrency.saturating_sub(busy),
            per_endpoint: settings.endpoint_concurrency,
            lease: settings.timeout.saturating_add(TO_SETTLE),
        };
        let now = self.now();
        let log = &self.shared.log;
        // Most looks find nothing, and should not keep the application from writing.
        let outlook = log.read(move |log| claim::outlook(log, now)).await?;
        if outlook.ready && bounds.most > 0 {
            let claims = log.run(move |log| claim::claim(log, now, bounds)).await?;
            for claim in claims {
                under_way.spawn(self.clone().deliver(claim));
            }
        }
        let wait = outlook.next.map_or(Duration::MAX, |next| next.since(now));
        Ok(wait.min(settings.poll_interval))
    }

    /// One attempt, from claim to settlement.
    async fn deliver(self, claim: Claim) {
        let settings = &self.shared.settings;

        let answered = attempt::attempt(&claim, &*self.shared.transport, settings.timeout).await;
        let outcome = self.judge(&claim, answered);
        tell(&claim, &outcome);
        let disable_after = settings.disable_after;
        let endpoint = claim.endpoint.clone();
        let settled =
            move |log: &Transaction<'_>| settle::settle(log, &claim, &outcome, disable_after);
        match self.shared.log.run(settled).await {
            Ok(None) => {}
            Ok(Some(reason)) => {
                let reason = reason.word();
                tracing::warn!(%endpoint, reason, "webhook endpoint disabled");
            }
            // The lease ends, and it is attempted again.
            Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "{error}"),
        }
    }

    fn judge(&self, claim: &Claim, answered: Answered) -> Outcome {
        let settings = &self.shared.settings;
        let finished = self.now();
        let verdict = match &answered.head {
            Some((status, headers)) => Verdict::of(*status, headers, finished),
            None => Verdict::NO_ANSWER,
        };
        let limit = settings.retry_after_limit;
        let next = verdict.next(
            claim.tries,
            finished,
            &settings.schedule,
            limit,
            &settings.jitter,
        );
        Outcome {
            finished,
            verdict,
            next,
            rest: verdict.rest(finished, limit),
            status: answered.head.map(|(status, _)| status),
            failure: answered.failure,
            answer: answered.beginning,
        }
    }
}

/// What an attempt came to, for whoever reads along. Neither keys nor what was sent.
fn tell(claim: &Claim, outcome: &Outcome) {
    let (delivery, message, endpoint) = (claim.delivery, &claim.message, &claim.endpoint);
    let status = outcome.status.map(|status| status.as_u16());
    let (event, attempt) = (&*claim.event, claim.attempt);
    match outcome.next {
        Next::Delivered => {
            tracing::debug!(%delivery, %message, %endpoint, event, attempt, status, "webhook delivered");
        }
        Next::Retry { at } => {
            let failure = outcome.failure.as_deref();
            let again = crate::rfc3339::format(at);
            tracing::info!(
                %delivery, %message, %endpoint, event, attempt, status, failure, again,
                "webhook attempt failed"
            );
        }
        Next::Failed => {
            let failure = outcome.failure.as_deref();
            tracing::warn!(
                %delivery, %message, %endpoint, event, attempt, status, failure,
                "webhook given up"
            );
        }
    }
}
