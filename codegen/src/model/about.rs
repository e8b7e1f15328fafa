//! What a package says of itself to everybody.

/// The part of a `Cargo.toml` that the documents of its REST routes show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// The name of the package.
    pub(crate) title: String,
    /// The version of the package.
    pub(crate) version: String,
    pub(crate) description: Option<String>,
    /// An SPDX expression.
    pub(crate) license: Option<String>,
}
