//! Rows in aligned columns.

use anstyle::Style;

/// What stands in one row of a column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    text: String,
    /// How many characters are seen.
    width: usize,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let width = text.chars().count();
        Cell { text, width }
    }

    /// Adds text in a style.
    pub(crate) fn styled(mut self, style: Style, text: &str) -> Self {
        self.text += &format!("{style}{text}{style:#}");
        self.width += text.chars().count();
        self
    }
}

/// A table with a heading over each column.
#[derive(Debug)]
pub(crate) struct Table {
    headings: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(crate) fn new(headings: &[&str]) -> Self {
        let bold = Style::new().bold();
        let headings = headings.iter();
        Table {
            headings: headings
                .map(|text| Cell::new("").styled(bold, text))
                .collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with as many cells as there are headings.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    /// Lines that end in a newline, without the columns in which nothing stands.
    pub(crate) fn text(&self) -> String {
        let columns = 0..self.headings.len();
        let shown: Vec<(usize, usize)> = columns
            .filter_map(|column| Some((column, self.width(column)?)))
            .collect();
        if shown.is_empty() {
            return String::new();
        }
        let rows = std::iter::once(&self.headings).chain(&self.rows);
        rows.map(|row| line(row, &shown)).collect()
    }

    /// The widest cell of a column; none where all are empty.
    fn width(&self, column: usize) -> Option<usize> {
        let widest = self.rows.iter().map(|row| row[column].width).max()?;
        (widest > 0).then(|| widest.max(self.headings[column].width))
    }
}

fn line(row: &[Cell], columns: &[(usize, usize)]) -> String {
    let mut line = String::new();
    let mut gap = 0;
    for (column, width) in columns {
        let cell = &row[*column];
        if cell.width > 0 {
            line += &" ".repeat(gap);
            line += &cell.text;
            gap = 0;
        }
        gap += width - cell.width + 2;
    }
    line + "\n"
}

#[cfg(test)]
mod tests {
    use anstyle::Style;

    use super::{Cell, Table};

    #[test]
    fn columns_are_aligned_and_empty_ones_left_out() {
        let mut table = Table::new(&["A", "B", "C"]);
        assert_eq!(table.text(), "");
        table.row(vec![Cell::new("größer"), Cell::new(""), Cell::new("")]);
        table.row(vec![Cell::new(""), Cell::new(""), Cell::new("1")]);
        table.row(vec![
            Cell::new("x").styled(Style::new(), "y"),
            Cell::new(""),
            Cell::new("2"),
        ]);
        let text = anstream::adapter::strip_str(&table.text()).to_string();
        assert_eq!(text, "A       C\ngrößer\n        1\nxy      2\n");
    }
}
