//! The lines of a text.

use std::cell::OnceCell;

/// Where the lines end, once somebody has asked.
#[derive(Debug, Default)]
pub(crate) struct Lines(OnceCell<Vec<usize>>);

impl Lines {
    /// The number of the line that holds `offset`, of a text that is always the same.
    pub(super) fn number(&self, text: &str, offset: usize) -> usize {
        let ends = self.0.get_or_init(|| {
            let bytes = text.bytes().enumerate();
            let ends = bytes.filter(|(_, byte)| *byte == b'\n');
            ends.map(|(at, _)| at).collect()
        });
        1 + ends.partition_point(|end| *end < offset)
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_are_counted_from_one() {
        let text = "a\nbc\n\nd";
        let lines = Lines::default();
        let numbers = (0..=text.len()).map(|offset| lines.number(text, offset));
        assert_eq!(numbers.collect::<Vec<_>>(), [1, 1, 2, 2, 2, 3, 4, 4]);
    }
}
