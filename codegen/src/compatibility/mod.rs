//! Whether clients generated for one schema can go on with a server of another.
//!
//! A client whose fingerprint is not the present one leaves the binary wire for lossless JSON, which
//! goes by names. What it sends must be readable by the present server, and what the present server
//! answers must be readable by the client. That is decided here, on the schemas alone: values would
//! tell too late, and some of them nothing, as bytes and text look alike in JSON.
//!
//! Each difference breaks a [`Rule`](rule::Rule), whose [`Category`] says what follows from it. Schemas without
//! any finding have the same text, and the other way around. Where something is in doubt, it counts
//! as breaking.
//!
//! It knows nothing of files, of the lock, or of how findings are shown.

mod compare;
mod describe;
mod finding;
mod form;
mod pair;
mod rule;
mod rules;
mod schema;
#[cfg(test)]
mod tests;

pub(crate) use self::compare::{Tolerance, compare, tolerance};
pub(crate) use self::finding::{Finding, Part};
pub(crate) use self::rule::Category;
#[cfg(test)]
pub(crate) use self::rule::Rule;
pub(crate) use self::schema::Schema;
