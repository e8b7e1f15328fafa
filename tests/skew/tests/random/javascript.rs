//! The clients of then, in one process of Node.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde::{Deserialize, Serialize};
use tramline_codegen::trial::Version;

/// What one client is given.
#[derive(Debug, Serialize)]
pub(crate) struct Case {
    pub(crate) number: usize,
    /// Values in binary, which it reads and writes as an input in JSON.
    pub(crate) bytes: Vec<u8>,
    /// An answer in JSON, which it reads and writes as an input in binary.
    pub(crate) answer: Option<Vec<u8>>,
}

/// What it made of it.
#[derive(Debug, Deserialize)]
pub(crate) struct Answer {
    pub(crate) input: Result<Vec<u8>, String>,
    pub(crate) read: Option<Result<Vec<u8>, String>>,
}

/// Lets the clients of `version` read and write.
pub(crate) fn run(version: &Version, cases: &[Case]) -> Vec<Answer> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random-schemas");
    drop(fs::remove_dir_all(&folder));
    for (path, text) in version.javascript() {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    fs::write(folder.join("package.json"), r#"{ "type": "module" }"#).unwrap();
    fs::write(
        folder.join("cases.json"),
        serde_json::to_vec(cases).unwrap(),
    )
    .unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("random.mjs");
    let output = Command::new("node").arg(script).arg(&folder).output();
    let output = output.unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    serde_json::from_slice(&output.stdout).unwrap()
}
