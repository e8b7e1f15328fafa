//! The contract of one action as a graph, from the present model or from a text of the past.

mod cursor;
mod parse;
mod view;

use std::fmt;

pub(crate) use self::parse::ParseError;
pub(super) use self::view::{Field, Variant};
use crate::model::fingerprint::{self, ErrorRoot, Graph, Node, NodeId, Roots};
use crate::model::{Action, Api, Encoding, Location};

/// What an action receives and returns.
#[derive(Debug)]
pub(crate) struct Schema {
    graph: Graph,
    roots: Roots,
    /// Where the action is, if that is known.
    location: Option<Location>,
}

impl Schema {
    /// The schema that [`identify`](crate::model::identify) writes as that text.
    ///
    /// # Errors
    ///
    /// When the text is not exactly what would be written.
    pub(crate) fn parse(text: &str) -> Result<Schema, ParseError> {
        parse::schema(text)
    }

    /// The schema of an action, with what only a reader of its input goes by: further names,
    /// variants that stand in for others, whether unknown members are refused. And with places.
    pub(crate) fn of(api: &Api, action: &Action) -> Schema {
        let mut graph = Graph::default();
        let roots = fingerprint::roots_of(api, &mut graph, action);
        Schema {
            graph,
            roots,
            location: Some(action.location),
        }
    }

    pub(crate) fn encoding(&self) -> Encoding {
        self.roots.encoding
    }

    pub(crate) fn input(&self) -> NodeId {
        self.roots.input
    }

    pub(crate) fn result(&self) -> NodeId {
        self.roots.result
    }

    pub(super) fn location(&self) -> Option<Location> {
        self.location
    }

    /// The errors with their codes, in their order.
    pub(crate) fn errors(&self) -> impl Iterator<Item = (&str, &ErrorRoot)> {
        self.roots
            .errors
            .iter()
            .map(|(code, error)| (code.as_str(), error))
    }

    pub(super) fn error(&self, code: &str) -> Option<&ErrorRoot> {
        self.roots.errors.get(code)
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.graph.nodes[id]
    }
}

/// The canonical text.
impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&fingerprint::text(&self.graph, &self.roots))
    }
}
