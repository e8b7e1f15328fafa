//! Every action of every merged table, found by its id.

use std::sync::Arc;

use crate::action::{ActionInfo, Actions, Erased, History, Stamp, Version, Wire};

/// A sealed table: open-addressed, indexed by the id itself, which is a digest and needs no further
/// hashing.
pub(crate) struct Table {
    entries: Box<[Entry]>,
    /// A power of two, at least twice as many as entries, so every search ends soon.
    slots: Box<[Slot]>,
    /// What the locks of the merged tables say; mostly there is one, the application's.
    histories: Box<[&'static History]>,
    stamps: Box<[Stamp]>,
}

/// One action.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) info: &'static ActionInfo,
    pub(crate) wire: &'static Wire,
    pub(crate) table: Arc<dyn Erased>,
    pub(crate) row: usize,
}

impl Entry {
    /// The path that third parties post to, if it is a webhook.
    pub(crate) fn webhook(&self) -> Option<&'static str> {
        self.table.webhook(self.row)
    }
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
    /// Two actions with one id, present or former.
    pub(crate) fn new(
        tables: Vec<Actions>,
    ) -> Result<Self, (&'static ActionInfo, &'static ActionInfo)> {
        let histories = tables.iter().filter_map(|table| table.history).collect();
        let stamps = tables.iter().filter_map(|table| table.stamp).collect();
        let entries: Box<[Entry]> = tables.into_iter().flat_map(entries_of).collect();
        let ids = |entry: &Entry| 1 + entry.info.former_ids.len();
        let size = (entries.iter().map(ids).sum::<usize>() * 2).next_power_of_two();
        let mut table = Self {
            slots: vec![EMPTY; size].into(),
            entries,
            histories,
            stamps,
        };
        for index in 0..table.entries.len() {
            let Entry {
                info,
                table: ref rows,
                row,
                ..
            } = table.entries[index];
            if !rows.is_rpc(row) {
                continue;
            }
            table.insert(info.id, index)?;
            for former in info.former_ids {
                table.insert(*former, index)?;
            }
        }
        Ok(table)
    }

    /// Leads `id` to the entry at `index`.
    fn insert(
        &mut self,
        id: u64,
        index: usize,
    ) -> Result<(), (&'static ActionInfo, &'static ActionInfo)> {
        let mut place = self.place(id);
        while self.slots[place].id != EMPTY.id {
            if self.slots[place].id == id {
                let earlier = &self.entries[self.slots[place].entry as usize];
                return Err((earlier.info, self.entries[index].info));
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
        self.slots[place] = Slot {
            id,
            entry: index as u32,
        };
        Ok(())
    }

    /// The action that has this id, or had it.
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

    /// What is known of a version of `info` that is not the present one.
    #[cold]
    pub(crate) fn version(&self, info: &ActionInfo, fingerprint: u64) -> Version {
        self.histories
            .iter()
            .map(|history| history.version(info.id, fingerprint))
            .find(|version| *version != Version::Unknown)
            .unwrap_or(Version::Unknown)
    }

    /// Whether an action had this id and is no more.
    #[cold]
    pub(crate) fn is_retired(&self, id: u64) -> bool {
        self.histories.iter().any(|history| history.is_retired(id))
    }

    /// Whether what is served here is about to be replaced, on the machine where it is written.
    #[cold]
    pub(crate) fn is_rebuilding(&self) -> bool {
        self.stamps.iter().any(Stamp::is_stale)
    }

    /// All actions.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn infos(&self) -> impl Iterator<Item = &'static ActionInfo> {
        self.entries.iter().map(|entry| entry.info)
    }

    fn place(&self, id: u64) -> usize {
        id as usize & (self.slots.len() - 1)
    }
}

fn entries_of(actions: Actions) -> impl Iterator<Item = Entry> {
    let table = actions.table;
    (0..table.len()).map(move |row| Entry {
        info: table.info(row),
        wire: table.wire(row),
        table: Arc::clone(&table),
        row,
    })
}
