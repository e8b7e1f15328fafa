//! The folders that are watched, as far as the system has them.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Folders, without the folders in them, and what happens there.
pub(super) struct Folders {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    watched: BTreeSet<PathBuf>,
}

/// Something that happened to a file.
#[derive(Debug)]
pub(super) struct Happened {
    pub(super) paths: Vec<PathBuf>,
    pub(super) how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Something is written into it, and more may come.
    Written,
    /// Whoever wrote has closed it.
    Closed,
    /// It came, went or got another name.
    Other,
    /// Nobody knows what.
    Anything,
}

impl Folders {
    pub(super) fn new() -> notify::Result<Self> {
        let (sender, events) = channel();
        // An error means that nobody listens any more.
        let watcher = notify::recommended_watcher(move |event| drop(sender.send(event)))?;
        Ok(Folders {
            watcher,
            events,
            watched: BTreeSet::new(),
        })
    }

    /// Watches these and no others; whether any of them was not watched before.
    pub(super) fn follow(&mut self, wanted: &BTreeSet<PathBuf>) -> notify::Result<bool> {
        let gone: Vec<PathBuf> = self.watched.difference(wanted).cloned().collect();
        for folder in gone {
            self.watched.remove(&folder);
            // It may be gone from the disk as well.
            let _ = self.watcher.unwatch(&folder);
        }
        let mut is_new = false;
        let new: Vec<PathBuf> = wanted.difference(&self.watched).cloned().collect();
        for folder in new {
            match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    self.watched.insert(folder);
                    is_new = true;
                }
                // It went in this moment, which whatever is around it will tell.
                Err(_) if !folder.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(is_new)
    }

    /// The next thing that happens, within a time if one is given.
    pub(super) fn next(&mut self, within: Option<Duration>) -> notify::Result<Option<Happened>> {
        let closed = || notify::Error::generic("the watcher has ended");
        let event = match within {
            None => self.events.recv().map_err(|_| closed())?,
            Some(time) => match self.events.recv_timeout(time) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(RecvTimeoutError::Disconnected) => return Err(closed()),
            },
        };
        let happened = event.map(happened)?;
        if happened.how == How::Other {
            // A folder that went is no longer watched, should it come again.
            for path in &happened.paths {
                if !path.is_dir() {
                    self.watched.remove(path);
                }
            }
        }
        Ok(Some(happened))
    }
}

fn happened(event: Event) -> Happened {
    let how = match event.kind {
        _ if event.need_rescan() => How::Anything,
        EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any) => How::Written,
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => How::Closed,
        // To read a file changes nothing.
        EventKind::Access(_) => {
            return Happened {
                paths: Vec::new(),
                how: How::Closed,
            };
        }
        _ => How::Other,
    };
    Happened {
        paths: event.paths,
        how,
    }
}
