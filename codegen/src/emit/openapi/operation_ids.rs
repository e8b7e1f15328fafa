//! What the operations of a document are called: as the function is, or with its module where
//! another one has that name.

use std::collections::{BTreeMap, BTreeSet};

use super::operations::Operation;
use crate::emit::typescript::camel_case;

/// Index of an action, and of one of its routes.
type Key = (usize, usize);

/// The `operationId` of every operation.
#[derive(Debug, Default)]
pub(super) struct OperationIds {
    ids: BTreeMap<Key, String>,
}

impl OperationIds {
    /// Names the operations of a document.
    pub(super) fn new(operations: &[Operation<'_>]) -> Self {
        let mut ids = BTreeMap::new();
        let mut taken = BTreeSet::new();
        let mut open: Vec<&Operation<'_>> = operations.iter().collect();
        for wish in [without_version, as_written, with_module, with_modules] {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for operation in &open {
                *counts.entry(wish(operation)).or_default() += 1;
            }
            open.retain(|operation| {
                let name = wish(operation);
                let is_free = counts.get(&name) == Some(&1) && taken.insert(name.clone());
                if is_free {
                    ids.insert(operation.key(), name);
                }
                !is_free
            });
        }
        // One function at several paths.
        for operation in open {
            let name = as_written(operation);
            let numbered = (2..).map(|number: u32| format!("{name}{number}"));
            let mut names = std::iter::once(name.clone()).chain(numbered);
            if let Some(name) = names.find(|name| taken.insert(name.clone())) {
                ids.insert(operation.key(), name);
            }
        }
        OperationIds { ids }
    }

    /// The name of an operation.
    pub(super) fn of(&self, action: usize, route: usize) -> &str {
        self.ids.get(&(action, route)).map_or("", String::as_str)
    }
}

/// `get_product_v1` as `getProduct` in the document of `v1`.
fn without_version(operation: &Operation<'_>) -> String {
    let function = &operation.action.function;
    let suffix = format!("_{}", operation.route.version);
    ascii(&camel_case(
        function.strip_suffix(&suffix).unwrap_or(function),
    ))
}

fn as_written(operation: &Operation<'_>) -> String {
    ascii(&camel_case(&operation.action.function))
}

fn with_module(operation: &Operation<'_>) -> String {
    let action = operation.action;
    let module = action.module.last().map(String::as_str).unwrap_or_default();
    ascii(&camel_case(&format!("{module}_{}", action.function)))
}

fn with_modules(operation: &Operation<'_>) -> String {
    ascii(&camel_case(&operation.action.name.replace('.', "_")))
}

/// Fit for the part of a URL behind its `#`, where pages link to operations.
fn ascii(name: &str) -> String {
    let legal = |character: char| match character {
        fine if fine.is_ascii_alphanumeric() || fine == '_' => fine.to_string(),
        other => format!("u{:04x}", u32::from(other)),
    };
    name.chars().map(legal).collect()
}
