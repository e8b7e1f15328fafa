//! All cases as one cargo workspace below the target folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::case::{Case, Package};

/// Where the cases are compiled. `tests/golden/tsconfig.json` finds the clients there.
pub(crate) struct Workspace {
    root: PathBuf,
}

/// What cargo did.
pub(crate) struct Outcome {
    pub(crate) passed: bool,
    /// For people.
    pub(crate) output: String,
    /// `OUT_DIR` by the package's folder.
    pub(crate) out_dirs: BTreeMap<PathBuf, PathBuf>,
}

/// What an input may not need, and generated code must not either.
const LINTS: &str = "[workspace.lints.rust]
warnings = { level = \"deny\", priority = -1 }
unsafe_code = \"forbid\"
elided_lifetimes_in_paths = \"warn\"
unreachable_pub = \"warn\"
";

impl Workspace {
    /// Brings the workspace up to date, leaving what is equal untouched.
    pub(crate) fn write(cases: &[Case]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
        let workspace = Self { root };
        let packages: Vec<&Package> = cases.iter().flat_map(|case| &case.packages).collect();
        let members: Vec<String> = packages
            .iter()
            .map(|package| format!("{:?}", package.place.display().to_string()))
            .collect();
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n{LINTS}",
            members.join(", ")
        );
        workspace.put("Cargo.toml".as_ref(), &manifest);
        let lock = repository().join("Cargo.lock");
        workspace.put("Cargo.lock".as_ref(), &fs::read_to_string(lock).unwrap());
        let mut kept = BTreeSet::new();
        for package in packages {
            kept.extend(workspace.put_package(package));
        }
        workspace.remove_stale_sources(&kept);
        workspace
    }

    pub(crate) fn folder(&self, package: &Package) -> PathBuf {
        self.root.join(&package.place)
    }

    /// Compiles every package with its tests and runs them.
    pub(crate) fn test(&self) -> Outcome {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .current_dir(&self.root)
            .args(["test", "--workspace", "--lib", "--no-fail-fast"])
            .args(["--message-format", "json-render-diagnostics"])
            .arg("--target-dir")
            .arg(self.root.join("target"))
            .output()
            .unwrap();
        let stdout = String::from_utf8_lossy(&output.stdout);
        let (messages, rest): (Vec<&str>, Vec<&str>) =
            stdout.lines().partition(|line| line.starts_with('{'));
        Outcome {
            passed: output.status.success(),
            output: format!(
                "{}\n{}",
                String::from_utf8_lossy(&output.stderr),
                rest.join("\n")
            ),
            out_dirs: messages.into_iter().filter_map(out_dir).collect(),
        }
    }

    /// Writes a package and returns its source files.
    fn put_package(&self, package: &Package) -> Vec<PathBuf> {
        self.put(&package.place.join("Cargo.toml"), &manifest(package));
        if let Some(script) = &package.build_script {
            self.put(&package.place.join("build.rs"), script);
        }
        if let Some(lock) = &package.lock {
            self.put(&package.place.join("tramline.lock"), lock);
        }
        let source = package.place.join("src");
        let files = package.sources.iter().map(|(path, text)| {
            let path = source.join(path);
            self.put(&path, text);
            self.root.join(path)
        });
        files.collect()
    }

    fn put(&self, path: &Path, text: &str) {
        let path = self.root.join(path);
        if fs::read_to_string(&path).is_ok_and(|present| present == text) {
            return;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A file that is no longer in the repository must not be compiled. Packages that are no
    /// longer members do no harm.
    fn remove_stale_sources(&self, kept: &BTreeSet<PathBuf>) {
        let mut folders: Vec<PathBuf> = kept
            .iter()
            .filter_map(|file| file.ancestors().find(|folder| folder.ends_with("src")))
            .map(Path::to_owned)
            .collect();
        folders.dedup();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !kept.contains(&path) {
                    fs::remove_file(path).unwrap();
                }
            }
        }
    }
}

fn manifest(package: &Package) -> String {
    let Package {
        name, dependencies, ..
    } = package;
    let repository = repository();
    let build = match package.build_script {
        Some(_) => format!(
            "\n[build-dependencies]\ntramline-codegen = {{ path = {:?} }}\n",
            repository.join("codegen")
        ),
        None => String::new(),
    };
    format!(
        "[package]\nname = {name:?}\nedition = \"2024\"\npublish = false\n\n\
         [lints]\nworkspace = true\n{build}\n\
         [dependencies]\ntramline = {{ path = {:?}, features = [\"garde\"] }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n{dependencies}",
        repository.join("runtime")
    )
}

/// The package's folder and its `OUT_DIR`, from a message of cargo's.
fn out_dir(message: &str) -> Option<(PathBuf, PathBuf)> {
    let message: Value = serde_json::from_str(message).ok()?;
    let out = message.get("out_dir")?.as_str()?;
    let id = message.get("package_id")?.as_str()?;
    let (folder, _) = id.strip_prefix("path+file://")?.split_once('#')?;
    Some((folder.into(), out.into()))
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}
