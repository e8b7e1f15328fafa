//! Two types that stand at the same place of two schemas, and what comparing them yields.

use super::describe::describe;
use super::rule::Rule;
use super::schema::Schema;
use crate::model::fingerprint::{Label, Node, NodeId};
use crate::model::{Direction, Encoding, Location};

/// One of the two.
#[derive(Clone, Copy, Debug)]
pub(super) struct End<'a> {
    pub(super) schema: &'a Schema,
    pub(super) id: NodeId,
    pub(super) node: &'a Node,
}

impl<'a> End<'a> {
    pub(super) fn new(schema: &'a Schema, id: NodeId) -> Self {
        End {
            schema,
            id,
            node: schema.node(id),
        }
    }

    pub(super) fn label(self) -> &'a Label {
        &self.node.label
    }

    /// One of its parts.
    pub(super) fn child(self, index: usize) -> Self {
        End::new(self.schema, self.node.children[index])
    }

    pub(super) fn is_option(self) -> bool {
        *self.label() == Label::Container("option")
    }

    pub(super) fn describe(self) -> String {
        describe(self.schema, self.id)
    }
}

/// Two types: one was, and one is. One of them writes, and the other reads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub(super) old: End<'a>,
    pub(super) new: End<'a>,
    pub(super) way: Direction,
    /// Whether it is of a key or of an element of a set, so that what differs must stay so.
    pub(super) keyed: bool,
    /// The member that stands beside theirs and tells the variant.
    pub(super) tag: Option<&'a str>,
}

impl<'a> Pair<'a> {
    pub(super) fn writer(&self) -> End<'a> {
        match self.way {
            Direction::Input => self.old,
            Direction::Output => self.new,
        }
    }

    pub(super) fn reader(&self) -> End<'a> {
        match self.way {
            Direction::Input => self.new,
            Direction::Output => self.old,
        }
    }

    pub(super) fn encoding(&self) -> Encoding {
        self.new.schema.encoding()
    }

    /// Something about the two types themselves.
    pub(super) fn found(&self, rule: Rule) -> Found {
        Found::new(rule, self.old.describe(), self.new.describe())
    }

    /// The rule for what was added in an input, or else in a result.
    pub(super) fn by_way(&self, input: Rule, output: Rule) -> Rule {
        match self.way {
            Direction::Input => input,
            Direction::Output => output,
        }
    }

    /// Puts what was written and what is read into the order of time.
    pub(super) fn in_time<T>(&self, writer: T, reader: T) -> [T; 2] {
        match self.way {
            Direction::Input => [writer, reader],
            Direction::Output => [reader, writer],
        }
    }

    /// Parts of the two, to be compared next.
    pub(super) fn follow(&self, writer: NodeId, reader: NodeId, step: impl Into<String>) -> Follow {
        let [old, new] = self.in_time(writer, reader);
        Follow {
            old,
            new,
            step: step.into(),
            location: None,
            keyed: false,
            tag: None,
        }
    }
}

/// What comparing two types yields.
#[derive(Debug, Default)]
pub(super) struct Step {
    pub(super) found: Vec<Found>,
    pub(super) follow: Vec<Follow>,
}

impl Step {
    pub(super) fn found(found: Found) -> Self {
        Step {
            found: vec![found],
            follow: Vec::new(),
        }
    }

    pub(super) fn follow(follow: impl IntoIterator<Item = Follow>) -> Self {
        Step {
            found: Vec::new(),
            follow: follow.into_iter().collect(),
        }
    }

    /// With something found beside.
    pub(super) fn with(mut self, found: impl IntoIterator<Item = Found>) -> Self {
        self.found.extend(found);
        self
    }
}

/// A broken rule.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) rule: Rule,
    /// From the place of the two types to its own.
    pub(super) step: String,
    pub(super) was: String,
    pub(super) is: String,
    pub(super) location: Option<Location>,
}

impl Found {
    pub(super) fn new(rule: Rule, was: impl Into<String>, is: impl Into<String>) -> Self {
        Found {
            rule,
            step: String::new(),
            was: was.into(),
            is: is.into(),
            location: None,
        }
    }

    /// At a part of the two types.
    pub(super) fn at(self, step: impl Into<String>) -> Self {
        let step = step.into();
        Found { step, ..self }
    }

    pub(super) fn located(self, location: Option<Location>) -> Self {
        Found { location, ..self }
    }
}

/// Parts to be compared next.
#[derive(Debug)]
pub(super) struct Follow {
    pub(super) old: NodeId,
    pub(super) new: NodeId,
    pub(super) step: String,
    pub(super) location: Option<Location>,
    pub(super) keyed: bool,
    pub(super) tag: Option<String>,
}

impl Follow {
    /// Those of a key, or of an element of a set.
    pub(super) fn keyed(self) -> Self {
        Follow {
            keyed: true,
            ..self
        }
    }

    /// Their members stand beside a tag.
    pub(super) fn beside(self, tag: Option<String>) -> Self {
        Follow { tag, ..self }
    }

    pub(super) fn located(self, location: Option<Location>) -> Self {
        Follow { location, ..self }
    }
}
