//! What is known of an action before it is called, and the tables that connect it with its code.
//!
//! Nothing here knows HTTP beyond status codes: a row is a name, an identity and a function.

mod authentication;
mod history;
mod info;
mod row;
mod stamp;
mod table;
mod wire;

pub(crate) use history::Version;
pub use history::{History, Past};
pub use info::{ActionInfo, ErrorCode, Kind};
pub use row::Action;
pub(crate) use row::Running;
pub(crate) use stamp::Stamp;
pub use table::Actions;
pub(crate) use table::Erased;
pub use wire::{Encoding, Wire};
