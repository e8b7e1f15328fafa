//! Every action of every merged table, found by its id.

use std::sync::Arc;

use crate::action::{ActionInfo, Actions, Erased, Wire};

/// A sealed table: open-addressed, indexed by the id itself, which is a digest and needs no further
/// hashing.
pub(crate) struct Table {
    entries: Box<[Entry]>,
    /// A power of two, at least twice as many as entries, so every search ends soon.
    slots: Box<[Slot]>,
}

/// One action.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) info: &'static ActionInfo,
    pub(crate) wire: &'static Wire,
    pub(crate) table: Arc<dyn Erased>,
    pub(crate) row: usize,
}

#[derive(Clone, Copy)]
struct Slot {
    id: u64,
    entry: u32,
}

/// Ids have 48 bits, so this is none.
const EMPTY: Slot = Slot {
    id: u64::MAX,
    entry: 0,
};

impl Table {
    /// The union of `tables`.
    ///
    /// # Errors
    ///
    /// Two actions with one id.
    pub(crate) fn new(
        tables: Vec<Actions>,
    ) -> Result<Self, (&'static ActionInfo, &'static ActionInfo)> {
        let entries: Box<[Entry]> = tables.into_iter().flat_map(entries_of).collect();
        let size = (entries.len() * 2).next_power_of_two();
        let mut table = Self {
            slots: vec![EMPTY; size].into(),
            entries,
        };
        for index in 0..table.entries.len() {
            table.insert(index)?;
        }
        Ok(table)
    }

    fn insert(&mut self, index: usize) -> Result<(), (&'static ActionInfo, &'static ActionInfo)> {
        let info = self.entries[index].info;
        let mut place = self.place(info.id);
        while self.slots[place].id != EMPTY.id {
            if self.slots[place].id == info.id {
                let earlier = &self.entries[self.slots[place].entry as usize];
                return Err((earlier.info, info));
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
        self.slots[place] = Slot {
            id: info.id,
            entry: index as u32,
        };
        Ok(())
    }

    /// The action with this id.
    pub(crate) fn find(&self, id: u64) -> Option<&Entry> {
        let mut place = self.place(id);
        loop {
            let slot = self.slots[place];
            if slot.id == id {
                return self.entries.get(slot.entry as usize);
            }
            if slot.id == EMPTY.id {
                return None;
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    pub(crate) fn infos(&self) -> impl Iterator<Item = &'static ActionInfo> {
        self.entries.iter().map(|entry| entry.info)
    }

    fn place(&self, id: u64) -> usize {
        id as usize & (self.slots.len() - 1)
    }
}

fn entries_of(actions: Actions) -> impl Iterator<Item = Entry> {
    let table = actions.into_erased();
    (0..table.len()).map(move |row| Entry {
        info: table.info(row),
        wire: table.wire(row),
        table: Arc::clone(&table),
        row,
    })
}
