//! Whole numbers that are written with a point or an exponent: `880.0`, `1e3`.
//!
//! To JSON they are numbers like all others, and integers to JSON Schema, which the documents speak. To
//! serde_json they are floats, which no integer is read from. So they are written anew, before
//! anything is decoded.

use std::borrow::Cow;

/// Longer than any 64-bit integer, which is all that somebody may want to read.
const LONGEST: usize = 20;

/// `text` with every such number written in digits alone. What is no JSON stays none.
pub(in crate::rest) fn whole_numbers(text: &[u8]) -> Cow<'_, [u8]> {
    let mut written = Vec::new();
    let mut copied = 0;
    let mut place = 0;
    while let Some(byte) = text.get(place) {
        match byte {
            b'"' => place = after_string(text, place),
            b'-' | b'0'..=b'9' => {
                let end = place
                    + text[place..]
                        .iter()
                        .take_while(|byte| in_number(**byte))
                        .count();
                if let Some(digits) = whole(&text[place..end]) {
                    written.extend_from_slice(&text[copied..place]);
                    written.extend_from_slice(&digits);
                    copied = end;
                }
                place = end;
            }
            _ => place += 1,
        }
    }
    if copied == 0 {
        return text.into();
    }
    written.extend_from_slice(&text[copied..]);
    written.into()
}

/// The place behind the string that begins at `start`.
fn after_string(text: &[u8], start: usize) -> usize {
    let mut place = start + 1;
    while let Some(byte) = text.get(place) {
        match byte {
            b'"' => return place + 1,
            b'\\' => place += 2,
            _ => place += 1,
        }
    }
    text.len()
}

const fn in_number(byte: u8) -> bool {
    matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')
}

/// The digits of a number that is whole, and not written in digits alone already.
fn whole(number: &[u8]) -> Option<Vec<u8>> {
    let (mantissa, exponent) = match number.iter().position(|byte| matches!(byte, b'e' | b'E')) {
        Some(place) => (&number[..place], exponent(&number[place + 1..])?),
        None => (number, 0),
    };
    let point = mantissa.iter().position(|byte| *byte == b'.');
    let (integer, fraction) = match point {
        Some(place) => (&mantissa[..place], &mantissa[place + 1..]),
        None if number.len() == mantissa.len() => return None,
        None => (mantissa, &b"0"[..]),
    };
    let digits = integer.strip_prefix(b"-").unwrap_or(integer);
    let are_digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let is_json = are_digits(digits) && are_digits(fraction);
    // A zero keeps its sign only as a float.
    let is_zero = digits.iter().chain(fraction).all(|digit| *digit == b'0');
    if !is_json || is_zero && digits.len() < integer.len() || digits.len() > 1 && digits[0] == b'0'
    {
        return None;
    }
    let (moved, left) = fraction.split_at(exponent.min(fraction.len()));
    if left.iter().any(|digit| *digit != b'0') || digits.len() + exponent >= LONGEST {
        return None;
    }
    let zeros = std::iter::repeat_n(b'0', exponent - moved.len());
    let all: Vec<u8> = digits.iter().chain(moved).copied().chain(zeros).collect();
    let leading = all.iter().take_while(|digit| **digit == b'0').count();
    let significant = &all[leading.min(all.len() - 1)..];
    let sign = &integer[..integer.len() - digits.len()];
    Some([sign, significant].concat())
}

/// An exponent that makes a number no smaller.
fn exponent(text: &[u8]) -> Option<usize> {
    let digits = text.strip_prefix(b"+").unwrap_or(text);
    let is_short = !digits.is_empty() && digits.len() <= 3;
    let digits = std::str::from_utf8(digits).ok().filter(|_| is_short)?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::whole_numbers;

    fn check(text: &str, expected: &str) {
        let written = whole_numbers(text.as_bytes());
        assert_eq!(String::from_utf8_lossy(&written), expected, "{text}");
    }

    #[test]
    fn whole_numbers_are_written_in_digits() {
        check("880.0", "880");
        check("-7.00", "-7");
        check("0.0", "0");
        check("1e3", "1000");
        check("1.25E+2", "125");
        check("0.5e1", "5");
        check("9007199254740993.0", "9007199254740993");
        check(
            r#"{"a":[1.0, 2.5,3],"b": 4.0}"#,
            r#"{"a":[1, 2.5,3],"b": 4}"#,
        );
    }

    #[test]
    fn all_else_stays_as_it_is() {
        for text in [
            "",
            "0",
            "-1",
            "12",
            "1.5",
            "1.25e1",
            "1e-3",
            "-0.0",
            "-0e1",
            "1e999",
            "1e19",
            "1.0e4000",
            "123456789012345678901.0",
            "true",
            "1.",
            ".0",
            "1.0.0",
            "1e",
            "1e+",
            "--1.0",
            "01.0",
            "1-2.0",
            r#""1.0""#,
            r#""a\"1.0""#,
            r#""1.0"#,
            r#""\"#,
            "[1.5,1.50]",
            "\u{e9}",
        ] {
            check(text, text);
        }
    }

    /// Whatever it is, it means the same.
    #[test]
    fn values_do_not_change() {
        for number in [
            "880.0",
            "1e3",
            "-12.50e2",
            "17e0",
            "4.000",
            "1.8446744073709551e19",
            "12e17",
        ] {
            let before: f64 = serde_json::from_str(number).unwrap();
            let after: f64 = serde_json::from_slice(&whole_numbers(number.as_bytes())).unwrap();
            assert_eq!(before, after, "{number}");
        }
    }
}
