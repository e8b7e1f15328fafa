//! Regular expressions of Rust's `regex` as those of ECMAScript, which JSON Schema asks for, with its
//! flag `u`.
//!
//! What both understand alike is kept, a few things are spelt otherwise, and what else there is has no
//! counterpart: then there is none.

use std::iter::Peekable;
use std::str::Chars;

/// The characters that mean something in either dialect.
const SPECIAL: &str = r"^$\.*+?()[]{}|/";

/// A pattern that both dialects read alike.
pub(super) fn portable(pattern: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = pattern.chars().peekable();
    while let Some(next) = rest.next() {
        match next {
            '\\' => escape(rest.next()?, false, &mut text)?,
            '[' => class(&mut rest, &mut text)?,
            // ECMAScript's also stops at other ends of lines.
            '.' => text.push_str(r"[^\n]"),
            '(' if rest.peek() == Some(&'?') => {
                rest.next();
                // Groups with names or flags are written otherwise.
                if rest.next() != Some(':') {
                    return None;
                }
                text.push_str("(?:");
            }
            '{' => repetition(&mut rest, &mut text)?,
            ']' | '}' => return None,
            '/' => text.push_str(r"\/"),
            other => text.push(other),
        }
    }
    Some(text)
}

/// `{2}`, `{2,}`, `{2,3}`
fn repetition(rest: &mut Peekable<Chars<'_>>, text: &mut String) -> Option<()> {
    let mut inside = String::new();
    loop {
        match rest.next()? {
            '}' => break,
            other => inside.push(other),
        }
    }
    let (least, most) = inside.split_once(',').unwrap_or((&inside, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if least.is_empty() || !is_number(least) || !is_number(most) {
        return None;
    }
    text.push_str(&format!("{{{inside}}}"));
    Some(())
}

/// `[a-z0-9_]`, without classes inside and without set operations.
fn class(rest: &mut Peekable<Chars<'_>>, text: &mut String) -> Option<()> {
    text.push('[');
    if rest.peek() == Some(&'^') {
        rest.next();
        text.push('^');
    }
    // Rust takes a bracket here for itself.
    if rest.peek() == Some(&']') {
        return None;
    }
    loop {
        match rest.next()? {
            ']' => break,
            '[' => return None,
            '\\' => escape(rest.next()?, true, text)?,
            one @ ('&' | '~' | '-') if rest.peek() == Some(&one) => return None,
            other => text.push(other),
        }
    }
    text.push(']');
    Some(())
}

fn escape(escaped: char, in_class: bool, text: &mut String) -> Option<()> {
    match escaped {
        'n' | 'r' | 't' | 'f' | 'v' => {
            text.push('\\');
            text.push(escaped);
        }
        // Rust's know every script.
        'd' => text.push_str(r"\p{Nd}"),
        'D' => text.push_str(r"\P{Nd}"),
        's' => text.push_str(r"\p{White_Space}"),
        'S' => text.push_str(r"\P{White_Space}"),
        '-' if in_class => text.push_str(r"\-"),
        other if SPECIAL.contains(other) => {
            text.push('\\');
            text.push(other);
        }
        other if other.is_ascii_punctuation() => text.push(other),
        _ => return None,
    }
    Some(())
}

/// A pattern that matches just this.
pub(super) fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for one in text.chars() {
        if SPECIAL.contains(one) {
            pattern.push('\\');
        }
        pattern.push(one);
    }
    pattern
}
