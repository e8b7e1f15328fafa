//! What makes cargo run the build step again: sources and manifests, never what it writes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::driver::Instructions;
use crate::lock;
use crate::plan::Plan;
use crate::scan::Sources;

/// Instructions to watch everything that was read.
pub(crate) fn instructions(plan: &Plan, sources: &Sources, outputs: &[PathBuf]) -> Instructions {
    let manifests = plan
        .packages()
        .flat_map(|package| ["Cargo.toml", "build.rs"].map(|file| package.folder.join(file)))
        .filter(|path| path.is_file());
    // Naming a file that is not there would run the build step each time.
    let lock = Some(plan.root.folder.join(lock::FILE)).filter(|path| path.is_file());
    let read = sources
        .watched
        .iter()
        .flat_map(|path| without(path, outputs));
    manifests
        .chain(lock)
        .chain(read)
        .map(|path| format!("rerun-if-changed={}", path.display()))
        .chain(["rerun-if-env-changed=DOCS_RS".to_owned()])
        .collect()
}

/// The path itself, or where outputs or cargo's own lie in it, the sources in it one by one.
fn without(path: &Path, outputs: &[PathBuf]) -> Vec<PathBuf> {
    let holds_outputs = outputs.iter().any(|output| output.starts_with(path));
    if holds_outputs || path.join("Cargo.toml").is_file() {
        let mut sources = Vec::new();
        collect(path, outputs, &mut sources);
        sources
    } else {
        vec![path.to_owned()]
    }
}

fn collect(folder: &Path, outputs: &[PathBuf], sources: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let skipped = path.join("CACHEDIR.TAG").is_file() || outputs.contains(&path);
        if path.is_dir() && !skipped {
            collect(&path, outputs, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(path);
        }
    }
    sources.sort();
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::without;

    fn watched(path: &Path, outputs: &[&Path]) -> Vec<String> {
        let outputs: Vec<_> = outputs.iter().map(|output| output.to_path_buf()).collect();
        let shown = |found: &std::path::PathBuf| match found.strip_prefix(path) {
            Ok(below) => below.display().to_string(),
            Err(_) => found.display().to_string(),
        };
        without(path, &outputs).iter().map(shown).collect()
    }

    #[test]
    fn outputs_are_not_watched() {
        let disk = tempfile::tempdir().unwrap();
        let source = disk.path().join("src");
        let output = source.join("client");
        fs::create_dir_all(&output).unwrap();
        fs::write(source.join("lib.rs"), "").unwrap();
        fs::write(output.join("posts.ts"), "").unwrap();
        assert_eq!(watched(&source, &[&output]), ["lib.rs"]);
        assert_eq!(watched(&source, &[]), [""]);
        fs::write(disk.path().join("Cargo.toml"), "").unwrap();
        assert_eq!(watched(disk.path(), &[]), ["src/lib.rs"]);
    }
}
