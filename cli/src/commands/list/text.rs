//! The list for people: a table, and below it what does not fit in.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use tramline_codegen::command::{Extractor, Listed, Promise, Wire};

use crate::table::{Cell, Table};

const DIM: Style = Style::new().dimmed();
const NAME: Style = AnsiColor::BrightGreen.on_default().bold();
const ATTENTION: Style = AnsiColor::BrightYellow.on_default();

const HEADINGS: &[&str] = &[
    "DOOR",
    "METHOD",
    "PATH",
    "KIND",
    "WIRE",
    "EXTRACTS",
    "BY",
    "ERRORS",
    "LIMIT",
    "LABELS",
    "LOCK",
    "DEPRECATED",
    "SOURCE",
];

pub(super) fn list(actions: &[&Listed]) -> String {
    let mut table = Table::new(HEADINGS);
    for action in actions {
        table.row(vec![
            Cell::new(action.door),
            Cell::new(action.methods[0]),
            path(action),
            Cell::new(action.kind),
            wire(action),
            Cell::new(joined(action.extractors.iter().map(extractor))),
            Cell::new(joined(action.authentication.iter().cloned())),
            Cell::new(joined(action.errors.iter().map(|(code, _)| code.clone()))),
            Cell::new(
                action
                    .body_limit
                    .map_or(String::new(), |limit| limit.to_string()),
            ),
            Cell::new(joined(
                action
                    .labels
                    .iter()
                    .map(|(key, value)| format!("{key}={value}")),
            )),
            lock(action),
            deprecated(action),
            Cell::new(format!("{}:{}", action.source, action.line)),
        ]);
    }
    let mut text = table.text();
    notes(actions, &mut text);
    text
}

/// The name stands out, since people look for it; where the path does not have it, the path.
fn path(action: &Listed) -> Cell {
    match action.path.strip_suffix(&action.name) {
        Some(before) => Cell::new("").styled(DIM, before).styled(NAME, &action.name),
        None => Cell::new("").styled(NAME, &action.path),
    }
}

/// `2026-06-01, until 2027-06-01`
fn deprecated(action: &Listed) -> Cell {
    let Some(deprecated) = &action.deprecated else {
        return Cell::new("");
    };
    let until = deprecated.sunset.iter();
    let until: String = until.map(|day| format!(", until {day}")).collect();
    Cell::new("").styled(ATTENTION, &format!("{}{until}", deprecated.since))
}

fn wire(action: &Listed) -> Cell {
    match &action.wire {
        Wire::Postcard => Cell::new("postcard"),
        Wire::Json(reasons) if reasons.is_empty() => Cell::new("json"),
        Wire::Json(_) => Cell::new("").styled(ATTENTION, "json"),
    }
}

/// `locked, 2 past`, with how many of them are refused, or what the lock does not have yet.
fn lock(action: &Listed) -> Cell {
    let Some(state) = action.lock else {
        return Cell::new("");
    };
    let style = match state.promise {
        Promise::Locked => Style::new(),
        Promise::Changed | Promise::New => ATTENTION,
    };
    let past = match (state.go_on + state.refused, state.refused) {
        (0, _) => String::new(),
        (past, 0) => format!(", {past} past"),
        (past, refused) => format!(", {past} past ({refused} refused)"),
    };
    let promise = state.promise.to_string();
    Cell::new("")
        .styled(style, &promise)
        .styled(Style::new(), &past)
}

/// `User*`: one that can turn the caller away.
fn extractor(extractor: &Extractor) -> String {
    let mark = if extractor.guards { "*" } else { "" };
    format!("{}{mark}", extractor.written)
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// What the table's signs mean.
fn notes(actions: &[&Listed], text: &mut String) {
    if actions.iter().any(|action| action.is_guarded()) {
        // Writing to a string does not fail.
        let _ = writeln!(text, "\n{DIM}* can turn the caller away{DIM:#}");
    }
    let json = actions.iter().filter_map(|action| match &action.wire {
        Wire::Json(reasons) if !reasons.is_empty() => Some((&action.name, reasons)),
        Wire::Json(_) | Wire::Postcard => None,
    });
    for (name, reasons) in json {
        let _ = writeln!(text, "\n{NAME}{name}{NAME:#} speaks JSON:");
        for reason in reasons {
            let _ = writeln!(text, "  {reason}");
        }
    }
}
