//! A service that echoes every supported type, for the test that holds Rust against TypeScript.

#![expect(
    missing_docs,
    reason = "the names say what they are; nobody else reads this crate"
)]

pub mod echo;
mod outer;
pub mod types;

tramline::include_actions!();
