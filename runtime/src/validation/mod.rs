//! Holding inputs against the rules that their types set themselves.
//!
//! The rules are garde's. Which inputs have any, the build step has read; what it read as having
//! rules does not compile without the feature that knows them.

mod places;
#[cfg(feature = "garde")]
mod report;

pub use places::Renames;
pub(crate) use places::pointer;

/// A value with rules, which are the type's own.
#[cfg_attr(
    feature = "garde",
    diagnostic::on_unimplemented(
        message = "`{Self}` has rules of garde, but tramline cannot hold it against them",
        label = "this is what callers send",
        note = "tramline validates with the context `()`, and what garde can validate: in place of `Cow`, `SmallVec` and the like take a `Vec`, a `Box` or the type itself"
    )
)]
#[cfg_attr(
    not(feature = "garde"),
    diagnostic::on_unimplemented(
        message = "`{Self}` has rules of garde, but the feature `garde` of `tramline` is off, so nothing would hold it against them",
        label = "this is what callers send",
        note = "turn the feature on: `tramline = {{ version = \"…\", features = [\"garde\"] }}`"
    )
)]
pub trait Validates {
    /// Every rule that the value breaks.
    fn violations(&self) -> Vec<Violation>;
}

/// A rule that a value breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The way from the value to the part that breaks it, by the names in Rust.
    pub(crate) path: Vec<String>,
    /// What is wrong, for people.
    pub(crate) detail: String,
}
