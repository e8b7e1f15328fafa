//! Generated files against recorded ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::case::Package;

/// What differs between what was generated for a package and its recorded files.
pub(crate) fn package(package: &Package, out: &Path, client: &Path) -> Vec<String> {
    let generated = out.join("tramline");
    let dispatcher = fs::read_to_string(generated.join("actions.rs")).unwrap_or_default();
    let parts = joined(&generated, |path| path.components().count() > 1);
    // The runtime is one for all, and tested where it stands.
    let client = joined(client, |path| {
        !path.to_str().unwrap().starts_with("_runtime")
    });
    let recorded = [
        ("dispatcher.rs", dispatcher),
        ("actions.rs", parts),
        ("client.ts", client),
    ];
    let recorded = recorded.map(|(file, text)| (file.to_owned(), text));
    let documents = documents(&generated, &package.folder);
    recorded
        .into_iter()
        .chain(documents)
        .filter_map(|(file, text)| difference(&package.folder.join(file), &text))
        .collect()
}

/// The descriptions of the routes, and nothing for those that are recorded and no longer generated.
fn documents(generated: &Path, recorded: &Path) -> BTreeMap<String, String> {
    let mut documents = BTreeMap::new();
    for folder in [recorded, generated] {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.starts_with("openapi.v") {
                let text = fs::read_to_string(generated.join(&name)).unwrap_or_default();
                documents.insert(name, text);
            }
        }
    }
    documents
}

/// The files below a folder that `wanted` picks by their path, one after the other.
fn joined(folder: &Path, wanted: impl Fn(&Path) -> bool) -> String {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    let mut text = String::new();
    for file in files {
        let path = file.strip_prefix(folder).unwrap();
        if wanted(path) {
            let name = path.to_str().unwrap().replace('\\', "/");
            let separator = if text.is_empty() { "" } else { "\n" };
            text += &format!("{separator}// ======== {name} ========\n\n");
            text += &fs::read_to_string(&file).unwrap();
        }
    }
    text
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// Names the first line that differs; records the text instead when asked to.
fn difference(path: &Path, text: &str) -> Option<String> {
    let recorded = fs::read_to_string(path).unwrap_or_default();
    if recorded == text {
        return None;
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        if text.is_empty() {
            fs::remove_file(path).unwrap();
        } else {
            fs::write(path, text).unwrap();
        }
        return None;
    }
    let (mut old, mut new) = (recorded.lines(), text.lines());
    let mut number = 0;
    loop {
        number += 1;
        let (old, new) = (old.next(), new.next());
        if old != new || old.is_none() {
            let path = path.display();
            return Some(format!(
                "{path}:{number}: recorded: {old:?}\n  generated: {new:?}"
            ));
        }
    }
}
