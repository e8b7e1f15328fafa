//! Sources as they were, from a repository made for the purpose.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::export::{Export, repository};

/// A repository below a folder, told to git without regard to what its user has configured.
fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env_remove("GIT_DIR")
        .args([
            "-c",
            "user.name=Ada",
            "-c",
            "user.email=ada@example.com",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .output()
        .unwrap();
    assert!(status.status.success(), "{arguments:?}: {status:?}");
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Two commits, the first called `before`.
fn repository_of_two() -> tempfile::TempDir {
    let disk = tempfile::tempdir().unwrap();
    let root = disk.path();
    git(root, &["init", "--quiet"]);
    write(root, "Cargo.toml", "[workspace]");
    write(root, "app/Cargo.toml", "[package]\nname = \"app\"");
    write(root, "app/src/lib.rs", "// before\n\n");
    write(root, "app/src/größe.rs", "");
    write(root, "app/web/main.ts", "// not read");
    write(root, "model/src/lib.rs", "// beside");
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "--message", "One"]);
    git(root, &["tag", "before"]);
    write(root, "app/src/lib.rs", "// after");
    write(root, "new/Cargo.toml", "[package]\nname = \"new\"");
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "--message", "Two"]);
    disk
}

#[test]
fn sources_come_with_all_that_lies_beside_them() {
    let disk = repository_of_two();
    let export = Export::of(&disk.path().join("app"), "before").unwrap();
    let package = export.package().unwrap();
    let read = |path: &str| fs::read_to_string(package.join(path)).unwrap();
    assert_eq!(read("src/lib.rs"), "// before\n\n");
    assert_eq!(read("src/größe.rs"), "");
    assert_eq!(read("../model/src/lib.rs"), "// beside");
    assert_eq!(read("../Cargo.toml"), "[workspace]");
    assert!(!package.join("web").exists());
    let root = export.root().to_owned();
    drop(export);
    assert!(!root.exists());
}

#[test]
fn a_repository_is_found_from_within() {
    let disk = repository_of_two();
    let root = disk.path().canonicalize().unwrap();
    assert_eq!(repository(&root), root);
    assert_eq!(repository(&root.join("app/src")), root);
    let outside = tempfile::tempdir().unwrap();
    assert_eq!(repository(outside.path()), outside.path());
}

#[test]
fn a_package_may_be_new() {
    let disk = repository_of_two();
    let new = disk.path().join("new");
    assert!(Export::of(&new, "HEAD").unwrap().package().is_some());
    assert!(Export::of(&new, "before").unwrap().package().is_none());
}

#[test]
fn what_git_does_not_know_is_said() {
    let disk = repository_of_two();
    let app = disk.path().join("app");
    let table = [
        (
            "nowhere",
            "`nowhere` is neither a file nor a commit that git knows here; in a shallow clone, `git fetch` it first",
        ),
        (
            "--help",
            "`--help` is neither a file nor a commit that git knows here; in a shallow clone, `git fetch` it first",
        ),
        (
            "",
            "`` is neither a file nor a commit that git knows here; in a shallow clone, `git fetch` it first",
        ),
    ];
    for (revision, expect) in table {
        assert_eq!(Export::of(&app, revision).unwrap_err().to_string(), expect);
    }
    let outside = tempfile::tempdir().unwrap();
    let error = Export::of(outside.path(), "before").unwrap_err();
    assert_eq!(error.to_string(), "this folder is in no git repository");
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_repository() {
    let disk = repository_of_two();
    let root = disk.path();
    std::os::unix::fs::symlink("../../model/src/lib.rs", root.join("app/src/model.rs")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", root.join("app/src/other.rs")).unwrap();
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "--message", "Three"]);
    let export = Export::of(&root.join("app"), "HEAD").unwrap();
    let source = export.package().unwrap().join("src");
    assert_eq!(
        fs::read_to_string(source.join("model.rs")).unwrap(),
        "// beside"
    );
    assert!(!source.join("other.rs").exists());
}
