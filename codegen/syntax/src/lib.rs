//! For the attribute macros and the build step of tramline: what an annotated item looks like.
//!
//! Both read the same source, one as rustc's tokens and the other as a file, and must come to the
//! same conclusion. What they share stands here, once: the grammar of the attributes, the name of
//! the file that connects an item with its generated code, and the digests that become identities.

pub mod action;
mod cache;
pub mod codes;
pub mod date;
pub mod deprecation;
pub mod digest;
pub mod error;
pub mod event;
pub mod field;
pub mod literal;
pub mod name;
pub mod nearest;
pub mod parameter;
pub mod path;
pub mod problem;
pub mod route;
pub mod stem;
pub mod webhook;
mod written;
