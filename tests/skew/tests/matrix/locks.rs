//! What stands in this folder is what a rebuild makes of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tramline_codegen::trial::Version;

/// The versions, each of which was deployed after the one before it.
const HISTORY: [&str; 3] = ["earlier", "before", "after"];

/// The folder of a version.
pub(crate) fn folder(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(version)
}

/// The sources of a version, as the build step reads them.
pub(crate) fn read(version: &str) -> Version {
    Version::read(&folder(version)).unwrap()
}

/// The text of a version's lock.
pub(crate) fn lock(version: &str) -> String {
    fs::read_to_string(folder(version).join("tramline.lock")).unwrap_or_default()
}

#[test]
fn each_lock_is_what_follows_from_the_one_before() {
    let mut earlier: Option<String> = None;
    for version in HISTORY {
        let expected = read(version).lock(earlier.as_deref()).unwrap();
        if lock(version) != expected {
            assert!(
                std::env::var_os("UPDATE_EXPECT").is_some(),
                "the lock of `{version}` is not what `tramline lock` would write: \
                 UPDATE_EXPECT=1 cargo test -p skew-tests, twice",
            );
            fs::write(folder(version).join("tramline.lock"), &expected).unwrap();
        }
        earlier = Some(expected);
    }
}

#[test]
fn a_client_depends_neither_on_the_folder_nor_on_the_lock() {
    for version in ["before", "after"] {
        let with = client(version);
        assert!(with.len() > 90, "{version}");
        let without = client(&format!("{version}-without-lock"));
        let differs = |(path, text): &(&String, &Vec<u8>)| without.get(*path) != Some(*text);
        let differing: Vec<_> = with.iter().filter(differs).map(|(path, _)| path).collect();
        assert!(differing.is_empty(), "{version}: {differing:?}");
        assert_eq!(with.len(), without.len(), "{version}");
    }
}

/// Every file of the client that the package's build script wrote.
fn client(package: &str) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder(package).join("client")).unwrap();
    let file = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read(path).unwrap())
    };
    files.map(file).collect()
}
