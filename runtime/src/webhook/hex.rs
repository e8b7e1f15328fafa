//! Authentication codes as hexadecimal digits.

use std::fmt::Write as _;

/// `code` as lower-case digits.
pub(super) fn encode(code: &[u8; 32]) -> String {
    let mut text = String::with_capacity(64);
    for byte in code {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The code that `text` is written out as: in lower case, so that a code has one spelling.
pub(super) fn decode(text: &[u8]) -> Option<[u8; 32]> {
    let mut code = [0; 32];
    if text.len() != 2 * code.len() {
        return None;
    }
    for (byte, digits) in code.iter_mut().zip(text.chunks_exact(2)) {
        *byte = digit(digits[0])? << 4 | digit(digits[1])?;
    }
    Some(code)
}

const fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn a_code_has_one_spelling() {
        let code: [u8; 32] = std::array::from_fn(|index| index as u8 * 8 + 1);
        let text = encode(&code);
        assert_eq!(&text[..8], "01091119");
        assert_eq!(decode(text.as_bytes()), Some(code));
        for other in [
            "",
            &text[1..],
            &text[2..],
            &format!("{text}0"),
            &format!("{text}00"),
            &text.to_uppercase(),
            &text.replace('0', "g"),
            &text.replace('0', " "),
        ] {
            assert_eq!(decode(other.as_bytes()), None, "{other}");
        }
    }
}
