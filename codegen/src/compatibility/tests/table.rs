//! The table of rules for people, `COMPATIBILITY.md`: `UPDATE_EXPECT=1` rewrites it.

use std::fs;

use crate::compatibility::{Category, Rule};
use crate::gate;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../COMPATIBILITY.md");

const INTRODUCTION: &str = "\
# Compatibility

What a change costs those who call: one row for each rule by which two versions of an API are
compared. The tables are generated from the rules, by a test.

An *open client* is one that was generated before the change and is still in use: a tab in a
browser. It notices by the fingerprint that its schema is not the server's, leaves the binary wire
for JSON, in which everything has a name, and goes on where both of these hold:

- all that it may send is read by the present server, and means what it meant;
- all that the present server may answer is read by it.

This is decided from the schemas alone, before anything is decoded or run. Where it is in doubt, a
change counts as breaking. What each version may still do is written into `tramline.lock`; without
that file no version of before is known, and each change of a schema has open clients loaded again.

A change of a type is judged by its direction: inputs are written by clients and read by the
server, results and errors the other way around. The same change can be harmless in the one and
breaking in the other. In the tables, *old* and *new* stand for what was there and what is.
";

struct Row {
    name: &'static str,
    category: Category,
    meaning: &'static str,
    help: &'static str,
}

fn rows() -> Vec<Row> {
    let of_schemas = Rule::ALL.iter().map(|rule| Row {
        name: rule.name(),
        category: rule.category(),
        meaning: rule.reason(),
        help: rule.help(),
    });
    let of_actions = gate::RULES.iter().map(|rule| Row {
        name: rule.name,
        category: rule.category,
        meaning: rule.reason,
        help: rule.help,
    });
    of_schemas.chain(of_actions).collect()
}

fn section(title: &str, text: &str, category: Category, rows: &[Row]) -> String {
    let rows = rows.iter().filter(|row| row.category == category);
    let lines: Vec<String> = rows
        .map(|row| {
            let [meaning, help] = [row.meaning, row.help].map(cell);
            format!(
                "| `{}` | {} | {meaning} | {help} |\n",
                row.name,
                category.name()
            )
        })
        .collect();
    format!(
        "\n## {title}\n\n{text}\n\n| rule | category | what happened | the way out |\n|---|---|---|---|\n{}",
        lines.concat()
    )
}

fn cell(text: &str) -> String {
    let mut text = text.to_owned();
    text = text.replace("{writer}", "the sender");
    text = text.replace("{reader}", "the receiver");
    for (name, shown) in [("was", "*old*"), ("is", "*new*"), ("action", "*action*")] {
        text = text.replace(&format!("`{{{name}}}`"), shown);
        text = text.replace(&format!("{{{name}}}"), &shown.replace('*', ""));
    }
    text.replace('|', "\\|")
}

fn table() -> String {
    let rows = rows();
    let json = section(
        "JSON: open clients are refused",
        "They cannot go on, not even over JSON, and are told so before anything is run.",
        Category::Json,
        &rows,
    );
    let wire = section(
        "WIRE: open clients go on over JSON",
        "The fingerprint changes. With a lock nobody notices but the network tab.",
        Category::Wire,
        &rows,
    );
    let source = section(
        "SOURCE: code of the frontend has to change",
        "Whoever builds the frontend with the new client notices, at the next build.",
        Category::Source,
        &rows,
    );
    let rest = section(
        "REST: users of routes have to change",
        "Requests that were right are refused, or answered in another way. Routes are compared by method \
         and path, whatever function they lead to, and what is JSON for a function that routes lead to is \
         REST as well. From the day of its sunset on, a route may be gone or changed.",
        Category::Rest,
        &rows,
    );
    [INTRODUCTION, &rest, &json, &wire, &source].concat()
}

#[test]
fn the_table_is_as_recorded() {
    let table = table();
    let recorded = fs::read_to_string(FILE).unwrap_or_default();
    if recorded == table {
        return;
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return fs::write(FILE, table).unwrap();
    }
    panic!("COMPATIBILITY.md is not what the rules say: UPDATE_EXPECT=1 rewrites it");
}
