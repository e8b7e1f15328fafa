//! JSON: its text, and what of it is decoded and encoded by serde.

mod names;
mod scan;
pub(super) mod text;
pub(super) mod tree;
