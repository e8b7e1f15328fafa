//! The same work on many items, on all cores.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::{self, Builder, ScopedJoinHandle};

/// Fewer items than this for a thread are not worth one.
const LEAST: usize = 8;

/// What main threads have: work goes as deep as types nest.
const STACK: usize = 8 * 1024 * 1024;

/// What `task` makes of each item, in the order of the items.
///
/// # Panics
///
/// Where `task` does.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], task: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = cores.min(items.len() / LEAST).max(1);
    let each = |items: &[T]| items.iter().map(&task).collect::<Vec<R>>();
    let mut chunks = items.chunks(items.len().div_ceil(threads).max(1));
    let own = chunks.next().unwrap_or_default();
    let each = &each;
    thread::scope(|scope| {
        let started = chunks.map(|chunk| {
            let builder = Builder::new().stack_size(STACK);
            builder
                .spawn_scoped(scope, move || each(chunk))
                // Where there are no more threads, this one has to do.
                .map_err(|_| chunk)
        });
        let started: Vec<Result<ScopedJoinHandle<'_, Vec<R>>, &[T]>> = started.collect();
        let mut results = each(own);
        for thread in started {
            results.extend(match thread {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(chunk) => each(chunk),
            });
        }
        results
    })
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_are_in_the_order_of_the_items() {
        for count in [0, 1, 7, 8, 16, 17, 100, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = (0..count).map(|item| item * 2).collect();
            assert_eq!(map(&items, |item| item * 2), doubled, "{count}");
        }
    }
}
