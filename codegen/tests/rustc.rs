//! Where the messages of `tests/ui` stand when cargo builds the package: at the user's own lines, all
//! of them in one run, beside what rustc itself finds. `UPDATE_EXPECT=1` records them anew.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const CASE: &str = "tests/ui/all_at_once/crate";

const BUILD_SCRIPT: &str = "fn main() {
    tramline_codegen::Builder::new().typescript(\"client\").build();
}
";

#[test]
fn mistakes_stand_where_they_were_made() {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    write(&package);
    let found = errors(&package).join("\n") + "\n";
    assert!(
        !package.join("client").exists(),
        "a client was written in spite of mistakes"
    );

    let expected = repository().join(CASE).join("rustc.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&expected, &found).unwrap();
    }
    let expected = fs::read_to_string(expected).unwrap_or_default();
    assert_eq!(found, expected, "found:\n{found}\nexpected:\n{expected}");
}

/// The case as a package of its own.
fn write(package: &Path) {
    let repository = repository();
    let manifest = format!(
        "[package]\nname = \"mistakes\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [build-dependencies]\ntramline-codegen = {{ path = {:?} }}\n\n\
         [dependencies]\ntramline = {{ path = {:?} }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n",
        repository.join("codegen"),
        repository.join("runtime"),
    );
    fs::create_dir_all(package.join("src")).unwrap();
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::write(package.join("build.rs"), BUILD_SCRIPT).unwrap();
    fs::copy(repository.join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    for entry in fs::read_dir(repository.join(CASE).join("src")).unwrap() {
        let entry = entry.unwrap();
        let to = package.join("src").join(entry.file_name());
        fs::copy(entry.path(), to).unwrap();
    }
}

/// The errors of one build, by place.
fn errors(package: &Path) -> Vec<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(package)
        .args(["check", "--message-format", "json"])
        .arg("--target-dir")
        // Shared with the golden cases, which need the same dependencies.
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden/target"))
        .output()
        .unwrap();
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut errors: Vec<_> = messages.lines().filter_map(error).collect();
    errors.sort();
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.is_empty(), "nothing was found wrong:\n{log}");
    errors.into_iter().map(|(_, text)| text).collect()
}

/// "src/posts.rs:9 at `publish`: …", after its place. Of rustc's own errors the code stays, since
/// their words change.
fn error(line: &str) -> Option<((String, u64), String)> {
    let message: Value = serde_json::from_str(line).ok()?;
    let message = message.get("message")?;
    if message.get("level")? != "error" {
        return None;
    }
    let spans = message.get("spans")?.as_array()?;
    let span = spans.iter().find(|span| span["is_primary"] == true)?;
    let file = span["file_name"].as_str()?.to_owned();
    let line = span["line_start"].as_u64()?;
    let words = match message["code"]["code"].as_str() {
        Some(code) => code,
        None => message.get("message")?.as_str()?.lines().next()?,
    };
    let marked = marked(span)?;
    let text = format!("{file}:{line} at `{marked}`: {words}");
    Some(((file, line), text))
}

/// The text that rustc underlines.
fn marked(span: &Value) -> Option<String> {
    let line = span["text"].get(0)?;
    let text: Vec<char> = line["text"].as_str()?.chars().collect();
    let column = |key: &str| line[key].as_u64().and_then(|at| usize::try_from(at).ok());
    let (start, end) = (column("highlight_start")?, column("highlight_end")?);
    Some(text.get(start - 1..end - 1)?.iter().collect())
}

fn repository() -> PathBuf {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR"));
    codegen.parent().unwrap().to_owned()
}
