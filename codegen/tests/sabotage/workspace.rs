//! All rows as one cargo workspace below the target folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::rows::{ACTION, Row};

/// The build step reads another package than rustc compiles.
const BUILD_SCRIPT: &str = "fn main() {
    let read = concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/read\");
    std::env::set_var(\"CARGO_MANIFEST_DIR\", read);
    tramline_codegen::Builder::new().build();
}
";

pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Brings the workspace up to date, leaving what is equal untouched.
    pub(crate) fn write(rows: &[Row]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sabotage");
        let workspace = Self { root };
        let members: Vec<&str> = rows.iter().map(|row| row.name).collect();
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
        workspace.put("Cargo.toml".as_ref(), &manifest);
        let lock = fs::read_to_string(repository().join("Cargo.lock")).unwrap();
        workspace.put("Cargo.lock".as_ref(), &lock);
        for row in rows {
            let package = Path::new(row.name);
            workspace.put(&package.join("Cargo.toml"), &manifest_of(row));
            workspace.put(&package.join("build.rs"), BUILD_SCRIPT);
            let text = |types: &str| format!("{types}{ACTION}");
            workspace.put(&package.join("read/Cargo.toml"), &manifest_of(row));
            workspace.put(&package.join("read/src/lib.rs"), &text(row.read));
            workspace.put(&package.join("src/lib.rs"), &text(row.compiled));
        }
        workspace
    }

    /// What rustc says of the packages that it refuses, by their names.
    pub(crate) fn check(&self) -> BTreeMap<String, String> {
        let output = self
            .cargo("check")
            .args(["--workspace", "--lib", "--keep-going"])
            .args(["--message-format", "json"])
            .output()
            .unwrap();
        let messages = String::from_utf8_lossy(&output.stdout);
        let mut refusals: BTreeMap<String, String> = BTreeMap::new();
        for line in messages.lines() {
            if let Some((package, text)) = error(line) {
                *refusals.entry(package).or_default() += &text;
            }
        }
        refusals
    }

    /// What the tests of packages say that fail, by their names.
    pub(crate) fn test<'a>(&self, rows: impl Iterator<Item = &'a Row>) -> BTreeMap<String, String> {
        let names: Vec<&str> = rows.map(|row| row.name).collect();
        let mut command = self.cargo("test");
        command.args(["--lib", "--no-fail-fast"]);
        for name in &names {
            command.args(["--package", name]);
        }
        let output = command.env("RUST_BACKTRACE", "0").output().unwrap();
        let told = String::from_utf8_lossy(&output.stdout);
        let log = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("test result"), "no test was run:\n{log}");
        // The name of the type begins with that of its crate.
        let of = |name: &str| {
            let start = format!("travels.\n\n`{}::", name.replace('-', "_"));
            let panics = told.split("---- ").filter(|part| part.contains(&start));
            panics.collect::<String>()
        };
        let failures = names.iter().map(|name| ((*name).to_owned(), of(name)));
        failures.filter(|(_, text)| !text.is_empty()).collect()
    }

    fn cargo(&self, command: &str) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut cargo = Command::new(cargo);
        // The golden cases need the same dependencies.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden/target");
        cargo.current_dir(&self.root).arg(command);
        cargo.arg("--target-dir").arg(target);
        cargo
    }

    fn put(&self, path: &Path, text: &str) {
        let path = self.root.join(path);
        if fs::read_to_string(&path).is_ok_and(|present| present == text) {
            return;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// An error with the name of its package.
fn error(line: &str) -> Option<(String, String)> {
    let message: Value = serde_json::from_str(line).ok()?;
    let rendered = message.get("message")?.get("rendered")?.as_str()?;
    if message["message"]["level"] != "error" {
        return None;
    }
    let package = Path::new(message.get("manifest_path")?.as_str()?).parent()?;
    let name = package.file_name()?.to_str()?;
    Some((name.to_owned(), rendered.to_owned()))
}

fn manifest_of(row: &Row) -> String {
    let repository = repository();
    format!(
        "[package]\nname = {:?}\nedition = \"2021\"\npublish = false\n\n\
         [build-dependencies]\ntramline-codegen = {{ path = {:?} }}\n\n\
         [dependencies]\ntramline = {{ path = {:?} }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n",
        row.name,
        repository.join("codegen"),
        repository.join("runtime"),
    )
}

fn repository() -> PathBuf {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR"));
    codegen.parent().unwrap().to_owned()
}
