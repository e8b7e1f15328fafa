//! One API for each thing that can go wrong.

mod directions;
mod errors;
mod foreign;
mod modules;
mod names;
mod plain;
mod tagged;
mod types;

pub(super) use self::directions::directions;
pub(super) use self::errors::errors;
pub(super) use self::foreign::foreign;
pub(super) use self::modules::modules;
pub(super) use self::names::names;
pub(super) use self::plain::plain;
pub(super) use self::tagged::tagged;
pub(super) use self::types::types;
