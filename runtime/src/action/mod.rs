//! What is known of an action before it is called, and the tables that connect it with its code.
//!
//! Nothing here knows HTTP beyond status codes: a row is a name, an identity and a function.

mod info;
mod row;
mod table;
mod wire;

pub use info::{ActionInfo, ErrorCode, Kind};
pub use row::Action;
pub(crate) use row::Running;
pub use table::Actions;
pub(crate) use table::Erased;
pub use wire::{Encoding, Wire};
