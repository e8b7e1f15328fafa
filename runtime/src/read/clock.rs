//! A timer for every executor and for none: one thread, started by the first body that has to be
//! waited for.
//!
//! It is what makes the deadline a default. A server that has a timer of its own gives it to
//! [`ServiceBuilder::read_deadline`](crate::ServiceBuilder::read_deadline), and this one never
//! starts.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// Ends after `duration`.
pub(super) fn sleep(duration: Duration) -> Sleep {
    Sleep {
        until: Instant::now() + duration,
        ticket: None,
    }
}

/// What [`sleep`] returns.
pub(super) struct Sleep {
    until: Instant,
    ticket: Option<u64>,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.until {
            return Poll::Ready(());
        }
        let until = self.until;
        let ticket = clock().wake_at(until, self.ticket, context.waker());
        self.ticket = Some(ticket);
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(ticket) = self.ticket {
            clock().lock().waiting.remove(&(self.until, ticket));
        }
    }
}

struct Clock {
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Default)]
struct Queue {
    /// By time, then by ticket.
    waiting: BTreeMap<(Instant, u64), Waker>,
    tickets: u64,
    running: bool,
}

/// The one clock of the process.
fn clock() -> &'static Clock {
    static CLOCK: OnceLock<Clock> = OnceLock::new();
    CLOCK.get_or_init(|| Clock {
        queue: Mutex::new(Queue::default()),
        changed: Condvar::new(),
    })
}

impl Clock {
    /// The queue is whole after every statement on it, so a panic elsewhere leaves it usable.
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake_at(&'static self, until: Instant, ticket: Option<u64>, waker: &Waker) -> u64 {
        let mut queue = self.lock();
        let ticket = ticket.unwrap_or_else(|| {
            queue.tickets += 1;
            queue.tickets
        });
        queue.waiting.insert((until, ticket), waker.clone());
        if !queue.running {
            let thread = thread::Builder::new().name("tramline-deadlines".to_owned());
            queue.running = thread.spawn(|| self.run()).is_ok();
        }
        self.changed.notify_one();
        ticket
    }

    /// Wakes whatever is due, for ever.
    fn run(&self) {
        let mut queue = self.lock();
        loop {
            let now = Instant::now();
            match queue.waiting.first_key_value() {
                Some(((until, _), _)) if *until <= now => {
                    if let Some((_, waker)) = queue.waiting.pop_first() {
                        // A waker may run code that takes this lock.
                        drop(queue);
                        waker.wake();
                        queue = self.lock();
                    }
                }
                Some(((until, _), _)) => {
                    let pause = until.duration_since(now);
                    let waited = self.changed.wait_timeout(queue, pause);
                    queue = waited.unwrap_or_else(PoisonError::into_inner).0;
                }
                None => {
                    let waited = self.changed.wait(queue);
                    queue = waited.unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Waker};
    use std::time::{Duration, Instant};

    use super::{clock, sleep};

    #[test]
    fn a_sleep_wakes_its_task_and_not_before_its_time() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        let (short, long) = (Duration::from_millis(1), Duration::from_millis(3));
        let start = Instant::now();
        runtime.block_on(async { tokio::join!(sleep(long), sleep(short), sleep(Duration::ZERO)) });
        assert!(start.elapsed() >= long);
    }

    #[test]
    fn a_sleep_that_is_dropped_leaves_nothing_behind() {
        let until = {
            let mut dropped = pin!(sleep(Duration::from_secs(3600)));
            let mut context = Context::from_waker(Waker::noop());
            assert!(dropped.as_mut().poll(&mut context).is_pending());
            assert!(dropped.as_mut().poll(&mut context).is_pending());
            dropped.until
        };
        let waiting = &clock().lock().waiting;
        assert!(waiting.keys().all(|(other, _)| *other != until));
    }
}
