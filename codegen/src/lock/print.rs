//! From a lock to its text.

use std::fmt::Write as _;

use tramline_syntax::digest::{base64url, bits48};

use super::{Lock, Locked, Served, VERSION, Version};
use crate::compatibility::Tolerance;
use crate::model::Kind;
use crate::routes::{self, RouteContract};

/// What stands above the rest, for people who meet the file in a review or in a merge.
const HEADER: &str = "\
# What the actions of this package promise to their callers, and what callers of past versions,
# such as open tabs, may still do. Part of the sources: commit it, and review what changes in it.
#
# `tramline lock` writes it from the sources, and `tramline lock --check` says whether it is up to
# date. What it says of the past is nowhere else, so keep it: callers of a version that is missing
# here are taken for newer than the server.
#
# In a merge conflict, put the sources right, leave this file as git left it, and run `tramline lock`:
# it keeps what either side knows.
";

impl Lock {
    /// The text of the file: the same for equal locks.
    pub(crate) fn to_text(&self) -> String {
        let mut text = format!("{HEADER}version = {VERSION}\n");
        for (name, locked) in &self.actions {
            action(name, locked, &mut text);
        }
        for (name, served) in &self.rest {
            rest(name, served, &mut text);
        }
        if !self.retired.is_empty() {
            text += "\n# Never to be the name of another action.\n[retired]\n";
        }
        for name in &self.retired {
            line(&key(name), &identity(name), &mut text);
        }
        text
    }
}

fn action(name: &str, locked: &Locked, text: &mut String) {
    let key = key(name);
    *text += &format!("\n[action.{key}]\n");
    line("id", &identity(name), text);
    line("kind", word_of_kind(locked.kind), text);
    for former in &locked.former {
        line(
            &format!("former.{}", self::key(former)),
            &identity(former),
            text,
        );
    }
    line("fingerprint", &base64url(locked.fingerprint), text);
    block("schema", &locked.schema, text);
    self::routes(&locked.routes, text);
    for version in &locked.past {
        *text += &format!("\n[[action.{key}.past]]\n");
        past(version, text);
    }
}

fn past(version: &Version, text: &mut String) {
    let Tolerance { input, result } = version.may;
    line("fingerprint", &base64url(version.fingerprint), text);
    line("kind", word_of_kind(version.kind), text);
    line("input", word_of_verdict(input), text);
    line("result", word_of_verdict(result), text);
    if let Some(reason) = &version.breaking {
        line("breaking", reason, text);
    }
    block("schema", &version.schema, text);
}

fn rest(name: &str, served: &Served, text: &mut String) {
    *text += &format!("\n[rest.{}]\n", key(name));
    line("fingerprint", &base64url(served.fingerprint), text);
    block("schema", &served.schema, text);
    routes(&served.routes, text);
}

fn routes(routes: &[RouteContract], text: &mut String) {
    if !routes.is_empty() {
        block("routes", &routes::print(routes), text);
    }
}

pub(super) fn word_of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Action => "action",
        Kind::Query => "query",
    }
}

pub(super) fn word_of_verdict(readable: bool) -> &'static str {
    if readable { "readable" } else { "unreadable" }
}

fn identity(name: &str) -> String {
    base64url(bits48(name))
}

fn line(key: &str, value: &str, text: &mut String) {
    *text += &format!("{key} = {}\n", quoted(value));
}

/// Names have dots, so they are quoted always.
fn key(name: &str) -> String {
    quoted(name)
}

/// As it is, where TOML has a way for it; a line for each line of the value.
fn block(key: &str, value: &str, text: &mut String) {
    if value.contains("'''") {
        *text += &format!("{key} = \"\"\"\n{}\n\"\"\"\n", escaped(value));
    } else {
        *text += &format!("{key} = '''\n{value}\n'''\n");
    }
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", escaped(value).replace('\n', "\\n"))
}

/// What may stand in a basic string of TOML; line feeds stay.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            control if control.is_control() && control != '\n' => {
                // Writing to a string does not fail.
                let _ = write!(text, "\\u{:04x}", u32::from(control));
            }
            other => text.push(other),
        }
    }
    text
}
