//! Lists the sources that the scanner's targets begin with.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A text beyond this teaches a fuzzer little.
const LONGEST: u64 = 8_000;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for folder in ["tests/golden", "tests/ui"] {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
        collect(&root.join(folder), &mut files);
    }
    files.sort();
    let mut text = String::from("pub const TEXTS: &[&str] = &[\n");
    for file in files {
        let file = file.canonicalize().expect("it was just listed");
        writeln!(text, "    include_str!({:?}),", file.display().to_string())
            .expect("a string takes everything");
    }
    text.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("corpus.rs"), text).expect("cargo made the folder");
}

/// The sources of cases, without what was generated from them.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    const GENERATED: [&str; 3] = ["actions.rs", "dispatcher.rs", "build.rs"];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let short = entry.metadata().is_ok_and(|file| file.len() <= LONGEST);
        if path.is_dir() {
            collect(&path, files);
        } else if short
            && path.extension().is_some_and(|extension| extension == "rs")
            && !GENERATED.iter().any(|generated| name == *generated)
        {
            files.push(path);
        }
    }
}
