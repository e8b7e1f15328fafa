//! What the gate says of a scenario, held against what the clients saw.

use std::collections::BTreeSet;

use tramline_codegen::trial::Found;

use crate::observed::Row;

/// What `tramline diff` says of the functions of one scenario.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    /// Pairs of category and rule.
    pub(crate) rules: BTreeSet<(String, String)>,
    /// Whether the author lets it through.
    pub(crate) allowed: bool,
}

impl Verdict {
    /// The findings about the scenario's functions.
    pub(crate) fn of(row: &Row, findings: &[Found]) -> Self {
        let mut verdict = Verdict::default();
        for found in findings {
            if row.actions.contains(&found.action) {
                let rule = (found.category.clone(), found.rule.clone());
                verdict.rules.insert(rule);
                verdict.allowed |= found.allowed.is_some();
            }
        }
        verdict
    }

    fn has(&self, category: &str) -> bool {
        self.rules.iter().any(|(found, _)| found == category)
    }

    /// Whether an old client goes on, with a lock or without one.
    fn goes_on(&self, lock: &str) -> bool {
        !self.has("JSON") && (lock == "with" || !self.has("WIRE"))
    }

    /// As the table shows it: what concerns open tabs with its rules, the rest by its category.
    pub(crate) fn text(&self) -> String {
        let named = |(category, rule): &(String, String)| match category.as_str() {
            "JSON" => format!("JSON `{rule}`"),
            other => other.to_owned(),
        };
        let texts: BTreeSet<String> = self.rules.iter().map(named).collect();
        let text = texts.into_iter().collect::<Vec<_>>().join(", ");
        match (text.is_empty(), self.allowed) {
            (true, _) => "–".to_owned(),
            (false, false) => text,
            (false, true) => format!("{text}; let through"),
        }
    }
}

/// Where what the gate says and what happened differ.
pub(crate) fn disagreements(row: &Row, verdict: &Verdict) -> Vec<String> {
    let of = |lock: &str| {
        let outcome = row.outcome(&format!("before@after {lock}"))?;
        let works = ["works", "repeats", "json"].contains(&outcome);
        (works != verdict.goes_on(lock)).then(|| {
            let (module, text) = (&row.module, verdict.text());
            format!("{module}: the gate says {text}, and {lock} a lock: {outcome}")
        })
    };
    ["with", "without"].into_iter().filter_map(of).collect()
}
