//! A crate's table together with the state that it answers with.

use std::fmt;
use std::sync::Arc;

use super::row::Running;
use super::{Action, ActionInfo, History, Stamp, Wire};
use crate::call::{Call, Incoming};
use crate::rest::{Document, Route};

/// Every action of one crate, with its state: what the generated `actions(state)` returns.
///
/// Give the application's to [`Service::builder`](crate::Service::builder) and those of its
/// feature crates to [`ServiceBuilder::merge`](crate::ServiceBuilder::merge). Each table keeps
/// its own state.
#[derive(Clone)]
pub struct Actions {
    pub(crate) table: Arc<dyn Erased>,
    pub(crate) history: Option<&'static History>,
    pub(crate) stamp: Option<Stamp>,
    pub(crate) documents: &'static [Document],
}

/// A table whose state type is forgotten.
pub(crate) trait Erased: Send + Sync {
    /// How many rows there are.
    fn len(&self) -> usize;
    /// The facts of a row below `len`.
    fn info(&self, row: usize) -> &'static ActionInfo;
    /// How the values of a row below `len` travel.
    fn wire(&self, row: usize) -> &'static Wire;
    /// Whether a row below `len` can be called by RPC.
    fn is_rpc(&self, row: usize) -> bool;
    /// The routes that lead to a row below `len`.
    fn routes(&self, row: usize) -> &'static [Route];
    /// The path that third parties post to, where a row below `len` is a webhook.
    fn webhook(&self, row: usize) -> Option<&'static str>;
    /// Starts a call of a row below `len`, by the door that it came through. Nothing of the action has run when this returns.
    fn start(&self, row: usize, incoming: Incoming) -> Running;
}

struct Typed<S: 'static> {
    state: Arc<S>,
    rows: &'static [Action<S>],
}

impl Actions {
    /// The table `rows`, answering with `state`.
    #[doc(hidden)]
    pub fn new<S: Send + Sync + 'static>(state: S, rows: &'static [Action<S>]) -> Self {
        let state = Arc::new(state);
        Self {
            table: Arc::new(Typed { state, rows }),
            history: None,
            stamp: None,
            documents: &[],
        }
    }

    /// The same with what the lock says of earlier versions: of these actions, and of all that are
    /// merged with them.
    #[doc(hidden)]
    pub fn with_history(self, history: &'static History) -> Self {
        Self {
            history: Some(history),
            ..self
        }
    }

    /// The same, knowing that the build script wrote `stamp` to the file at `path` before this
    /// program was compiled. Only debug builds ever look whether it is still there.
    #[doc(hidden)]
    pub fn generated_at(self, path: &'static str, stamp: &'static str) -> Self {
        Self {
            stamp: Some(Stamp::new(path, stamp)),
            ..self
        }
    }

    /// The same with what describes its routes to others.
    #[doc(hidden)]
    pub fn with_documents(self, documents: &'static [Document]) -> Self {
        Self { documents, ..self }
    }

    /// The facts of every action, in the order of the table.
    pub fn infos(&self) -> impl Iterator<Item = &'static ActionInfo> {
        (0..self.table.len()).map(|row| self.table.info(row))
    }
}

impl<S: Send + Sync + 'static> Erased for Typed<S> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn info(&self, row: usize) -> &'static ActionInfo {
        self.rows[row].info
    }

    fn wire(&self, row: usize) -> &'static Wire {
        self.rows[row].wire
    }

    fn is_rpc(&self, row: usize) -> bool {
        self.rows[row].rpc
    }

    fn routes(&self, row: usize) -> &'static [Route] {
        self.rows[row].routes
    }

    fn webhook(&self, row: usize) -> Option<&'static str> {
        self.rows[row].webhook
    }

    fn start(&self, row: usize, incoming: Incoming) -> Running {
        let Action { start, rest, .. } = &self.rows[row];
        let start = match incoming.arrival {
            None => start,
            Some(_) => rest.as_ref().unwrap_or(start),
        };
        start(Call::new(Arc::clone(&self.state), incoming))
    }
}

impl fmt::Debug for Actions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.infos().map(|info| info.name))
            .finish()
    }
}
