//! Accounts: who there is.

mod users;

pub use users::Accounts;

tramline::include_actions!();
