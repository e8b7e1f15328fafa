//! How many, and why not.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::iter::Sum;

use tramline_codegen::survey::{Reason, Survey, Surveyed, Verdict};

/// What became of the types of one crate.
#[derive(Default)]
pub(crate) struct Row {
    name: String,
    /// With at least one of serde's traits.
    types: usize,
    /// With both.
    pub(crate) both: usize,
    /// Of these, on the binary wire both ways.
    pub(crate) binary: usize,
    /// Of these, as plain JSON at least one way.
    json: usize,
    /// Why others are refused, with the number of types.
    refused: BTreeMap<String, usize>,
    /// Why JSON, with the number of types.
    json_reasons: BTreeMap<String, usize>,
}

impl Row {
    pub(crate) fn new(name: String, survey: &Survey) -> Self {
        let mut row = Row {
            name,
            types: survey.types.len(),
            ..Row::default()
        };
        survey.types.iter().for_each(|ty| row.add(ty));
        row
    }

    pub(crate) fn supported(&self) -> usize {
        self.binary + self.json
    }

    fn add(&mut self, ty: &Surveyed) {
        let (Some(input), Some(output)) = (&ty.input, &ty.output) else {
            return;
        };
        self.both += 1;
        let reasons = both(input, output, |verdict| match verdict {
            Verdict::Refused(reasons) => reasons.iter().map(shown).collect(),
            _ => Vec::new(),
        });
        let json = both(input, output, |verdict| match verdict {
            Verdict::Json(reasons) => reasons.clone(),
            _ => Vec::new(),
        });
        let any = |is: fn(&Verdict) -> bool| is(input) || is(output);
        if any(|verdict| matches!(verdict, Verdict::Refused(_))) {
            count(&mut self.refused, reasons);
        } else if any(|verdict| matches!(verdict, Verdict::Json(_))) {
            self.json += 1;
            count(&mut self.json_reasons, json);
        } else {
            self.binary += 1;
        }
    }
}

impl<'a> Sum<&'a Row> for Row {
    fn sum<I: Iterator<Item = &'a Row>>(rows: I) -> Self {
        rows.fold(Row::default(), |sum, row| Row {
            both: sum.both + row.both,
            binary: sum.binary + row.binary,
            json: sum.json + row.json,
            types: sum.types + row.types,
            ..sum
        })
    }
}

/// What holds for either direction, each once.
fn both<T: Ord>(input: &Verdict, output: &Verdict, of: impl Fn(&Verdict) -> Vec<T>) -> Vec<T> {
    let mut all = of(input);
    all.extend(of(output));
    all.sort();
    all.dedup();
    all
}

fn count(counts: &mut BTreeMap<String, usize>, reasons: Vec<String>) {
    for reason in reasons {
        *counts.entry(reason).or_default() += 1;
    }
}

/// The words that many types share.
fn shown(reason: &Reason) -> String {
    let Reason {
        rule,
        message,
        label,
        ..
    } = reason;
    match rule.as_str() {
        "UnsupportedType" | "UnresolvedType" => format!("{rule}: {label}"),
        _ => format!("{rule}: {message}"),
    }
}

/// The table, and the reasons by crate.
pub(crate) fn text(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<24}{:>7}{:>11}{:>8}{:>7}{:>9}{:>11}\n",
        "crate", "types", "both ways", "binary", "JSON", "refused", "supported"
    );
    for row in rows {
        let Row {
            name,
            types,
            both,
            binary,
            json,
            ..
        } = row;
        let refused = both - row.supported();
        let percent = row.supported() * 100 / both.max(&1);
        let _ = writeln!(
            text,
            "{name:<24}{types:>7}{both:>11}{binary:>8}{json:>7}{refused:>9}{percent:>10}%"
        );
    }
    for row in rows {
        list(&mut text, ("refused", 1), &row.name, &row.refused);
        list(&mut text, ("as JSON", 5), &row.name, &row.json_reasons);
    }
    text
}

/// One type may have several reasons. Those of fewer than `least` types are only counted.
fn list(
    text: &mut String,
    (what, least): (&str, usize),
    name: &str,
    counts: &BTreeMap<String, usize>,
) {
    if counts.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{name}: {what}, types by reason");
    let mut counts: Vec<_> = counts.iter().collect();
    counts.sort_by_key(|(reason, number)| (std::cmp::Reverse(**number), *reason));
    let shown = counts.partition_point(|(_, number)| **number >= least);
    for (reason, number) in &counts[..shown] {
        let _ = writeln!(text, "{number:>7}  {reason}");
    }
    if shown < counts.len() {
        let _ = writeln!(
            text,
            "         and {} reasons of fewer",
            counts.len() - shown
        );
    }
}
