//! The first lines of this crate.
