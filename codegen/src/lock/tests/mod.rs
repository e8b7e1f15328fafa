//! Locks of small packages, through the changes that packages go through.

mod build;
mod identity;
mod merges;
mod mistakes;
mod routes;
mod updates;

use super::{Change, Lock};
use crate::model::{Api, identify};
use crate::testing::Files;

/// What the sources of a package say. Functions need no `#[tramline::…]` before their attribute.
fn api(source: &str) -> Api {
    let source = format!("use tramline::*; use serde::*;\n{source}");
    let mut front = Files::parse(&source).read();
    assert_eq!(front.rendered(), "");
    identify(&mut front.api);
    front.api
}

/// The lock after `tramline lock` was run on each of the sources, one after the other, and what the
/// last run did.
fn locked(sources: &[&str]) -> (Lock, Vec<Change>) {
    let mut state = (Lock::default(), Vec::new());
    for source in sources {
        let (old, _) = state;
        state = Lock::updated(Some(&old), &api(source));
        let text = state.0.to_text();
        assert_eq!(Lock::parse(&text).as_ref(), Ok(&state.0), "{text}");
        let twice = Lock::updated(Some(&state.0), &api(source));
        assert_eq!(twice, (state.0.clone(), reused(&twice.1)), "{text}");
    }
    state
}

/// The only thing that running it again does not settle.
fn reused(changes: &[Change]) -> Vec<Change> {
    let reused = |change: &&Change| matches!(change, Change::Reused { .. });
    changes.iter().filter(reused).cloned().collect()
}
