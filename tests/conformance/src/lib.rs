//! A service that echoes every supported type, for the test that holds Rust against TypeScript.

#![expect(
    missing_docs,
    reason = "the names say what they are; nobody else reads this crate"
)]

pub mod attributes;
pub mod conversions;
pub mod echo;
pub mod echo_attributes;
pub mod echo_conversions;
pub mod echo_foreign;
pub mod echo_plain;
pub mod faults;
pub mod foreign;
mod outer;
pub mod patches;
pub mod plain;
pub mod seen;
pub mod types;

tramline::include_actions!();
