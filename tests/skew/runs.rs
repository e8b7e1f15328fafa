//! Counts what runs, so that "nothing ran" is seen and not believed.

use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};

static RUNS: AtomicU64 = AtomicU64::new(0);

/// How many functions of this crate have run.
pub fn count() -> u64 {
    RUNS.load(Ordering::SeqCst)
}

/// Counts a run, whose result this is.
pub fn ran<T>(result: T) -> T {
    RUNS.fetch_add(1, Ordering::SeqCst);
    result
}

/// Counts a run, which answers with what it was given.
pub fn seen(input: &impl Debug) -> String {
    ran(format!("{input:?}"))
}
