//! Whoever watches gets what whoever begins anew gets, to the byte.

mod package;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Failure, Project, Selection, Session};
use crate::random::Random;
use package::Package;

/// Edits in a row, for one session.
const EDITS: usize = 60;

#[test]
fn a_session_writes_what_a_beginner_would() {
    let mut written = 0;
    for seed in 0..4 {
        let mut random = Random::new(seed);
        let [watched, fresh] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        let mut package = Package::new();
        package.edit(&mut random);
        package.write(watched.path());
        let mut session = Session::begin(&selection(watched.path())).unwrap();
        session.generate().unwrap().outcome.unwrap();
        for edit in 0..EDITS {
            package.edit(&mut random);
            package.write(watched.path());
            package.write(fresh.path());
            let expected = anew(fresh.path());
            if let Some(round) = session.generate() {
                written += usize::from(round.outcome.is_ok());
                let found = round.outcome.map(|_| client(watched.path()));
                assert_eq!(outcome(found), outcome(expected), "{seed}, {edit}");
            } else if let Ok(expected) = expected {
                // Nothing was to be done.
                assert_eq!(client(watched.path()), expected, "{seed}, {edit}");
            }
        }
    }
    // Not all of them may have been mistakes.
    assert!(written > 2 * EDITS, "{written}");
}

/// The client of a project that nobody has read before.
fn anew(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let output = folder.join("web");
    if output.exists() {
        fs::remove_dir_all(output).unwrap();
    }
    Project::open(&selection(folder))?.generate()?;
    Ok(client(folder))
}

fn selection(folder: &Path) -> Selection {
    Selection {
        folder: Some(folder.to_owned()),
        ..Selection::default()
    }
}

/// The files of the client by name.
fn client(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder.join("web/api")).unwrap();
    let files = files.map(|file| {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    files.collect()
}

/// To compare by: what is written, or what is said.
fn outcome(
    client: Result<BTreeMap<String, String>, Failure>,
) -> Result<BTreeMap<String, String>, Vec<String>> {
    client.map_err(|failure| failure.errors)
}
