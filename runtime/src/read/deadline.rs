//! How long a body may take.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use super::clock;

/// A timer that ends once.
pub(crate) type Timer = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The longest that a body may take, and who measures it.
#[derive(Clone)]
pub(crate) struct Deadline {
    duration: Duration,
    sleep: Arc<dyn Fn(Duration) -> Timer + Send + Sync>,
}

impl Deadline {
    /// What holds unless the builder says otherwise.
    pub(crate) const DEFAULT: Duration = Duration::from_secs(30);

    /// A deadline measured by `sleep`.
    pub(crate) fn new<F>(
        duration: Duration,
        sleep: impl Fn(Duration) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        Self {
            duration,
            sleep: Arc::new(move |duration| Box::pin(sleep(duration))),
        }
    }

    /// Starts measuring.
    pub(crate) fn start(&self) -> Timer {
        (self.sleep)(self.duration)
    }
}

impl Default for Deadline {
    fn default() -> Self {
        Self::new(Self::DEFAULT, clock::sleep)
    }
}

impl fmt::Debug for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.duration, f)
    }
}
