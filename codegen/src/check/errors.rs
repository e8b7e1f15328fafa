//! The closed union of errors of each action.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Action, Api, ErrorId, ErrorVariant, Fields, Location, PackageId};

/// One code means one thing: its fields are the same wherever it comes from.
pub(super) fn codes(api: &Api, diagnostics: &mut Diagnostics) {
    let mut told: BTreeMap<(Location, Location), Diagnostic> = BTreeMap::new();
    for action in &api.actions {
        let mut seen = BTreeMap::new();
        for (code, fields, at) in declared(api, &action.output.errors) {
            let (earlier, first) = *seen.entry(code).or_insert((fields, at));
            if !alike(earlier, fields) {
                let diagnostic = told
                    .entry((first, at))
                    .or_insert_with(|| conflict(code, first, at));
                diagnostic.add_stem(stem(action));
            }
        }
    }
    told.into_values()
        .for_each(|diagnostic| diagnostics.push(diagnostic));
}

fn conflict(code: &str, first: Location, at: Location) -> Diagnostic {
    let title = format!("error code `{code}` stands for two different errors");
    let label = "this one has other fields";
    let help = "give one of them another code with `#[error(code = \"…\")]`, or the same fields";
    Diagnostic::new(Rule::DuplicateErrorCode, at, title, label, help)
        .context(first, "the same code here")
        .note("one action can answer with both, and its callers could not tell them apart")
}

/// Every declared variant of a union, flattened ones included.
fn declared<'a>(api: &'a Api, errors: &[ErrorId]) -> Vec<(&'a str, &'a Fields, Location)> {
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
                    fields,
                    location,
                    ..
                } => {
                    found.push((code.as_str(), fields, *location));
                }
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
    kind && a.len() == b.len() && pairs.all(|(a, b)| a.name == b.name && a.ty == b.ty)
}

fn stem(action: &Action) -> Option<String> {
    (action.package == PackageId(0)).then(|| action.stem.clone())
}
