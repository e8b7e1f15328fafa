//! The replay store that a receiver has by itself.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::replay::{Claim, ReplayStore};
use crate::body::BoxError;

/// Remembers deliveries in the memory of this process.
///
/// A completed one is remembered for a day, and as one of the latest 65,536 at most, which take a few
/// megabytes. Nobody without a key can fill it, because a delivery is remembered only once its
/// signature has been checked.
///
/// ```
/// use std::time::Duration;
/// use tramline::webhook::{MemoryStore, Receiver};
///
/// let store = MemoryStore::new().capacity(1_000).retention(Duration::from_secs(3 * 24 * 3600));
/// let receiver = Receiver::github(["secret"]).unwrap().replay_store(store);
/// ```
pub struct MemoryStore {
    deliveries: Mutex<Deliveries>,
    capacity: usize,
    retention: Duration,
}

#[derive(Default)]
struct Deliveries {
    /// Whether each was completed.
    known: HashMap<Arc<str>, bool>,
    /// The completed ones and when that was, the earliest first.
    completed: VecDeque<(Instant, Arc<str>)>,
}

impl MemoryStore {
    /// A store that knows no delivery yet.
    pub fn new() -> Self {
        Self {
            deliveries: Mutex::default(),
            capacity: 65_536,
            retention: Duration::from_secs(24 * 60 * 60),
        }
    }

    /// How many completed deliveries are remembered; 65,536 by default. One more takes the place of
    /// the earliest.
    #[must_use]
    pub fn capacity(self, deliveries: usize) -> Self {
        Self {
            capacity: deliveries,
            ..self
        }
    }

    /// How long a completed delivery is remembered; a day by default. It should not be less than
    /// twice the tolerance, for which a signature is believed.
    #[must_use]
    pub fn retention(self, retention: Duration) -> Self {
        Self { retention, ..self }
    }

    fn claim_at(&self, delivery: &str, now: Instant) -> Claim {
        let mut deliveries = self.lock();
        deliveries.forget(now, self.retention, self.capacity);
        match deliveries.known.entry(delivery.into()) {
            Entry::Vacant(place) => {
                place.insert(false);
                Claim::Fresh
            }
            Entry::Occupied(place) if *place.get() => Claim::Seen,
            Entry::Occupied(_) => Claim::InFlight,
        }
    }

    fn complete_at(&self, delivery: &str, now: Instant) {
        let mut deliveries = self.lock();
        let delivery: Arc<str> = delivery.into();
        // Not twice, or it would be forgotten with the first.
        if deliveries.known.insert(Arc::clone(&delivery), true) != Some(true) {
            deliveries.completed.push_back((now, delivery));
        }
        deliveries.forget(now, self.retention, self.capacity);
    }

    fn lock(&self) -> MutexGuard<'_, Deliveries> {
        // Nothing panics while it is held.
        self.deliveries
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Deliveries {
    /// Lets go of what was completed too long ago, and of the earliest where there are too many.
    fn forget(&mut self, now: Instant, retention: Duration, capacity: usize) {
        while let Some((completed, delivery)) = self.completed.front() {
            let old = now.saturating_duration_since(*completed) > retention;
            if !old && self.completed.len() <= capacity {
                return;
            }
            self.known.remove(delivery);
            self.completed.pop_front();
        }
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl ReplayStore for MemoryStore {
    async fn claim(&self, delivery: &str) -> Result<Claim, BoxError> {
        Ok(self.claim_at(delivery, Instant::now()))
    }

    async fn complete(&self, delivery: &str) -> Result<(), BoxError> {
        self.complete_at(delivery, Instant::now());
        Ok(())
    }

    fn release(&self, delivery: &str) {
        let mut deliveries = self.lock();
        if deliveries.known.get(delivery) == Some(&false) {
            deliveries.known.remove(delivery);
        }
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore")
            .field("capacity", &self.capacity)
            .field("retention", &self.retention)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::{Claim, MemoryStore, ReplayStore as _};

    const HOUR: Duration = Duration::from_secs(3600);

    #[test]
    fn a_delivery_is_fresh_then_in_flight_then_seen() {
        let store = MemoryStore::new();
        let now = Instant::now();
        assert_eq!(store.claim_at("a", now), Claim::Fresh);
        assert_eq!(store.claim_at("a", now), Claim::InFlight);
        assert_eq!(store.claim_at("b", now), Claim::Fresh);
        store.complete_at("a", now);
        assert_eq!(store.claim_at("a", now), Claim::Seen);
        assert_eq!(store.claim_at("b", now), Claim::InFlight);
    }

    #[test]
    fn what_was_released_is_fresh_again_and_what_was_completed_is_not() {
        let store = MemoryStore::new();
        let now = Instant::now();
        store.release("never");
        assert_eq!(store.claim_at("a", now), Claim::Fresh);
        store.release("a");
        assert_eq!(store.claim_at("a", now), Claim::Fresh);
        store.complete_at("a", now);
        store.release("a");
        assert_eq!(store.claim_at("a", now), Claim::Seen);
    }

    #[test]
    fn a_completed_delivery_is_forgotten_after_the_retention() {
        let store = MemoryStore::new().retention(HOUR);
        let start = Instant::now();
        for (delivery, hours) in [("a", 0), ("b", 1)] {
            store.claim_at(delivery, start);
            store.complete_at(delivery, start + HOUR * hours);
        }
        store.claim_at("running", start);
        assert_eq!(store.claim_at("a", start + HOUR), Claim::Seen);
        let later = start + HOUR + Duration::from_nanos(1);
        assert_eq!(store.claim_at("a", later), Claim::Fresh);
        assert_eq!(store.claim_at("b", start + HOUR * 2), Claim::Seen);
        assert_eq!(store.claim_at("b", start + HOUR * 3), Claim::Fresh);
        // However long it runs.
        assert_eq!(
            store.claim_at("running", start + HOUR * 99),
            Claim::InFlight
        );
    }

    #[test]
    fn one_too_many_takes_the_place_of_the_earliest() {
        let store = MemoryStore::new().capacity(2);
        let now = Instant::now();
        store.claim_at("running", now);
        for delivery in ["a", "b", "a", "c"] {
            store.claim_at(delivery, now);
            store.complete_at(delivery, now);
        }
        assert_eq!(store.claim_at("b", now), Claim::Seen);
        assert_eq!(store.claim_at("c", now), Claim::Seen);
        assert_eq!(store.claim_at("a", now), Claim::Fresh);
        assert_eq!(store.claim_at("running", now), Claim::InFlight);
        let deliveries = store.lock();
        assert_eq!((deliveries.known.len(), deliveries.completed.len()), (4, 2));
    }

    #[test]
    fn of_many_claims_at_once_one_is_fresh() {
        const THREADS: usize = 8;
        let store = MemoryStore::new();
        let barrier = Barrier::new(THREADS);
        for round in 0..200 {
            let delivery = round.to_string();
            let claim = || {
                barrier.wait();
                store.claim_at(&delivery, Instant::now())
            };
            let claims: Vec<Claim> = thread::scope(|scope| {
                let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(claim)).collect();
                threads
                    .into_iter()
                    .map(|thread| thread.join().unwrap())
                    .collect()
            });
            let fresh = claims.iter().filter(|claim| **claim == Claim::Fresh);
            assert_eq!(fresh.count(), 1);
        }
    }
}
