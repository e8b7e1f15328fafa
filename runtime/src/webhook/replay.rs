//! Which deliveries have been here before.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use crate::body::BoxError;

/// What [`ReplayStore::claim`] finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nobody has had the delivery; it is the caller's now.
    Fresh,
    /// Somebody has it, and has not ended yet. The sender is told to come back.
    InFlight,
    /// It was completed. The sender is told that all is well, and nothing runs.
    Seen,
}

/// Remembers deliveries, so that each has its effect once.
///
/// A [`Receiver`](super::Receiver) has a [`MemoryStore`](super::MemoryStore) of its own, which is right
/// for one process. Where several answer for one address, or where a restart must not forget, the
/// store stands elsewhere: in a table with the delivery as its key, or in Redis.
///
/// A delivery is named by the path of its webhook and the id that its sender gave it, with a space
/// between.
///
/// ```
/// use std::collections::HashMap;
/// use std::sync::{Arc, Mutex};
/// use tramline::BoxError;
/// use tramline::webhook::{Claim, Receiver, ReplayStore};
///
/// /// Whether each delivery was completed.
/// #[derive(Clone, Default)]
/// struct Table(Arc<Mutex<HashMap<String, bool>>>);
///
/// impl ReplayStore for Table {
///     async fn claim(&self, delivery: &str) -> Result<Claim, BoxError> {
///         // In SQL, `insert … on conflict do nothing`, and a look at the row if there was one.
///         let mut rows = self.0.lock().unwrap();
///         Ok(match rows.get(delivery) {
///             None => {
///                 rows.insert(delivery.to_owned(), false);
///                 Claim::Fresh
///             }
///             Some(false) => Claim::InFlight,
///             Some(true) => Claim::Seen,
///         })
///     }
///
///     async fn complete(&self, delivery: &str) -> Result<(), BoxError> {
///         self.0.lock().unwrap().insert(delivery.to_owned(), true);
///         Ok(())
///     }
///
///     fn release(&self, delivery: &str) {
///         self.0.lock().unwrap().remove(delivery);
///     }
/// }
///
/// let receiver = Receiver::github(["secret"]).unwrap().replay_store(Table::default());
/// ```
pub trait ReplayStore: Send + Sync + 'static {
    /// Takes the delivery, if nobody has it.
    ///
    /// Of any number of callers at once, one alone may be told that it is [`Fresh`](Claim::Fresh).
    ///
    /// # Errors
    ///
    /// Where the store cannot be asked. The sender is answered `internal`, and nothing runs.
    fn claim(&self, delivery: &str) -> impl Future<Output = Result<Claim, BoxError>> + Send;

    /// Notes that the claimed delivery has had its effect: it is [`Seen`](Claim::Seen) from now on,
    /// for as long as its sender may repeat it, and never for less than twice the tolerance.
    ///
    /// # Errors
    ///
    /// Where the store cannot be told. This is logged; the sender is told that all is well, because
    /// it is.
    fn complete(&self, delivery: &str) -> impl Future<Output = Result<(), BoxError>> + Send;

    /// Gives the claimed delivery back, since it has had no effect: the function refused or panicked,
    /// or the sender went away before the end. When the sender tries again, it is
    /// [`Fresh`](Claim::Fresh).
    ///
    /// It is called while a future is dropped, where nothing can be waited for. A store elsewhere
    /// starts a task for it. Since a server can also die without a word, such a store lets its
    /// claims lapse after some minutes.
    fn release(&self, delivery: &str);
}

/// A store whose type is forgotten.
pub(super) trait Erased: Send + Sync {
    fn claim<'a>(&'a self, delivery: &'a str) -> Answer<'a, Claim>;
    fn complete<'a>(&'a self, delivery: &'a str) -> Answer<'a, ()>;
    fn release(&self, delivery: &str);
}

type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send + 'a>>;

impl<T: ReplayStore> Erased for T {
    fn claim<'a>(&'a self, delivery: &'a str) -> Answer<'a, Claim> {
        Box::pin(ReplayStore::claim(self, delivery))
    }

    fn complete<'a>(&'a self, delivery: &'a str) -> Answer<'a, ()> {
        Box::pin(ReplayStore::complete(self, delivery))
    }

    fn release(&self, delivery: &str) {
        ReplayStore::release(self, delivery);
    }
}

/// What came of taking a delivery.
pub(crate) enum Taken {
    /// It is ours.
    Ours(Claimed),
    /// Somebody else has it.
    InFlight,
    /// Somebody has had it.
    Seen,
}

/// A delivery that is ours, until it is completed. Dropped before, it is given back.
pub(crate) struct Claimed {
    store: Arc<dyn Erased>,
    delivery: String,
    completed: bool,
}

impl Claimed {
    /// Takes `delivery` from `store`.
    ///
    /// # Errors
    ///
    /// Those of the store.
    pub(super) async fn take(store: Arc<dyn Erased>, delivery: String) -> Result<Taken, BoxError> {
        Ok(match store.claim(&delivery).await? {
            Claim::Fresh => Taken::Ours(Self {
                store,
                delivery,
                completed: false,
            }),
            Claim::InFlight => Taken::InFlight,
            Claim::Seen => Taken::Seen,
        })
    }

    /// Notes that the delivery has had its effect. From here on it is not given back, whatever
    /// happens.
    pub(crate) async fn complete(mut self) {
        self.completed = true;
        if let Err(error) = self.store.complete(&self.delivery).await {
            tracing::error!(
                error,
                "a webhook ran, and its replay store could not be told"
            );
        }
    }
}

impl fmt::Debug for Claimed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Claimed").field(&self.delivery).finish()
    }
}

impl Drop for Claimed {
    fn drop(&mut self) {
        if !self.completed {
            self.store.release(&self.delivery);
        }
    }
}
