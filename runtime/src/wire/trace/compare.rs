//! Comparing what the build step believes with what serde does.

use std::fmt::Write;

use serde::Deserialize;

use super::text::Line;
use super::trace;

/// Asserts that every struct and enum that decoding a `T` involves is among `expected`, which has
/// the lines of [`Trace::definitions`](super::Trace::definitions) as the build step would write
/// them.
///
/// # Panics
///
/// Where one differs, naming the type and both versions of it.
#[track_caller]
pub fn assert_traces<T: Deserialize<'static>>(expected: &[&str]) {
    let lines = trace::<T>().lines(expected);
    let differences: String = lines
        .iter()
        .filter(|line| !expected.contains(&&*line.text))
        .map(|line| difference(line, expected))
        .collect();
    assert!(
        differences.is_empty(),
        "tramline's build step and serde disagree about how {} travels.\n\
         {differences}\n\
         A macro, an attribute or a hand-written `Deserialize` must have hidden it from the build \
         step. Please write the type out, or report it if it is.\n",
        std::any::type_name::<T>(),
    );
}

fn difference(line: &Line, expected: &[&str]) -> String {
    let Line { name, text } = line;
    let mut message = format!("\n`{name}`\n");
    let mut believed = expected
        .iter()
        .filter(|line| name_of(line) == *name)
        .peekable();
    if believed.peek().is_none() {
        message.push_str("  the build step has not seen a type of this name\n");
    }
    for line in believed {
        // Writing to a string does not fail.
        let _ = writeln!(message, "  the build step believes: {line}");
    }
    let _ = writeln!(message, "  serde reads:             {text}");
    message
}

/// The second word of a line.
fn name_of(line: &str) -> &str {
    let name = line.split_once(' ').map_or("", |(_, rest)| rest);
    let end = name.find([' ', '(']).unwrap_or(name.len());
    &name[..end]
}
