//! Where the build step runs, as cargo tells it.

use std::env;
use std::path::{Path, PathBuf};

/// The surroundings of one run.
#[derive(Debug)]
pub(crate) struct Environment {
    /// The folder of the package whose build script runs.
    pub(crate) package: PathBuf,
    /// The folder for what rustc reads.
    pub(crate) out: PathBuf,
    /// Whether the sources are someone's working copy, so that files may be written beside them.
    pub(crate) working_copy: bool,
}

impl Environment {
    /// The surroundings of a build script; nothing where cargo did not start it.
    pub(crate) fn of_build_script() -> Option<Self> {
        let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR")?);
        let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
        let docs_rs = env::var_os("DOCS_RS").is_some();
        Some(Self {
            out: PathBuf::from(env::var_os("OUT_DIR")?),
            working_copy: !docs_rs && is_working_copy(&package, cargo_home.as_deref()),
            package,
        })
    }
}

/// Not a package unpacked by cargo: to verify it before publishing it, in a registry's cache, in a
/// git checkout or vendored.
fn is_working_copy(package: &Path, cargo_home: Option<&Path>) -> bool {
    // Cargo leaves the manifest as it was written beside the one that it published.
    let published = package.join("Cargo.toml.orig").is_file();
    let parts: Vec<_> = package.iter().collect();
    let verified = parts
        .windows(2)
        .any(|pair| pair[0] == "target" && pair[1] == "package");
    let fetched = cargo_home.is_some_and(|home| package.starts_with(home));
    !(published || verified || fetched)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::is_working_copy;

    #[test]
    fn what_cargo_unpacked_is_no_working_copy() {
        let home = Some(Path::new("/home/me/.cargo"));
        let cases = [
            ("/home/me/code/app", true),
            ("/home/me/code/app/target/package/app-0.1.0", false),
            ("/home/me/.cargo/registry/src/index/app-0.1.0", false),
            ("/home/me/code/package/target", true),
        ];
        for (package, expect) in cases {
            assert_eq!(
                is_working_copy(Path::new(package), home),
                expect,
                "{package}"
            );
        }
        let vendored = tempfile::tempdir().unwrap();
        assert!(is_working_copy(vendored.path(), None));
        fs::write(vendored.path().join("Cargo.toml.orig"), "").unwrap();
        assert!(!is_working_copy(vendored.path(), None));
    }
}
