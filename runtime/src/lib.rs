//! The first lines of this crate.

mod wire;
