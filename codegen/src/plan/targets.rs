//! Where the targets of a package begin.

use std::fs;
use std::path::{Path, PathBuf};

use super::Unplannable;
use super::manifest::Manifest;

/// What `Builder::root` names.
pub(super) fn given(manifest: &Manifest, path: &Path) -> Result<PathBuf, Unplannable> {
    let entry = manifest.folder.join(path);
    if entry.is_file() {
        return Ok(entry);
    }
    Err(Unplannable(format!(
        "`root(\"{}\")`: there is no file `{}`",
        path.display(),
        entry.display(),
    )))
}

/// The library's root.
pub(super) fn library(manifest: &Manifest) -> Result<PathBuf, Unplannable> {
    find_library(manifest).ok_or_else(|| {
        Unplannable(format!(
            "package `{}` in `{}` has no library: neither `[lib] path` nor `src/lib.rs` is a file",
            manifest.package,
            manifest.folder.display(),
        ))
    })
}

/// The library's root, else the program's.
pub(super) fn library_or_program(manifest: &Manifest) -> Result<PathBuf, Unplannable> {
    let program = || Some(manifest.folder.join("src/main.rs")).filter(|path| path.is_file());
    let only_program = || match manifest.target_paths("bin").as_slice() {
        [path] if path.is_file() => Some(path.clone()),
        _ => None,
    };
    find_library(manifest)
        .or_else(program)
        .or_else(only_program)
        .ok_or_else(|| {
            Unplannable(format!(
                "package `{}` in `{}` has neither `src/lib.rs` nor `src/main.rs`: name the file \
                 that holds its actions with `Builder::root`",
                manifest.package,
                manifest.folder.display(),
            ))
        })
}

/// The roots of programs and examples, sorted, without `entry`.
pub(super) fn others(manifest: &Manifest, entry: &Path) -> Vec<PathBuf> {
    let folder = &manifest.folder;
    let mut roots = vec![folder.join("src/main.rs")];
    roots.extend(find_library(manifest));
    for kind in ["bin", "example"] {
        roots.extend(manifest.target_paths(kind));
    }
    for place in ["src/bin", "examples"] {
        roots.extend(in_folder(&folder.join(place)));
    }
    roots.retain(|path| path != entry && path.is_file());
    roots.sort();
    roots.dedup();
    roots
}

fn find_library(manifest: &Manifest) -> Option<PathBuf> {
    let path = manifest.text(&["lib", "path"]).unwrap_or("src/lib.rs");
    Some(manifest.folder.join(path)).filter(|path| path.is_file())
}

/// `*.rs` and `*/main.rs`, where cargo finds targets by itself.
fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter_map(|path| {
            if path.is_dir() {
                Some(path.join("main.rs"))
            } else {
                path.extension()
                    .is_some_and(|extension| extension == "rs")
                    .then_some(path)
            }
        })
        .collect()
}
