//! Strings in JSON.

use std::fmt::Write as _;

/// Appends `value` in quotation marks.
pub(super) fn quote(value: &str, text: &mut String) {
    text.push('"');
    let mut rest = value;
    while let Some(place) = rest.bytes().position(needs_escape) {
        let (plain, escaped) = rest.split_at(place);
        text.push_str(plain);
        // It is ASCII.
        let (character, after) = escaped.split_at(1);
        escape(character, text);
        rest = after;
    }
    text.push_str(rest);
    text.push('"');
}

const fn needs_escape(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | ..0x20)
}

fn escape(character: &str, text: &mut String) {
    let escaped = match character {
        "\"" => "\\\"",
        "\\" => "\\\\",
        "\n" => "\\n",
        "\r" => "\\r",
        "\t" => "\\t",
        other => {
            let code = other.as_bytes().first().copied().unwrap_or_default();
            // Writing to a string does not fail.
            let _ = write!(text, "\\u{code:04x}");
            return;
        }
    };
    text.push_str(escaped);
}
