//! `Builder::baseline`, in a build.

use std::fs;

use tempfile::TempDir;

use super::read;
use crate::Builder;
use crate::driver::run;
use crate::environment::Environment;
use crate::lock::Lock;

const BEFORE: &str = "#[tramline::query] async fn get(id: u32) -> u32 {}";
const AFTER: &str = "#[tramline::query] async fn get(id: String) -> u32 {}";

/// A package, in which `main.lock` holds this text.
fn package(source: &str, baseline: Option<&str>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    fs::write(folder.path().join("src/lib.rs"), source).unwrap();
    let manifest = "[package]\nname = \"app\"\nedition = \"2024\"\n";
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    if let Some(text) = baseline {
        fs::write(folder.path().join("main.lock"), text).unwrap();
    }
    folder
}

/// What cargo is told about the baseline, and what stands in the action's file.
fn build(package: &TempDir, working_copy: bool) -> Result<(Vec<String>, String), String> {
    let folder = package.path().canonicalize().unwrap();
    let environment = Environment {
        out: folder.join("out"),
        package: folder.clone(),
        working_copy,
    };
    let settings = Builder::new().baseline("main.lock");
    let told = run(&settings, &environment).map_err(|error| error.to_string())?;
    let told = told.into_iter().filter(|line| line.contains("main.lock"));
    let told = told.map(|line| line.replace(folder.to_str().unwrap(), ""));
    let actions = fs::read_dir(folder.join("out/tramline/actions")).unwrap();
    let texts = actions.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    Ok((told.collect(), texts.collect()))
}

fn lock(source: &str) -> String {
    Lock::updated(None, &read(source).api).0.to_text()
}

#[test]
fn what_breaks_callers_does_not_compile() {
    let broken = package(AFTER, Some(&lock(BEFORE)));
    let (told, text) = build(&broken, true).unwrap();
    assert_eq!(told, ["rerun-if-changed=/main.lock"]);
    assert!(text.contains("compile_error!"), "{text}");
    let fine = package(BEFORE, Some(&lock(BEFORE)));
    let (_, text) = build(&fine, true).unwrap();
    assert!(!text.contains("compile_error!"), "{text}");
}

#[test]
fn a_reason_lets_it_through() {
    let reason = AFTER.replace("query]", "query(breaking = \"ids were guessed\")]");
    let (_, text) = build(&package(&reason, Some(&lock(BEFORE))), true).unwrap();
    assert!(!text.contains("compile_error!"), "{text}");
}

#[test]
fn a_published_package_is_not_held_against_anything() {
    let (told, text) = build(&package(AFTER, None), false).unwrap();
    assert_eq!(told, [""; 0]);
    assert!(!text.contains("compile_error!"), "{text}");
}

#[test]
fn a_baseline_that_cannot_be_read_fails_the_build() {
    let advice = "; to make one, take the lock of what is deployed, as with \
                  `git show origin/main:tramline.lock > main.lock`, or write the first with \
                  `tramline lock`";
    let table = [
        (None, "there is no such file"),
        (
            Some("version = 7"),
            "line 1: this lock has the format 7, and this tramline reads 1",
        ),
    ];
    for (baseline, why) in table {
        let error = build(&package(BEFORE, baseline), true).unwrap_err();
        assert_eq!(error, format!("`baseline(\"main.lock\")`: {why}{advice}"));
    }
}
