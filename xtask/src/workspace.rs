//! Where things are, as cargo tells.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::{Failure, cargo, output};

/// The folder of the workspace.
pub(crate) fn root() -> &'static Path {
    // `xtask` stands directly below it.
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// What `cargo metadata` says about the workspace and everything it depends on.
pub(crate) fn metadata() -> Result<Value, Failure> {
    let text = output(cargo().current_dir(root()).args([
        "metadata",
        "--format-version=1",
        "--all-features",
    ]))?;
    serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))
}

/// The target folder.
pub(crate) fn target(metadata: &Value) -> Result<PathBuf, Failure> {
    let folder = metadata["target_directory"].as_str();
    folder
        .map(PathBuf::from)
        .ok_or_else(|| "cargo metadata names no target folder".to_owned())
}
