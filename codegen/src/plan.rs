//! Which packages are read, and from where.

use std::path::PathBuf;

/// The packages of one build.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The package whose build script runs.
    pub(crate) root: PackagePlan,
    /// Named by `Builder::include`.
    pub(crate) included: Vec<PackagePlan>,
    /// Named by `Builder::types_from`.
    pub(crate) types: Vec<PackagePlan>,
}

/// One package to scan.
#[derive(Debug)]
pub(crate) struct PackagePlan {
    pub(crate) folder: PathBuf,
    /// As Rust code names it, with underscores.
    pub(crate) crate_name: String,
    /// Whether the root package can name it: itself, or a crate it depends on unconditionally.
    pub(crate) linked: bool,
    /// What precedes the name of each of its actions.
    pub(crate) namespace: Option<String>,
    /// The file its module tree grows from: `src/lib.rs`, ….
    pub(crate) entry: PathBuf,
    /// The roots of its other targets, scanned only to refuse the actions in them.
    pub(crate) other_targets: Vec<PathBuf>,
}
