//! A guestbook: sign it, leaf through it, take an entry back.
//!
//! The functions that the page calls are in `guestbook`, what they keep is in [`Store`]. [`app`]
//! puts them behind axum's router beside the page itself; nothing in here opens a socket, so a
//! test can call the whole application in-process.

mod guestbook;
mod paging;
mod server;
mod store;
mod website;

pub use server::serve;
pub use store::{Store, StoreError};

tramline::include_actions!();

/// The whole application: the calls under `/rpc`, the page everywhere else.
pub fn app(store: Store) -> axum::Router {
    axum::Router::new()
        .nest_service("/rpc", service(store))
        .merge(website::pages())
}

/// The calls alone, for any server that speaks tower.
pub fn service(store: Store) -> tramline::Service {
    tramline::Service::new(actions(store))
}
