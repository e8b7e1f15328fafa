//! Numbers as signed headers write them.

/// The number that `text` is written out as: decimal digits, without a sign, and without zeros in
/// front, so that a number has one spelling.
pub(super) fn decimal(text: &[u8]) -> Option<i64> {
    let canonical = text.len() == 1 || text.first().is_some_and(|first| *first != b'0');
    if !canonical || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(decimal(b"0"), Some(0));
        assert_eq!(decimal(b"1674087231"), Some(1_674_087_231));
        assert_eq!(decimal(b"9223372036854775807"), Some(i64::MAX));
        for other in [
            "",
            "00",
            "01",
            "+1",
            "-1",
            " 1",
            "1 ",
            "1.0",
            "1e3",
            "0x1",
            "9223372036854775808",
            "1674087231\u{661}",
        ] {
            assert_eq!(decimal(other.as_bytes()), None, "{other}");
        }
    }
}
