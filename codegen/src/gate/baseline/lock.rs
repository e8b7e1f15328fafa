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

    /// With the names that the present lock gives up.
    pub(crate) fn retiring(mut self, lock: Option<&Lock>) -> Self {
        self.retired = lock.map(|lock| lock.retired.clone()).unwrap_or_default();
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
    })
}
