//! A catalogue for partners: two versions of a REST API over SQLite, with a webhook each way.
//!
//! Nothing in here opens a socket, so a test can call the whole application in-process.

mod endpoints;
mod events;
mod partner;
mod products;
mod server;
mod store;
mod v1;
mod warehouse;

pub use partner::PartnerKeys;
pub use server::serve;
pub use store::{Store, StoreError};
pub use warehouse::Warehouse;

use tramline::{FromRef, Service};

tramline::include_actions!();

/// What the functions work with.
#[derive(Clone, Debug)]
pub struct App {
    /// The catalogue.
    pub store: Store,
    /// Who may change it.
    pub keys: PartnerKeys,
    /// Who tells of deliveries.
    pub warehouse: Warehouse,
}

/// The whole application: both versions, their documents, and a page to read them.
pub fn service(app: App) -> Service {
    Service::builder(actions(app))
        .documentation("/docs")
        .build()
}

/// Parts of the application, for `State<…>` and for extractors.
macro_rules! parts {
    ($($field:ident: $part:ty),* $(,)?) => {$(
        impl FromRef<App> for $part {
            fn from_ref(app: &App) -> Self {
                app.$field.clone()
            }
        }
    )*};
}

parts! {
    store: Store,
    keys: PartnerKeys,
    warehouse: Warehouse,
}
