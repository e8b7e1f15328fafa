//! Every type seen, and how far each has been followed.

use std::any::type_name;
use std::collections::{HashMap, HashSet};

use serde::de::Visitor;

use super::shape::{Enum, Fields, Names, Node, Variant};

/// A place in the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key(usize);

/// The types met so far.
#[derive(Debug, Default)]
pub(super) struct Graph {
    keys: HashMap<Identity, Key>,
    entries: Vec<Entry>,
    /// What the run is inside of.
    open: HashSet<Key>,
    steps: usize,
}

/// The visitor and what it makes, which two types never share.
type Identity = (&'static str, &'static str);

#[derive(Debug)]
pub(super) struct Entry {
    /// What serde calls it, if it is a struct or an enum.
    pub(super) name: Option<&'static str>,
    pub(super) seen: Seen,
}

/// How far a type has been followed.
#[derive(Debug)]
pub(super) enum Seen {
    Nothing,
    /// Being recorded, or given up.
    Tried,
    Known(Node),
}

impl Graph {
    /// The place of what `V` makes.
    pub(super) fn meet<V: Visitor<'static>>(&mut self, name: Option<&'static str>) -> Key {
        let identity = (type_name::<V>(), type_name::<V::Value>());
        *self.keys.entry(identity).or_insert_with(|| {
            let seen = Seen::Nothing;
            self.entries.push(Entry { name, seen });
            Key(self.entries.len() - 1)
        })
    }

    /// The place of an enum.
    pub(super) fn meet_enum<V: Visitor<'static>>(
        &mut self,
        name: &'static str,
        names: Names,
    ) -> Key {
        let key = self.meet::<V>(Some(name));
        let seen = &mut self.entries[key.0].seen;
        if let Seen::Nothing = seen {
            *seen = Seen::Known(Node::Enum(Enum::new(names)));
        }
        key
    }

    pub(super) fn entry(&self, key: Key) -> &Entry {
        &self.entries[key.0]
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(super) fn known(&self, key: Key) -> Option<&Node> {
        match &self.entry(key).seen {
            Seen::Known(node) => Some(node),
            Seen::Nothing | Seen::Tried => None,
        }
    }

    pub(super) fn enumeration(&self, key: Key) -> Option<&Enum> {
        match self.known(key)? {
            Node::Enum(body) => Some(body),
            _ => None,
        }
    }

    fn enumeration_mut(&mut self, key: Key) -> Option<&mut Enum> {
        match &mut self.entries[key.0].seen {
            Seen::Known(Node::Enum(body)) => Some(body),
            _ => None,
        }
    }

    pub(super) fn is_open(&self, key: Key) -> bool {
        self.open.contains(&key)
    }

    /// Goes inside; whether the run was not there already.
    pub(super) fn open(&mut self, key: Key) -> bool {
        let seen = &mut self.entries[key.0].seen;
        if let Seen::Nothing = seen {
            *seen = Seen::Tried;
            self.steps += 1;
        }
        self.open.insert(key)
    }

    /// Comes out, where [`Graph::open`] went in.
    pub(super) fn close(&mut self, key: Key) {
        self.open.remove(&key);
    }

    /// Notes what a type is made of.
    pub(super) fn record(&mut self, key: Key, node: Node) {
        let seen = &mut self.entries[key.0].seen;
        if !matches!(seen, Seen::Known(_)) {
            *seen = Seen::Known(node);
            self.steps += 1;
        }
    }

    /// Notes that a variant is being followed.
    pub(super) fn try_variant(&mut self, key: Key, index: usize) {
        if let Some(body) = self.enumeration_mut(key)
            && let Variant::Untried = body.variants[index]
        {
            body.variants[index] = Variant::Tried;
            self.steps += 1;
        }
    }

    /// Notes that there is no variant of this index.
    pub(super) fn dismiss_variant(&mut self, key: Key, index: usize) {
        if let Some(body) = self.enumeration_mut(key) {
            body.variants[index] = Variant::Absent;
            self.steps += 1;
        }
    }

    /// Notes what a variant holds.
    pub(super) fn record_variant(&mut self, key: Key, index: usize, fields: Fields) {
        if let Some(body) = self.enumeration_mut(key)
            && !matches!(body.variants[index], Variant::Recorded(_))
        {
            body.record(index, fields);
            self.steps += 1;
        }
    }

    /// A number that grows with everything learnt.
    pub(super) fn progress(&self) -> usize {
        self.steps
    }

    /// Prepares for another run.
    pub(super) fn rewind(&mut self) {
        self.open.clear();
    }
}
