//! The cases of `tests/ui`: a package with mistakes in it, and what the person who made them reads.
//!
//! `UPDATE_EXPECT=1` rewrites the expected texts.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Builder;
use crate::check::{self, check};
use crate::choices::Choices;
use crate::diagnostics::{Diagnostics, Rule};
use crate::encoding::choose;
use crate::gate::{Present, refuse};
use crate::lock::Lock;
use crate::model::identify;
use crate::plan::{PackagePlan, Plan};
use crate::resolve::resolve;
use crate::scan::scan;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/ui");

/// Several mistakes of different kinds: the one folder that is not named after a rule.
const ALL_AT_ONCE: &str = "all_at_once";

/// What the build step has to say about one package.
struct Outcome {
    broken: BTreeSet<&'static str>,
    text: String,
}

#[test]
fn every_rule_has_cases() {
    let mut expected: BTreeSet<String> = Rule::ALL
        .iter()
        .map(|(_, name)| (*name).to_owned())
        .collect();
    expected.insert(ALL_AT_ONCE.to_owned());
    let found: BTreeSet<String> = folders(Path::new(FOLDER)).iter().map(|f| name(f)).collect();
    assert_eq!(found, expected);
    for rule in folders(Path::new(FOLDER)) {
        assert!(!folders(&rule).is_empty(), "{} is empty", rule.display());
    }
}

#[test]
fn every_rule_is_listed() {
    assert!(Rule::ALL.is_sorted(), "or a rule is listed twice");
}

#[test]
fn cases_read_as_expected() {
    let mut wrong = Vec::new();
    for rule in folders(Path::new(FOLDER)) {
        for case in folders(&rule) {
            if let Err(why) = run(&name(&rule), &case) {
                wrong.push(format!("{}\n{why}", case.display()));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n\nUPDATE_EXPECT=1 rewrites the expected texts",
        wrong.join("\n\n")
    );
}

fn run(rule: &str, case: &Path) -> Result<(), String> {
    let outcome = build(case);
    let listed = also(case);
    let mut allowed: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    allowed.extend((rule != ALL_AT_ONCE).then_some(rule));
    expect(&case.join("expected.txt"), &outcome.text)?;
    if outcome.broken != allowed {
        let broken = &outcome.broken;
        return Err(format!("breaks {broken:?} instead of {allowed:?}"));
    }
    Ok(())
}

/// The rules in `also.txt`, one a line, that a case breaks beside that of its folder.
fn also(case: &Path) -> Vec<String> {
    let text = fs::read_to_string(case.join("also.txt")).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

fn expect(path: &Path, text: &str) -> Result<(), String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == text {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return fs::write(path, text).map_err(|error| error.to_string());
    }
    Err(format!("expected:\n{expected}\nfound:\n{text}"))
}

/// Runs the stages up to the one that writes.
fn build(case: &Path) -> Outcome {
    let sources = scan(&plan(case));
    assert!(
        sources.unparsable.is_empty(),
        "cannot parse {:?}",
        sources.unparsable
    );
    let mut diagnostics = Diagnostics::default();
    let mut api = resolve(&sources, &Choices::default(), &mut diagnostics);
    choose(&mut api, &mut diagnostics);
    check(&api, &mut diagnostics);
    identify(&mut api);
    let lock = Lock::beside_manifest(case).unwrap();
    if let Some(lock) = &lock {
        check::retired::names(lock, &api, &mut diagnostics);
    }
    let baseline = Path::new("main.lock");
    if case.join(baseline).is_file() {
        let present = Present {
            api: &api,
            sources: &sources,
            lock: lock.as_ref(),
            now: 0,
        };
        refuse(baseline, case, present, &mut diagnostics).unwrap();
    }
    let refused = diagnostics.render(&sources);
    let texts: Vec<String> = refused
        .iter()
        .map(|refused| format!("error: {}\n", refused.text))
        .collect();
    Outcome {
        broken: diagnostics.rules().map(name_of).collect(),
        text: texts.join("\n"),
    }
}

/// A case without a manifest is one library; one with a manifest includes the packages in its
/// folders.
fn plan(case: &Path) -> Plan {
    if case.join("Cargo.toml").is_file() {
        let is_package = |folder: &&PathBuf| folder.join("Cargo.toml").is_file();
        let packages = folders(case);
        let settings = packages
            .iter()
            .filter(is_package)
            .fold(Builder::new(), |settings, package| {
                settings.include(name(package))
            });
        return Plan::new(&settings, case).unwrap();
    }
    let root = PackagePlan {
        folder: case.to_owned(),
        crate_name: "app".to_owned(),
        linked: true,
        namespace: None,
        entry: case.join("src/lib.rs"),
        other_targets: Vec::new(),
    };
    Plan {
        root,
        included: Vec::new(),
        types: Vec::new(),
        about: Default::default(),
    }
}

fn name_of(rule: Rule) -> &'static str {
    let mut names = Rule::ALL.iter();
    names.find(|(known, _)| *known == rule).unwrap().1
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = paths.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap().to_string_lossy().into_owned()
}
