//! Every type of some published crates that serde can send, as if an action took and returned it:
//! no panic, a client or a reason for each, and a table of how many. `UPDATE_EXPECT=1` records the
//! table anew.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod client;
mod sources;
mod table;

use std::fs;
use std::path::Path;

use table::Row;
use tramline_codegen::survey::{Survey, Verdict, survey};

/// Chosen for what people would hand to a web page: a language model's API, identities and
/// sessions, containers.
const CHOSEN: [&str; 3] = ["async-openai", "bollard-stubs", "ory-client"];

/// Chosen for being hard: types made by macros, implementations by hand, flattening everywhere.
/// Nothing is promised of them but reasons.
const HARD: [&str; 3] = ["lsp-types", "octocrab", "twilight-model"];

#[test]
fn each_type_is_supported_or_refused_with_a_reason() {
    let sources = sources::fetched();
    let rows = [&CHOSEN[..], &HARD[..]].concat().into_iter().map(|name| {
        let source = &sources[name];
        let survey = survey(&source.folder).unwrap();
        reasons_are_given(name, &survey);
        client::write(name, &survey.client);
        Row::new(format!("{name} {}", source.version), &survey)
    });
    let rows: Vec<Row> = rows.collect();
    let text = table::text(&rows);
    println!("{text}");
    recorded("table.txt", &text);

    let chosen: Row = rows.iter().take(CHOSEN.len()).sum();
    assert!(
        chosen.supported() * 100 >= SUPPORTED_PERCENT * chosen.both,
        "of {} types that serde sends both ways, only {} are supported",
        chosen.both,
        chosen.supported()
    );
    assert!(
        chosen.binary * 2 > chosen.supported(),
        "of {} supported types, only {} are on the binary wire",
        chosen.supported(),
        chosen.binary
    );
}

/// Of the types of the chosen crates that serde can send both ways.
const SUPPORTED_PERCENT: usize = 90;

fn reasons_are_given(name: &str, survey: &Survey) {
    assert!(!survey.types.is_empty(), "{name} has no types");
    for ty in &survey.types {
        for verdict in [&ty.input, &ty.output].into_iter().flatten() {
            if let Verdict::Refused(reasons) = verdict {
                assert!(!reasons.is_empty(), "{name}: {} has no reason", ty.path);
                let told = |reason: &tramline_codegen::survey::Reason| {
                    !reason.message.is_empty() && !reason.help.is_empty()
                };
                assert!(reasons.iter().all(told), "{name}: {}: {reasons:?}", ty.path);
            }
        }
    }
}

fn recorded(file: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&file, text).unwrap();
    }
    let recorded = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        recorded == text,
        "{} differs; if this is as it should be, record it with UPDATE_EXPECT=1",
        file.display()
    );
}
