//! All actions of one state of a project, as contracts.

use std::collections::BTreeSet;

use crate::compatibility::Schema;
use crate::emit::typescript::surface::Surface;
use crate::model::{Api, Kind, Location};
use crate::routes::{RouteContract, located};

/// What callers of one state rely on.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Sorted by name, each name once.
    pub(crate) contracts: Vec<Contract>,
    /// Names that were given up knowingly.
    pub(crate) retired: BTreeSet<String>,
    /// Functions that routes lead to, sorted by name.
    pub(crate) served: Vec<Served>,
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

/// A function that routes lead to.
#[derive(Debug)]
pub(crate) struct Served {
    pub(crate) name: String,
    /// Its other names.
    pub(crate) former: Vec<String>,
    /// Whether generated clients call it as well.
    pub(crate) called: bool,
    pub(crate) schema: Schema,
    /// With their places, where sources are known.
    pub(crate) routes: Vec<(RouteContract, Option<Location>)>,
}

impl Served {
    /// Whether it has this name, or had it.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.name == name || self.former.iter().any(|former| former == name)
    }
}

impl State {
    /// The state of sources.
    pub(crate) fn of(api: &Api) -> Self {
        let mut contracts: Vec<Contract> = Vec::new();
        let mut served: Vec<Served> = Vec::new();
        let mut last = None;
        for action in &api.actions {
            // A function written for several platforms is one action.
            if last.replace(&action.name) == Some(&action.name) {
                continue;
            }
            let routes = located(api, action).into_iter();
            let routes: Vec<_> = routes.map(|(one, place)| (one, Some(place))).collect();
            if !routes.is_empty() {
                served.push(Served {
                    name: action.name.clone(),
                    former: action.renamed_from.clone(),
                    called: action.rpc,
                    schema: Schema::of(api, action),
                    routes,
                });
            }
            if !action.rpc {
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
            served,
            surface: Some(Surface::of(api)),
        }
    }
}
