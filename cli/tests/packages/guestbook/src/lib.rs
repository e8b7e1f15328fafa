tramline::include_actions!();

mod entries;
mod user;

/// Whether the server is there.
#[tramline::query]
async fn ping() {}
