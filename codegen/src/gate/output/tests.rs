//! One report in every form. `UPDATE_EXPECT=1` records the texts anew.

use std::fs;
use std::path::Path;

use annotate_snippets::Renderer;

use super::{Places, github, json, summary, text};
use crate::gate::diff::findings;
use crate::gate::finding::Finding;
use crate::gate::level::FailOn;
use crate::gate::state::State;
use crate::testing::{Files, Front};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/gate/output/expected");

fn read(file: &str) -> Front {
    let text = fs::read_to_string(Path::new(FOLDER).join(file)).unwrap();
    let mut front = Files::parse(&text).read();
    assert_eq!(front.rendered(), "");
    crate::model::identify(&mut front.api);
    front
}

fn check(file: &str, found: &str) {
    let path = Path::new(FOLDER).join(file);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, found).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap_or_default(),
        found,
        "{file}"
    );
}

fn report(front: &Front) -> Vec<Finding> {
    findings(
        &State::of(&read("old.rs").api),
        &State::of(&front.api),
        &front.api,
        0,
    )
}

#[test]
fn every_form_is_as_recorded() {
    let front = read("new.rs");
    let findings = report(&front);
    let places = Places {
        sources: &front.sources,
        base: Path::new(""),
    };
    let renderer = Renderer::plain();
    let against = "`tramline.lock`";
    let shown = |fail_on| {
        let text = text(&findings, places, fail_on, &renderer);
        format!("{text}{}\n", summary(&findings, against, fail_on))
    };
    check("json.txt", &shown(FailOn::Json));
    check("source.txt", &shown(FailOn::Source));
    check("findings.jsonl", &json(&findings, places));
    check("github.txt", &github(&findings, places, FailOn::Json));
}

#[test]
fn every_line_of_json_is_an_object_with_the_same_members() {
    let front = read("new.rs");
    let places = Places {
        sources: &front.sources,
        base: Path::new(""),
    };
    let members = [
        "action", "allowed", "category", "code", "column", "file", "help", "is", "line", "message",
        "part", "path", "rest", "route", "rule", "was",
    ];
    for line in json(&report(&front), places).lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let mut found: Vec<&str> = value
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        found.sort_unstable();
        assert_eq!(found, members, "{line}");
    }
}

#[test]
fn nothing_is_said_in_one_line() {
    let line = summary(&[], "`v1.0`", FailOn::Json);
    assert_eq!(line, "with `v1.0`: nothing has changed that callers notice");
}
