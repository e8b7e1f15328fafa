//! The table of types that a surface speaks of.

use std::collections::HashMap;

use super::{View, ViewId};

/// Types that refer to each other by index. Equal ones have one index, unless they have a name.
#[derive(Debug, Default)]
pub(crate) struct Views {
    views: Vec<View>,
    known: HashMap<View, ViewId>,
}

impl Views {
    /// The type itself.
    pub(crate) fn get(&self, id: ViewId) -> &View {
        &self.views[id.0]
    }

    /// The index of a type.
    pub(crate) fn add(&mut self, view: View) -> ViewId {
        if let Some(known) = self.known.get(&view) {
            return *known;
        }
        let id = self.reserve(view.clone());
        self.known.insert(view, id);
        id
    }

    /// An index of its own, for what is filled in later.
    pub(crate) fn reserve(&mut self, view: View) -> ViewId {
        self.views.push(view);
        ViewId(self.views.len() - 1)
    }

    /// Says what stands behind a name.
    pub(crate) fn define(&mut self, id: ViewId, of: ViewId) {
        if let View::Named { body, .. } = &mut self.views[id.0] {
            *body = Some(of);
        }
    }

    /// The type with no name around it.
    pub(crate) fn resolve(&self, mut id: ViewId) -> ViewId {
        loop {
            id = match self.get(id) {
                View::Named {
                    body: Some(body), ..
                } => *body,
                View::Wrapped(inner) if !self.is_nullable(*inner) => *inner,
                _ => return id,
            };
        }
    }

    /// Whether `null` is among its values.
    pub(crate) fn is_nullable(&self, id: ViewId) -> bool {
        match self.get(self.resolve(id)) {
            View::Nullable { null, .. } => *null,
            View::Word(word) => word == "null",
            _ => false,
        }
    }
}
