//! All actions of one state of a project, as contracts.

use std::collections::BTreeSet;

use crate::compatibility::Schema;
use crate::emit::typescript::surface::Surface;
use crate::model::{Api, Kind};

/// What callers of one state rely on.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Sorted by name, each name once.
    pub(crate) contracts: Vec<Contract>,
    /// Names that were given up knowingly.
    pub(crate) retired: BTreeSet<String>,
    /// What the frontend sees; nothing where only schemas are known.
    pub(crate) surface: Option<Surface>,
}

/// What callers of one action rely on.
#[derive(Debug)]
pub(crate) struct Contract {
    pub(crate) name: String,
    /// The other names that calls reach it by.
    pub(crate) former: Vec<String>,
    pub(crate) kind: Kind,
    pub(crate) schema: Schema,
    /// Versions before it whose callers could go on, as far as a lock knows them.
    pub(crate) earlier: Vec<Schema>,
}

impl State {
    /// The state of sources.
    pub(crate) fn of(api: &Api) -> Self {
        let mut contracts: Vec<Contract> = Vec::new();
        for action in &api.actions {
            // A function written for several platforms is one action.
            if contracts
                .last()
                .is_some_and(|last| last.name == action.name)
            {
                continue;
            }
            contracts.push(Contract {
                name: action.name.clone(),
                former: action.renamed_from.clone(),
                kind: action.kind,
                schema: Schema::of(api, action),
                earlier: Vec::new(),
            });
        }
        State {
            contracts,
            retired: BTreeSet::new(),
            surface: Some(Surface::of(api)),
        }
    }
}
