//! What the user may have meant.

/// The candidate that takes the fewest edits to reach, unless even that one is far off.
///
/// ```
/// use tramline_syntax::nearest::nearest;
///
/// assert_eq!(nearest("nmae", &["name", "label"]), Some("name"));
/// assert_eq!(nearest("cache", &["name", "label"]), None);
/// ```
pub fn nearest<'a>(written: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let (distance, candidate) = candidates
        .iter()
        .map(|candidate| (edits(written, candidate), *candidate))
        .min()?;
    let longer = written.chars().count().max(candidate.chars().count());
    (distance <= longer.div_ceil(3)).then_some(candidate)
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
fn edits(from: &str, to: &str) -> usize {
    let from: Vec<char> = from.chars().collect();
    let to: Vec<char> = to.chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(from[i - 1] != to[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}
