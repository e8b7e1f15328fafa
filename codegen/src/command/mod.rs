//! What the command line does, without its arguments and its output.
//!
//! The same stages as in a build script, on a package that is found on the disk and whose settings
//! are read from its build script's text. Nothing is compiled. No promise of stability: this is for
//! the crate `tramline-cli` of the same version.

mod check;
mod diff;
mod doors;
mod failure;
mod generate;
mod list;
mod lock;
mod package;
mod project;
mod reading;
mod seen;
#[cfg(test)]
mod tests;
mod watch;
mod workspace;

pub use check::{Checked, Difference, Drift};
pub use diff::{DiffFormat, Diffed, day};
pub use failure::{Failure, Verdict};
pub use generate::{Client, Generated};
pub use list::{Deprecated, Extractor, Listed, Listing, LockState, Promise, Wire};
pub use lock::{LockChange, LockReport};
pub use package::Selection;
pub use project::Project;
pub use watch::{Round, Session};

pub use crate::gate::FailOn;
pub use crate::show::Pass;
