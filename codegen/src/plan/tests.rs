//! Packages on a disk, and the plans for them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::Plan;
use crate::Builder;

fn disk(files: &[(&str, &str)]) -> TempDir {
    let disk = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = disk.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    disk
}

/// The entry of the root package below its folder.
#[track_caller]
fn check_entry(files: &[(&str, &str)], settings: &Builder, expect: Result<&str, &str>) {
    let disk = disk(files);
    let folder = disk.path().join("app");
    match (Plan::new(settings, &folder), expect) {
        (Ok(plan), Ok(entry)) => {
            assert_eq!(relative(&plan.root.entry, &plan.root.folder), entry);
        }
        (Err(error), Err(words)) => assert!(error.to_string().contains(words), "{error}"),
        (plan, _) => panic!("{plan:?}"),
    }
}

fn relative(path: &Path, folder: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap();
    path.to_str().unwrap().replace('\\', "/")
}

const PACKAGE: (&str, &str) = ("app/Cargo.toml", "[package]\nname = \"my-app\"");

#[test]
fn the_entry_is_the_library_or_the_program_or_named() {
    let new = Builder::new;
    let (lib, main) = (("app/src/lib.rs", ""), ("app/src/main.rs", ""));
    check_entry(&[PACKAGE, lib, main], &new(), Ok("src/lib.rs"));
    check_entry(&[PACKAGE, main], &new(), Ok("src/main.rs"));
    check_entry(&[PACKAGE], &new(), Err("`Builder::root`"));
    check_entry(
        &[PACKAGE, lib, ("app/src/api.rs", "")],
        &new().root("src/api.rs"),
        Ok("src/api.rs"),
    );
    check_entry(&[PACKAGE, lib], &new().root("api.rs"), Err("no file"));
    let moved = (
        "app/Cargo.toml",
        "[package]\nname = \"a\"\n[lib]\npath = \"code/a.rs\"",
    );
    check_entry(&[moved, ("app/code/a.rs", "")], &new(), Ok("code/a.rs"));
    check_entry(&[lib], &new(), Err("cannot be read"));
    check_entry(
        &[("app/Cargo.toml", "[workspace]")],
        &new(),
        Err("no package"),
    );
    check_entry(
        &[("app/Cargo.toml", "[package")],
        &new(),
        Err("cannot be read"),
    );
}

#[test]
fn other_targets_are_programs_and_examples() {
    let disk = disk(&[
        PACKAGE,
        ("app/src/lib.rs", ""),
        ("app/src/main.rs", ""),
        ("app/src/bin/tool.rs", ""),
        ("app/src/bin/big/main.rs", ""),
        ("app/examples/demo.rs", ""),
        ("app/examples/notes.txt", ""),
    ]);
    let plan = Plan::new(&Builder::new(), &disk.path().join("app")).unwrap();
    let others = plan.root.other_targets.iter();
    let others: Vec<String> = others
        .map(|path| relative(path, &plan.root.folder))
        .collect();
    assert_eq!(
        others,
        [
            "examples/demo.rs",
            "src/bin/big/main.rs",
            "src/bin/tool.rs",
            "src/main.rs"
        ]
    );
}

const BLOG: [(&str, &str); 3] = [
    ("blog/Cargo.toml", "[package]\nname = \"my-blog\""),
    ("blog/src/lib.rs", ""),
    (
        "blog/build.rs",
        "fn main() { tramline_codegen::Builder::new().namespace(\"blog\").build() }",
    ),
];

/// Crate name, namespace and whether it is linked, of `../blog` included from a manifest that ends
/// in `dependencies`.
fn included(dependencies: &str) -> (String, Option<String>, bool) {
    let manifest = format!("[package]\nname = \"app\"\n{dependencies}");
    let mut files = vec![("app/Cargo.toml", &*manifest), ("app/src/lib.rs", "")];
    files.extend(BLOG);
    files.push((
        "Cargo.toml",
        "[workspace.dependencies]\nposts = { path = \"blog\", package = \"my-blog\" }",
    ));
    let disk = disk(&files);
    let settings = Builder::new().include("../blog");
    let mut plan = Plan::new(&settings, &disk.path().join("app")).unwrap();
    let blog = plan.included.remove(0);
    (blog.crate_name, blog.namespace, blog.linked)
}

#[test]
fn an_included_package_has_the_name_that_the_root_gives_it() {
    let cases = [
        ("", "my_blog", false),
        (
            "[dependencies]\nmy-blog = { path = \"../blog\" }",
            "my_blog",
            true,
        ),
        (
            "[dependencies]\nposts = { path = \"../blog\", package = \"my-blog\" }",
            "posts",
            true,
        ),
        (
            "[dependencies]\nposts = { workspace = true }",
            "posts",
            true,
        ),
        ("[dependencies]\nposts.workspace = true", "posts", true),
        (
            "[dependencies]\nmy-blog = { path = \"../blog\", optional = true }",
            "my_blog",
            false,
        ),
        (
            "[dev-dependencies]\nmy-blog = { path = \"../blog\" }",
            "my_blog",
            false,
        ),
    ];
    for (dependencies, name, linked) in cases {
        let expect = (name.to_owned(), Some("blog".to_owned()), linked);
        assert_eq!(included(dependencies), expect, "{dependencies}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let app = [PACKAGE, ("app/src/lib.rs", "")];
    let with = |files: &[(&'static str, &'static str)]| [&app, files].concat();
    let include = Builder::new().include("../blog");
    check_entry(
        &app,
        &include,
        Err("`include(\"../blog\")`: there is no folder"),
    );
    check_entry(&with(&BLOG[..1]), &include, Err("has no library"));
    check_entry(&with(&BLOG[..2]), &include, Err("build script"));
    let nameless = ("blog/build.rs", "fn main() {}");
    let nameless = [BLOG[0], BLOG[1], nameless];
    check_entry(&with(&nameless), &include, Err("need a namespace"));
    check_entry(
        &app,
        &Builder::new().types_from("../model"),
        Err("`types_from(\"../model\")`"),
    );
}
