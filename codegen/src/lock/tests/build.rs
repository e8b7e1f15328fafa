//! What a build makes of a lock.

use std::fs;

use tempfile::TempDir;

use super::locked;
use crate::Builder;
use crate::choices::Choices;
use crate::diagnostics::Diagnostics;
use crate::driver::run;
use crate::environment::Environment;
use crate::lock::{FILE, History, Lock, Past};
use crate::model::identify;
use crate::plan::Plan;
use crate::resolve::resolve;
use crate::scan::scan;
use tramline_syntax::digest::bits48;

const CREATE: &str = "#[tramline::action] async fn create(title: String) -> u64 {}";

/// A package on the disk.
struct Package(TempDir);

impl Package {
    fn new(source: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("src")).unwrap();
        fs::write(folder.path().join("src/lib.rs"), source).unwrap();
        let manifest = "[package]\nname = \"app\"\nedition = \"2024\"\n";
        fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
        Self(folder)
    }

    fn with_lock(self, text: &str) -> Self {
        fs::write(self.0.path().join(FILE), text).unwrap();
        self
    }

    /// What cargo is told about the lock, without the package's folder.
    fn build(&self, working_copy: bool) -> Result<Vec<String>, String> {
        let folder = self.0.path().canonicalize().unwrap();
        let environment = Environment {
            out: folder.join("out"),
            package: folder.clone(),
            working_copy,
        };
        let told = run(&Builder::new(), &environment).map_err(|error| error.to_string())?;
        let told = told.into_iter().filter(|line| line.contains(FILE));
        Ok(told
            .map(|line| line.replace(folder.to_str().unwrap(), ""))
            .collect())
    }

    fn generated(&self, file: &str) -> String {
        fs::read_to_string(self.0.path().join("out/tramline").join(file)).unwrap_or_default()
    }
}

const WATCHED: &str = "rerun-if-changed=/tramline.lock";

#[test]
fn without_a_lock_there_is_no_ceremony() {
    let package = Package::new(CREATE);
    assert_eq!(package.build(true), Ok(Vec::new()));
    assert!(!package.generated("actions.rs").contains("HISTORY"));
}

#[test]
fn a_lock_that_is_up_to_date_is_silent() {
    let text = locked(&[&CREATE.replace("tramline::", "")]).0.to_text();
    let package = Package::new(CREATE).with_lock(&text);
    assert_eq!(package.build(true), Ok(vec![WATCHED.to_owned()]));
    assert!(package.generated("actions.rs").contains("HISTORY"));
    let written = fs::read_to_string(package.0.path().join(FILE));
    assert_eq!(written.unwrap(), text);
}

#[test]
fn drift_is_one_warning_and_nothing_is_written() {
    let text = Lock::default().to_text();
    let actions: String = ["one", "two", "three", "four"]
        .iter()
        .map(|name| CREATE.replace("create", name))
        .collect();
    let package = Package::new(&actions).with_lock(&text);
    let warning = "warning=tramline: `tramline.lock` is out of date, run `tramline lock`: \
                   `four` is new; `one` is new; and 2 more";
    assert_eq!(
        package.build(true),
        Ok(vec![WATCHED.to_owned(), warning.to_owned()])
    );
    assert_eq!(package.build(false), Ok(vec![WATCHED.to_owned()]));
    let written = fs::read_to_string(package.0.path().join(FILE));
    assert_eq!(written.unwrap(), text);
}

#[test]
fn a_lock_that_cannot_be_read_fails_the_build() {
    let package = Package::new(CREATE).with_lock("version = 1\n<<<<<<< ours\n");
    let error = package.build(true).unwrap_err();
    assert!(
        error.starts_with("tramline.lock:2: a merge conflict"),
        "{error}"
    );
    fs::remove_file(package.0.path().join(FILE)).unwrap();
    fs::create_dir(package.0.path().join(FILE)).unwrap();
    let error = package.build(true).unwrap_err();
    assert!(error.starts_with("tramline.lock cannot be read"), "{error}");
}

#[test]
fn a_retired_name_is_an_error_at_the_function_and_no_drift() {
    let text = locked(&[&CREATE.replace("tramline::", ""), ""]).0.to_text();
    let package = Package::new(CREATE).with_lock(&text);
    assert_eq!(package.build(true), Ok(vec![WATCHED.to_owned()]));
    let files = fs::read_dir(package.0.path().join("out/tramline/actions")).unwrap();
    let file = files.map(|entry| entry.unwrap().path()).next().unwrap();
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains("the name `create` is retired"), "{text}");
}

/// The sources have moved on, and nobody has run `tramline lock`.
#[test]
fn a_history_is_that_of_the_sources() {
    let (lock, _) = locked(&[
        "#[action] async fn create(title: String) -> u64 {} #[action] async fn drop() {}",
    ]);
    let source = "#[action] async fn list() {}\n\
                  #[action(renamed_from = \"create\")]\n\
                  async fn add(title: String, body: Option<String>) -> u64 {}";
    let api = super::api(source);
    let history = lock.hold_against(&api).history;
    let id = bits48("add");
    let past = Past {
        id,
        fingerprint: lock.actions["create"].fingerprint,
        tolerable: true,
    };
    let expect = History {
        versions: vec![past],
        locked: vec![id],
        retired: vec![bits48("drop")],
    };
    assert_eq!(history, expect);
    let (settled, _) = Lock::updated(Some(&lock), &api);
    let after = settled.hold_against(&api).history;
    assert_eq!(
        (after.versions, after.retired),
        (expect.versions, expect.retired)
    );
    assert_eq!(after.locked.len(), 2);
}

#[test]
fn a_stamp_is_of_everything_that_is_generated() {
    let stamp = |source: &str| {
        let package = Package::new(source);
        package.build(true).unwrap();
        package.generated("stamp.txt")
    };
    let first = stamp(CREATE);
    assert_eq!(first, stamp(CREATE));
    assert_ne!(first, stamp(&CREATE.replace("title", "name")));
    assert_ne!(first, stamp(&CREATE.replace("u64", "u32")));
    assert!(!first.is_empty());
}

/// Nothing of a lock comes from the folder, the order of files or the moment.
#[test]
fn the_text_is_the_same_in_every_folder() {
    let source = format!(
        "{CREATE}\nmod posts {{ {CREATE} {} }}",
        CREATE.replace("create", "add")
    );
    let text = || {
        let package = Package::new(&source);
        let plan = Plan::new(&Builder::new(), package.0.path()).unwrap();
        let sources = scan(&plan);
        let mut api = resolve(&sources, &Choices::default(), &mut Diagnostics::default());
        identify(&mut api);
        Lock::updated(None, &api).0.to_text()
    };
    assert!(text().contains("[action.\"posts.create\"]"));
    assert_eq!(text(), text());
}
