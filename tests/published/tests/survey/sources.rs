//! Where cargo has put the sources.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// The source of one crate.
pub(crate) struct Source {
    pub(crate) version: String,
    pub(crate) folder: PathBuf,
}

/// Fetches what the lock file names, and says where it is.
pub(crate) fn fetched() -> HashMap<String, Source> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--locked"])
        .args(["--features", "sources"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata: {problem}");
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    let sources = packages.map(|package| {
        let manifest = PathBuf::from(text(package, "manifest_path"));
        let source = Source {
            version: text(package, "version"),
            folder: manifest.parent().unwrap().to_owned(),
        };
        (text(package, "name"), source)
    });
    sources.collect()
}

fn text(package: &Value, key: &str) -> String {
    package[key].as_str().unwrap().to_owned()
}
