//! The only code that writes files.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use crate::emit::{GeneratedFile, MARK};

/// What was changed to make a folder hold what it should.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Paths of files that are new or have other content, in the order of the files given.
    pub(crate) written: Vec<PathBuf>,
    /// Paths of files that are no longer generated.
    pub(crate) removed: Vec<PathBuf>,
}

/// Makes a folder that is all ours hold exactly `files`.
///
/// # Errors
///
/// When the disk refuses.
pub(crate) fn replace(folder: &Path, files: &[GeneratedFile]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fill(folder, files, |_| true).map(|_| ())
}

/// Makes a folder in the user's sources hold `files`, and no other file that an earlier build
/// generated.
///
/// What is missing of the folder is made below `package`; elsewhere only its last part is, since a
/// frontend that is not checked out is none to write into.
///
/// # Errors
///
/// When the disk refuses, or when more of the folder is missing.
pub(crate) fn update(
    package: &Path,
    folder: &Path,
    files: &[GeneratedFile],
) -> io::Result<Changes> {
    if folder.starts_with(package) {
        fs::create_dir_all(folder)?;
    } else if !folder.is_dir() {
        fs::create_dir(folder)?;
    }
    fill(folder, files, is_generated)
}

/// Makes one file hold a text.
///
/// # Errors
///
/// When the disk refuses.
pub(crate) fn file(path: &Path, text: &str) -> io::Result<()> {
    match holds(path, text) {
        true => Ok(()),
        false => write(path, text),
    }
}

/// What [`update`] would change.
///
/// # Errors
///
/// When the folder is there and cannot be read.
pub(crate) fn compare(folder: &Path, files: &[GeneratedFile]) -> io::Result<Changes> {
    let differing = files.iter().map(|file| (folder.join(&file.path), file));
    let differing = differing.filter(|(path, file)| !holds(path, &file.text));
    let written = differing.map(|(path, _)| path).collect();
    let present = if folder.is_dir() {
        files_below(folder)?
    } else {
        Vec::new()
    };
    Ok(Changes {
        written,
        removed: surplus(folder, present, files, is_generated),
    })
}

fn fill(folder: &Path, files: &[GeneratedFile], ours: fn(&Path) -> bool) -> io::Result<Changes> {
    let mut written = Vec::new();
    for file in files {
        let path = folder.join(&file.path);
        if !holds(&path, &file.text) {
            write(&path, &file.text)?;
            written.push(path);
        }
    }
    let removed = surplus(folder, files_below(folder)?, files, ours);
    for path in &removed {
        fs::remove_file(path)?;
        remove_empty_folders(folder, path);
    }
    Ok(Changes { written, removed })
}

/// Those of the files that are there, sorted, which are ours and not wanted.
fn surplus(
    folder: &Path,
    present: Vec<PathBuf>,
    files: &[GeneratedFile],
    ours: fn(&Path) -> bool,
) -> Vec<PathBuf> {
    let wanted = files.iter().map(|file| folder.join(&file.path));
    let wanted: BTreeSet<PathBuf> = wanted.collect();
    let present = present.into_iter();
    let mut surplus: Vec<PathBuf> = present
        .filter(|path| !wanted.contains(path) && ours(path))
        .collect();
    surplus.sort();
    surplus
}

/// Whether a file has this text. An equal one is left untouched, so that nothing that watches it
/// wakes up.
fn holds(path: &Path, text: &str) -> bool {
    fs::read(path).is_ok_and(|present| present == text.as_bytes())
}

/// Replaces a file in one step, so that nobody reads half of it.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Two builds of one package may run at once: an editor's and a person's.
    let aside = path.with_extension(format!("{}.tmp", std::process::id()));
    let written = fs::write(&aside, text).and_then(|()| fs::rename(&aside, path));
    if written.is_err() {
        // The first error is the one to report.
        let _ = fs::remove_file(&aside);
    }
    written
}

/// Whether the first line has the mark of a generated file, or the second one where the first only
/// opens an object.
fn is_generated(path: &Path) -> bool {
    let Ok(file) = fs::File::open(path) else {
        return false;
    };
    let mut lines = BufReader::new(file).lines().map_while(Result::ok);
    let mut lines = lines.by_ref().skip_while(|line| line == "{");
    lines.next().is_some_and(|line| line.contains(MARK))
}

fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            // Of a link, the link's own type: what is behind it is not below the folder.
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                files.push(entry.path());
            }
        }
    }
    Ok(files)
}

/// Removes the folders between `top` and a removed file, as far as nothing is left in them.
fn remove_empty_folders(top: &Path, removed: &Path) {
    for folder in removed.ancestors().skip(1) {
        if folder == top || fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{replace, update};
    use crate::emit::GeneratedFile;

    fn file(path: &str, text: &str) -> GeneratedFile {
        GeneratedFile {
            path: path.into(),
            text: text.into(),
        }
    }

    fn listing(folder: &Path) -> Vec<String> {
        let mut files: Vec<String> = super::files_below(folder)
            .unwrap()
            .iter()
            .map(|path| path.strip_prefix(folder).unwrap().display().to_string())
            .collect();
        files.sort();
        files
    }

    #[test]
    fn a_folder_of_ours_holds_what_was_generated() {
        let disk = tempfile::tempdir().unwrap();
        let folder = disk.path().join("tramline");
        replace(&folder, &[file("a.rs", "1"), file("actions/b.rs", "2")]).unwrap();
        assert_eq!(listing(&folder), ["a.rs", "actions/b.rs"]);
        replace(&folder, &[file("a.rs", "3")]).unwrap();
        assert_eq!(listing(&folder), ["a.rs"]);
        assert_eq!(fs::read_to_string(folder.join("a.rs")).unwrap(), "3");
        assert!(!folder.join("actions").exists());
    }

    #[test]
    fn only_files_with_our_mark_are_removed() {
        let disk = tempfile::tempdir().unwrap();
        let folder = disk.path().join("web/src/api");
        let marked = "// @generated by tramline-codegen. Do not edit.\n";
        let first = [file("posts.ts", marked), file("users/admin.ts", marked)];
        update(disk.path(), &folder, &first).unwrap();
        fs::write(folder.join("own.ts"), "// @generated by someone else").unwrap();
        fs::write(folder.join("users/own.ts"), "").unwrap();
        update(disk.path(), &folder, &first[..1]).unwrap();
        assert_eq!(listing(&folder), ["own.ts", "posts.ts", "users/own.ts"]);
    }

    #[test]
    fn the_mark_of_json_stands_behind_its_brace() {
        let disk = tempfile::tempdir().unwrap();
        let marked = "{\n  \"x-generator\": \"@generated by tramline\"\n}\n";
        let own = "{\n  \"a\": 1,\n  \"b\": \"@generated by tramline\"\n}\n";
        fs::write(disk.path().join("own.json"), own).unwrap();
        let files = [file("a.json", marked), file("b.json", marked)];
        update(disk.path(), disk.path(), &files).unwrap();
        update(disk.path(), disk.path(), &files[..1]).unwrap();
        assert_eq!(listing(disk.path()), ["a.json", "own.json"]);
    }

    #[test]
    fn a_comparison_tells_what_an_update_would_change() {
        let disk = tempfile::tempdir().unwrap();
        let folder = disk.path().join("api");
        let marked = |name| file(name, "// @generated by tramline-codegen\n");
        let files = [marked("a.ts"), marked("b.ts")];
        for files in [
            &files[..],
            &files[..1],
            &[file("a.ts", "2"), marked("c/c.ts")],
        ] {
            let expected = super::compare(&folder, files).unwrap();
            assert_eq!(update(disk.path(), &folder, files).unwrap(), expected);
            assert_eq!(super::compare(&folder, files).unwrap(), Default::default());
        }
        fs::write(folder.join("a.ts"), "edited").unwrap();
        let changes = super::compare(&folder, &[file("a.ts", "2")]).unwrap();
        assert_eq!(changes.written, [folder.join("a.ts")]);
        assert_eq!(changes.removed, [folder.join("c/c.ts")]);
    }

    #[test]
    fn an_equal_file_is_left_alone() {
        let disk = tempfile::tempdir().unwrap();
        let files = [file("a.rs", "1")];
        replace(disk.path(), &files).unwrap();
        let time = |path: &Path| fs::metadata(path.join("a.rs")).unwrap().modified().unwrap();
        let before = time(disk.path());
        replace(disk.path(), &files).unwrap();
        assert_eq!(time(disk.path()), before);
    }

    #[test]
    fn a_missing_frontend_is_not_made() {
        let disk = tempfile::tempdir().unwrap();
        let package = disk.path().join("server");
        let absent = disk.path().join("frontend/api");
        assert!(update(&package, &absent, &[]).is_err());
        assert!(!disk.path().join("frontend").exists());
        fs::create_dir(disk.path().join("frontend")).unwrap();
        update(&package, &absent, &[]).unwrap();
        assert!(absent.is_dir());
    }
}
