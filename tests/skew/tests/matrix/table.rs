//! The table in DEPLOYING.md.

use std::fs;
use std::path::Path;

use crate::observed::Row;
use crate::verdict::Verdict;

const START: &str = "<!-- matrix: written by `UPDATE_EXPECT=1 cargo test -p skew-tests` -->\n";
const END: &str = "<!-- /matrix -->";

/// Holds the document against the table, or writes it.
pub(crate) fn check(table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../DEPLOYING.md");
    let document = fs::read_to_string(&path).unwrap();
    let (head, rest) = document.split_once(START).unwrap();
    let (found, tail) = rest.split_once(END).unwrap();
    if found == table {
        return;
    }
    assert!(
        std::env::var_os("UPDATE_EXPECT").is_some(),
        "the table in DEPLOYING.md is not what happens: UPDATE_EXPECT=1 cargo test -p skew-tests",
    );
    fs::write(path, format!("{head}{START}{table}{END}{tail}")).unwrap();
}

/// A table for each group of scenarios.
pub(crate) fn text(rows: &[(&Row, Verdict)]) -> String {
    let mut text = String::new();
    let mut group = "";
    for (row, verdict) in rows {
        if row.group != group {
            group = &row.group;
            text += &heading(group);
        }
        text += &line(row, verdict);
    }
    text + "\n"
}

fn heading(group: &str) -> String {
    let what = match group {
        "A second deploy" => "what changes, once more",
        _ => "what changes",
    };
    format!(
        "\n**{group}**\n\n\
         | {what} | old client, new server, with a lock | without | new client, old server, with a \
         lock | without | `tramline diff` |\n|---|---|---|---|---|---|\n"
    )
}

fn line(row: &Row, verdict: &Verdict) -> String {
    let cells = ["before@after", "after@before"]
        .into_iter()
        .flat_map(|pair| {
            ["with", "without"].map(|lock| cell(row.outcome(&format!("{pair} {lock}"))))
        });
    let cells: Vec<String> = cells.collect();
    let line = format!(
        "| {} | {} | {} |\n",
        row.what,
        cells.join(" | "),
        verdict.text()
    );
    line + &long_open(row)
}

/// A line for pages that are open for two deploys.
fn long_open(row: &Row) -> String {
    let outcome = |lock| row.outcome(&format!("earlier@after {lock}"));
    if outcome("with").is_none() {
        return String::new();
    }
    let (with, without) = (cell(outcome("with")), cell(outcome("without")));
    format!("| … a page from before both deploys | {with} | {without} | | | |\n")
}

fn cell(outcome: Option<&str>) -> String {
    match outcome {
        None => String::new(),
        Some("works") => "works".to_owned(),
        Some("repeats" | "json") => "works, as JSON".to_owned(),
        // A query goes by GET as long as its input is short.
        Some("method_not_allowed, works") => "`method_not_allowed` by GET".to_owned(),
        Some(code) => format!("`{code}`"),
    }
}
