//! The state that a lock was written for.

use crate::compatibility::Schema;
use crate::gate::state::{Contract, State};
use crate::lock::{Lock, Locked};

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
    let schema = Schema::parse(&locked.schema);
    let schema = schema.map_err(|error| format!("the schema of `{name}` is none: {error}"))?;
    Ok(Contract {
        name: name.clone(),
        former: locked.former.iter().cloned().collect(),
        kind: locked.kind,
        schema,
        earlier: earlier(locked),
    })
}

/// The versions whose callers may still call.
fn earlier(locked: &Locked) -> Vec<Schema> {
    let past = locked.past.iter().filter(|version| version.may.is_full());
    // What is no schema was an error when the lock was read.
    past.filter_map(|version| Schema::parse(&version.schema).ok())
        .collect()
}
