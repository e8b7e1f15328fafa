//! The closed union of errors of each action.

use std::collections::BTreeMap;

use super::stem;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Api, ErrorId, ErrorVariant, Fields, Location};

/// One code means one thing: its status and its fields are the same wherever it comes from.
pub(super) fn codes(api: &Api, diagnostics: &mut Diagnostics) {
    let mut told: BTreeMap<(Location, Location), Diagnostic> = BTreeMap::new();
    for action in &api.actions {
        let mut seen: BTreeMap<&str, Declared<'_>> = BTreeMap::new();
        for later in declared(api, &action.output.errors) {
            let first = *seen.entry(later.code).or_insert(later);
            if let Some(label) = difference(&first, &later) {
                let diagnostic = told
                    .entry((first.at, later.at))
                    .or_insert_with(|| conflict(&first, &later, label));
                diagnostic.add_stem(stem(action));
            }
        }
    }
    told.into_values()
        .for_each(|diagnostic| diagnostics.push(diagnostic));
}

/// A variant that clients see.
#[derive(Clone, Copy)]
struct Declared<'a> {
    code: &'a str,
    status: u16,
    fields: &'a Fields,
    at: Location,
}

fn conflict(first: &Declared<'_>, later: &Declared<'_>, label: &str) -> Diagnostic {
    let title = format!(
        "error code `{}` stands for two different errors",
        first.code
    );
    let help = "give one of them another code with `#[error(code = \"…\")]`, or let them agree";
    Diagnostic::new(Rule::DuplicateErrorCode, later.at, title, label, help)
        .context(first.at, "the same code here")
        .note("one function can answer with both, and its callers could not tell them apart")
}

/// What tells the later from the first.
fn difference(first: &Declared<'_>, later: &Declared<'_>) -> Option<&'static str> {
    if !alike(first.fields, later.fields) {
        Some("this one has other fields")
    } else if first.status != later.status {
        Some("this one has another status")
    } else {
        None
    }
}

/// Every declared variant of a union, flattened ones included.
fn declared<'a>(api: &'a Api, errors: &[ErrorId]) -> Vec<Declared<'a>> {
    let mut found = Vec::new();
    let mut next: Vec<ErrorId> = errors.iter().rev().copied().collect();
    let mut seen = Vec::new();
    while let Some(id) = next.pop() {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        for variant in &api.errors[id.0].variants {
            match variant {
                ErrorVariant::Declared {
                    code,
                    status,
                    fields,
                    location,
                    ..
                } => found.push(Declared {
                    code,
                    status: *status,
                    fields,
                    at: *location,
                }),
                ErrorVariant::Flatten { error, .. } => next.push(*error),
                ErrorVariant::Internal { .. } => {}
            }
        }
    }
    found
}

fn alike(a: &Fields, b: &Fields) -> bool {
    let kind = std::mem::discriminant(a) == std::mem::discriminant(b);
    let (a, b) = (a.as_slice(), b.as_slice());
    let mut pairs = a.iter().zip(b);
    kind && a.len() == b.len() && pairs.all(|(a, b)| a.names == b.names && a.ty == b.ty)
}
