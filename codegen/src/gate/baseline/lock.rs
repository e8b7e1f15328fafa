//! The state that a lock was written for.

use crate::compatibility::Schema;
use crate::gate::state::{Contract, Served, State};
use crate::lock::{Lock, Locked};
use crate::routes::RouteContract;

impl State {
    /// The contracts of a lock. What its clients look like is not in it.
    ///
    /// # Errors
    ///
    /// Says which schema in it is none, in one line.
    pub(crate) fn of_lock(lock: &Lock) -> Result<Self, String> {
        let contracts = lock.actions.iter().map(contract);
        Ok(State {
            contracts: contracts.collect::<Result<_, _>>()?,
            retired: lock.retired.clone(),
            served: served(lock)?,
            surface: None,
        })
    }

    /// With what the lock beside the sources knows: names that are given up, and earlier versions.
    pub(crate) fn remembering(mut self, lock: Option<&Lock>) -> Self {
        let Some(lock) = lock else { return self };
        self.retired.clone_from(&lock.retired);
        for contract in &mut self.contracts {
            let locked = lock.actions.get(&contract.name);
            contract.earlier = locked.map(earlier).unwrap_or_default();
        }
        self
    }
}

fn contract((name, locked): (&String, &Locked)) -> Result<Contract, String> {
    let schema = schema(name, &locked.schema)?;
    Ok(Contract {
        name: name.clone(),
        former: locked.former.iter().cloned().collect(),
        kind: locked.kind,
        schema,
        earlier: earlier(locked),
    })
}

fn schema(name: &str, text: &str) -> Result<Schema, String> {
    Schema::parse(text).map_err(|error| format!("the schema of `{name}` is none: {error}"))
}

/// What routes lead to, be it an action or nothing else.
fn served(lock: &Lock) -> Result<Vec<Served>, String> {
    let mut all = Vec::new();
    for (name, locked) in &lock.actions {
        if !locked.routes.is_empty() {
            all.push(Served {
                name: name.clone(),
                former: locked.former.iter().cloned().collect(),
                called: true,
                schema: schema(name, &locked.schema)?,
                routes: nowhere(&locked.routes),
            });
        }
    }
    for (name, served) in &lock.rest {
        all.push(Served {
            name: name.clone(),
            former: Vec::new(),
            called: false,
            schema: schema(name, &served.schema)?,
            routes: nowhere(&served.routes),
        });
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// A lock does not say where sources are.
fn nowhere<T>(routes: &[RouteContract]) -> Vec<(RouteContract, Option<T>)> {
    routes.iter().map(|route| (route.clone(), None)).collect()
}

/// The versions whose callers may still call.
fn earlier(locked: &Locked) -> Vec<Schema> {
    let past = locked.past.iter().filter(|version| version.may.is_full());
    // What is no schema was an error when the lock was read.
    past.filter_map(|version| Schema::parse(&version.schema).ok())
        .collect()
}
