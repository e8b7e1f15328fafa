//! The build step of tramline.

mod builder;
mod check;
mod diagnostics;
mod driver;
mod emit;
mod environment;
mod model;
mod plan;
mod resolve;
mod scan;
#[cfg(test)]
mod testing;
mod write;

pub use builder::Builder;
