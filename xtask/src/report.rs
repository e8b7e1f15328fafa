//! What the tasks say. The only place that prints.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task is a program, and talks to a person"
)]

use std::fmt::Display;
use std::time::Duration;

/// Announces what comes next, apart from the output of what came before.
pub(crate) fn heading(text: impl Display) {
    println!("\n── {text} ──");
}

/// A line on the way.
pub(crate) fn note(text: impl Display) {
    println!("{text}");
}

/// What went wrong.
pub(crate) fn problem(text: impl Display) {
    eprintln!("{text}");
}

/// One line of the table at the end.
pub(crate) fn outcome(name: &str, passed: bool, took: Duration) {
    let mark = if passed { "✓" } else { "✗" };
    println!("{mark} {name:<12} {:>4} s", took.as_secs());
}
