//! An application made of feature crates: each brings its calls and is given its own state, and
//! one service, with one client, serves them all.

use accounts::Accounts;
use blog::Blog;
use tramline::{Service, query};

tramline::include_actions!();

/// The calls of the application and of both feature crates.
pub fn service(accounts: Accounts, blog: Blog) -> Service {
    Service::builder(actions(()))
        .merge(accounts::actions(accounts))
        .merge(blog::actions(blog))
        .build()
}

/// The version of the running server.
#[query]
async fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
