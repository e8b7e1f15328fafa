use tramline::{action, query};

#[action]
fn publish(title: String) -> u64 {
    title.len() as u64
}

/// A query is held to the same.
#[query]
pub(crate) fn count() -> u64 {
    0
}
