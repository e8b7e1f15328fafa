//! Numbers in JSON, as the shape wants them.

use std::fmt::Write as _;
use std::str::FromStr;

use crate::wire::error::{Reason, Result};
use crate::wire::json::tree::Tree;

/// An integer that JSON carries as a number: at most 32 bits.
pub(super) fn small<T: FromStr>(tree: &Tree<'_>) -> Result<T> {
    match tree {
        Tree::Number(text) => integer(text),
        _ => Err(Reason::Value.into()),
    }
}

/// An integer that JSON carries as a string. A number will do as well: that is what a caller sends
/// to whom it is one of at most 32 bits.
pub(super) fn large<T: FromStr>(tree: &Tree<'_>) -> Result<T> {
    match tree {
        Tree::String(text) if is_canonical(text) => integer(text),
        Tree::Number(text) => integer(text),
        _ => Err(Reason::Value.into()),
    }
}

fn integer<T: FromStr>(text: &str) -> Result<T> {
    // Zero has no sign; Rust would drop it.
    match text {
        "-0" => Err(Reason::Value.into()),
        _ => text.parse().map_err(|_| Reason::Range.into()),
    }
}

/// Whether an integer is spelled as it is printed: no `+`, no zeros in front.
fn is_canonical(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let has_digits = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    has_digits && (digits.len() == 1 || !digits.starts_with('0'))
}

/// A number, or the name of one that JSON has no number for.
pub(super) fn float(tree: &Tree<'_>) -> Result<f64> {
    let value = match tree {
        Tree::Number(text) => text.parse().map_err(|_| Reason::Syntax)?,
        Tree::String(text) => return named(text),
        _ => return Err(Reason::Value.into()),
    };
    finite(value)
}

/// The same in single precision.
pub(super) fn single(tree: &Tree<'_>) -> Result<f32> {
    let value = float(tree)?;
    #[expect(clippy::cast_possible_truncation, reason = "it is rounded")]
    let rounded = value as f32;
    match value.is_finite() && !rounded.is_finite() {
        true => Err(Reason::Range.into()),
        false => Ok(rounded),
    }
}

fn named(text: &str) -> Result<f64> {
    match text {
        "NaN" => Ok(f64::NAN),
        "Infinity" => Ok(f64::INFINITY),
        "-Infinity" => Ok(f64::NEG_INFINITY),
        "-0" => Ok(-0.0),
        _ => Err(Reason::Value.into()),
    }
}

fn finite(value: f64) -> Result<f64> {
    match value.is_finite() {
        true => Ok(value),
        false => Err(Reason::Range.into()),
    }
}

/// Appends a number that reads back as `value`, or the name of what is none.
pub(super) fn print_float(value: f64, text: &mut String) {
    let name = match value {
        f64::INFINITY => "\"Infinity\"",
        f64::NEG_INFINITY => "\"-Infinity\"",
        _ if value.is_nan() => "\"NaN\"",
        _ => {
            // The shortest form; writing to a string does not fail.
            let _ = write!(text, "{value:?}");
            return;
        }
    };
    text.push_str(name);
}
