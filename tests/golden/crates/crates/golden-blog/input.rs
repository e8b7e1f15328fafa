//! A feature crate.

tramline::include_actions!();

mod posts;

/// How it goes.
#[tramline::query]
async fn status() -> bool {
    true
}
