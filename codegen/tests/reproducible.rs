//! A package is built where it stands, and again elsewhere: in another folder, with other features,
//! for another profile, with another environment. What is generated is the same, byte for byte, and
//! so are the identities and fingerprints in it.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A golden case that has modules, a past, and an action behind a feature.
const CASE: &str = "tests/golden/locked";

const BUILD_SCRIPT: &str = "fn main() {
    tramline_codegen::Builder::new().typescript(\"client\").javascript(\"pages/api\").build();
}
";

/// How a package is built.
struct Build {
    /// Below the folder for tests.
    place: &'static str,
    arguments: &'static [&'static str],
    environment: &'static [(&'static str, &'static str)],
}

const HERE: Build = Build {
    place: "here",
    arguments: &[],
    environment: &[],
};

const ELSEWHERE: Build = Build {
    place: "else/where/Ünder a name/with spaces",
    arguments: &[
        "--features",
        "search",
        "--config",
        "profile.dev.package.reproducible.opt-level=1",
        "--config",
        "profile.dev.package.reproducible.debug-assertions=false",
    ],
    environment: &[
        ("LC_ALL", "tr_TR.UTF-8"),
        ("TZ", "Pacific/Chatham"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("CARGO_BUILD_JOBS", "1"),
    ],
};

#[test]
fn the_same_is_generated_everywhere() {
    let [here, elsewhere] = [HERE, ELSEWHERE].map(|build| generated(&build));
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&here), names(&elsewhere));
    for needed in [
        "client/posts.ts",
        "pages/api/posts.js",
        "out/manifest.txt",
        "out/stamp.txt",
    ] {
        assert!(here.contains_key(Path::new(needed)), "{:?}", names(&here));
    }
    for (path, bytes) in &here {
        assert!(elsewhere[path] == *bytes, "{} differs", path.display());
    }
}

/// Everything that a build writes, by path.
fn generated(build: &Build) -> BTreeMap<PathBuf, Vec<u8>> {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join(build.place);
    write(&package);
    let out = run(build, &package);
    let mut files = BTreeMap::new();
    for (name, folder) in [
        ("client", package.join("client")),
        ("pages", package.join("pages")),
        ("out", out.join("tramline")),
    ] {
        collect(&folder, Path::new(name), &mut files);
    }
    files
}

/// The case as a package of its own.
fn write(package: &Path) {
    let repository = repository();
    let case = repository.join(CASE);
    let manifest = format!(
        "[package]\nname = \"reproducible\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [build-dependencies]\ntramline-codegen = {{ path = {:?} }}\n\n\
         [dependencies]\ntramline = {{ path = {:?} }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n\n\
         [features]\nsearch = []\n",
        repository.join("codegen"),
        repository.join("runtime"),
    );
    let _ = fs::remove_dir_all(package);
    fs::create_dir_all(package.join("src")).unwrap();
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::write(package.join("build.rs"), BUILD_SCRIPT).unwrap();
    for (from, to) in [
        (repository.join("Cargo.lock"), "Cargo.lock"),
        (case.join("tramline.lock"), "tramline.lock"),
        (case.join("input.rs"), "src/lib.rs"),
        (case.join("posts.rs"), "src/posts.rs"),
    ] {
        fs::copy(from, package.join(to)).unwrap();
    }
}

/// Runs cargo, and finds `OUT_DIR`.
fn run(build: &Build, package: &Path) -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(package)
        .args(["check", "--message-format", "json-render-diagnostics"])
        .args(build.arguments)
        .envs(build.environment.iter().copied())
        .arg("--target-dir")
        // Shared with the golden cases, which need the same dependencies.
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden/target"))
        .output()
        .unwrap();
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{log}");
    let messages = String::from_utf8_lossy(&output.stdout);
    messages.lines().find_map(out_dir).unwrap()
}

/// The package's `OUT_DIR`, from a message of cargo's.
fn out_dir(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let ours = message
        .get("package_id")?
        .as_str()?
        .contains("#reproducible@");
    Some(message.get("out_dir").filter(|_| ours)?.as_str()?.into())
}

fn collect(folder: &Path, name: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = name.join(path.file_name().unwrap());
        if path.is_dir() {
            collect(&path, &name, files);
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

fn repository() -> PathBuf {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR"));
    codegen.parent().unwrap().to_owned()
}
