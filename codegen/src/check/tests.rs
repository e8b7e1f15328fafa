//! The cases of `tests/ui`: a folder for each rule, with sources and what is said of them.
//!
//! `UPDATE_EXPECT=1 cargo test -p tramline-codegen ui` writes what is said now.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostics::Rule;
use crate::testing::Files;

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui")
}

fn read_folder(folder: &Path, below: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read_folder(&path, below, files);
        } else {
            let name = path
                .strip_prefix(below)
                .expect("a file below")
                .to_path_buf();
            files.insert(name, fs::read_to_string(&path).expect("a source"));
        }
    }
}

/// Compares what is said of one case with what is expected.
fn check(rule: Rule, name: &str, failures: &mut Vec<String>) {
    let folder = cases().join(name);
    if !folder.is_dir() {
        failures.push(format!(
            "rule `{name}` has no case: write {}",
            folder.display()
        ));
        return;
    }
    let mut files = BTreeMap::new();
    let input = folder.join("input");
    read_folder(&input, &input, &mut files);
    let front = Files(files).read();
    if !front.diagnostics.rules().any(|broken| broken == rule) {
        failures.push(format!("the case of `{name}` does not break it"));
    }
    let said = format!("{}\n", front.rendered());
    let expected = folder.join("expected.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&expected, said).expect("writable expectations");
    } else if fs::read_to_string(&expected).unwrap_or_default() != said {
        failures.push(format!("of `{name}` is said:\n{said}"));
    }
}

#[test]
fn ui() {
    let mut failures = Vec::new();
    for (rule, name) in Rule::ALL {
        check(*rule, name, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn every_folder_is_a_rule() {
    let folders = fs::read_dir(cases()).expect("the cases");
    let folders = folders.map(|entry| entry.expect("an entry").path());
    let folders: BTreeSet<String> = folders
        .filter(|path| path.is_dir())
        .map(|path| {
            path.file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let rules = Rule::ALL
        .iter()
        .map(|(_, name)| (*name).to_owned())
        .collect();
    assert_eq!(folders, rules);
}
