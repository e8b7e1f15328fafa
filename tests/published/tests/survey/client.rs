//! The clients, left where `tsconfig.json` finds them.

use std::fs;
use std::path::Path;

/// Replaces the client of a crate.
pub(crate) fn write(name: &str, files: &[(String, String)]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../target/published/clients")
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}
