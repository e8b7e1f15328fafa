//! Strings in JSON.

use std::fmt::Write as _;

use crate::wire::json::text::plain_length;

/// Appends `value` in quotation marks.
pub(super) fn quote(value: &str, text: &mut String) {
    text.push('"');
    let mut rest = value;
    loop {
        let (plain, escaped) = rest.split_at(plain_length(rest.as_bytes()));
        text.push_str(plain);
        let mut characters = escaped.chars();
        match characters.next() {
            Some(character) => escape(character, text),
            None => break,
        }
        rest = characters.as_str();
    }
    text.push('"');
}

fn escape(character: char, text: &mut String) {
    let escaped = match character {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        other => {
            // Writing to a string does not fail.
            let _ = write!(text, "\\u{:04x}", u32::from(other));
            return;
        }
    };
    text.push_str(escaped);
}
