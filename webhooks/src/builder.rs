//! The settings of a [`Sender`].

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::clock::{Clock, SystemClock};
use crate::destination::Reach;
use crate::log::DeliveryLog;
use crate::schedule::{self, Schedule};
use crate::sender::Sender;
use crate::transport::Transport;

/// The settings of a [`Sender`], every one of which has a default.
#[must_use]
pub struct Builder {
    log: DeliveryLog,
    transport: Chosen,
    settings: Settings,
}

/// What a sender goes by.
pub(crate) struct Settings {
    pub(crate) reach: Reach,
    pub(crate) schedule: Schedule,
    pub(crate) jitter: Box<dyn Fn(Duration) -> Duration + Send + Sync>,
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) timeout: Duration,
    pub(crate) concurrency: u32,
    pub(crate) endpoint_concurrency: u32,
    pub(crate) retry_after_limit: Duration,
    pub(crate) disable_after: Duration,
    pub(crate) key_overlap: Duration,
    pub(crate) poll_interval: Duration,
}

enum Chosen {
    Given(Arc<dyn Transport>),
    #[cfg(feature = "client")]
    Standard,
}

impl Chosen {
    #[cfg_attr(
        not(feature = "client"),
        expect(
            unused_variables,
            reason = "a transport that is given has rules of its own"
        )
    )]
    fn transport(self, reach: Reach) -> Arc<dyn Transport> {
        match self {
            Self::Given(transport) => transport,
            #[cfg(feature = "client")]
            Self::Standard => {
                let standard = crate::transport::HttpTransport::new();
                Arc::new(standard.allow_private_addresses(reach.private))
            }
        }
    }
}

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = HOUR.saturating_mul(24);

impl Builder {
    /// Settings for a sender that keeps its deliveries in `log`.
    #[cfg(feature = "client")]
    pub(crate) fn new(log: DeliveryLog) -> Self {
        Self::with(log, Chosen::Standard)
    }

    pub(crate) fn with_transport(log: DeliveryLog, transport: impl Transport) -> Self {
        Self::with(log, Chosen::Given(Arc::new(transport)))
    }

    fn with(log: DeliveryLog, transport: Chosen) -> Self {
        let settings = Settings {
            reach: Reach::default(),
            schedule: Schedule::default(),
            jitter: Box::new(schedule::spread),
            clock: Box::new(SystemClock),
            timeout: Duration::from_secs(15),
            concurrency: 64,
            endpoint_concurrency: 4,
            retry_after_limit: DAY,
            disable_after: 5 * DAY,
            key_overlap: DAY,
            poll_interval: Duration::from_secs(1),
        };
        Self {
            log,
            transport,
            settings,
        }
    }

    /// Sends requests in another way than over TCP and TLS.
    ///
    /// Which addresses may be called is then up to `transport`.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Chosen::Given(Arc::new(transport));
        self
    }

    /// Whether endpoints may have private, loopback and other special addresses. Not allowed by
    /// default: whoever registers an endpoint could reach what only this machine can.
    pub fn allow_private_addresses(mut self, allow: bool) -> Self {
        self.settings.reach.private = allow;
        self
    }

    /// Whether endpoints may be without TLS, so that anybody on the way can read what they get. Not
    /// allowed by default.
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.settings.reach.http = allow;
        self
    }

    /// When failed deliveries are tried again.
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.settings.schedule = schedule;
        self
    }

    /// Makes of each pause what is really waited. By default it is up to a fifth longer, at random.
    pub fn jitter(mut self, jitter: impl Fn(Duration) -> Duration + Send + Sync + 'static) -> Self {
        self.settings.jitter = Box::new(jitter);
        self
    }

    /// Says what time it is, instead of the machine's clock.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.settings.clock = Box::new(clock);
        self
    }

    /// How long an endpoint has to answer, connecting included. 15 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// How many requests are under way at the same time, 64 by default.
    pub fn concurrency(mut self, most: u32) -> Self {
        self.settings.concurrency = most.max(1);
        self
    }

    /// How many requests are under way to one endpoint at the same time, 4 by default. So one that
    /// is slow leaves room for others.
    pub fn endpoint_concurrency(mut self, most: u32) -> Self {
        self.settings.endpoint_concurrency = most.max(1);
        self
    }

    /// The longest that an endpoint may ask for in `Retry-After`, a day by default.
    pub fn retry_after_limit(mut self, limit: Duration) -> Self {
        self.settings.retry_after_limit = limit;
        self
    }

    /// For how long every attempt has to fail before an endpoint is disabled, 5 days by default.
    pub fn disable_after(mut self, time: Duration) -> Self {
        self.settings.disable_after = time;
        self
    }

    /// For how long a key that was replaced still signs beside the new one, a day by default.
    pub fn key_overlap(mut self, time: Duration) -> Self {
        self.settings.key_overlap = time;
        self
    }

    /// How often the log is asked for what others have put there, other processes or
    /// [`Sender::send_in`]. A second by default.
    pub fn poll_interval(mut self, interval: Duration) -> Self {
        // Without a pause at all, it would do nothing else.
        self.settings.poll_interval = interval.max(Duration::from_millis(1));
        self
    }

    /// The sender.
    pub fn build(self) -> Sender {
        let transport = self.transport.transport(self.settings.reach);
        Sender::new(self.log, transport, self.settings)
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("reach", &self.reach)
            .field("schedule", &self.schedule)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
