//! The smallest graph that cannot be told from a given one, by partition refinement.

use std::collections::HashMap;
use std::hash::Hash;

use super::graph::{Graph, NodeId};
use super::label::Label;

/// A set of nodes that look alike however far one follows them.
pub(crate) type ClassId = usize;

/// The graph of the classes.
pub(crate) struct Minimal<'graph> {
    class_of: Vec<ClassId>,
    labels: Vec<&'graph Label>,
    children: Vec<Vec<ClassId>>,
}

impl Minimal<'_> {
    pub(crate) fn class(&self, node: NodeId) -> ClassId {
        self.class_of[node]
    }

    pub(crate) fn label(&self, class: ClassId) -> &Label {
        self.labels[class]
    }

    pub(crate) fn children(&self, class: ClassId) -> &[ClassId] {
        &self.children[class]
    }
}

/// Starts from "all nodes with the same label are equal" and tells apart whatever has children
/// told apart, until nothing changes.
pub(crate) fn minimize(graph: &Graph) -> Minimal<'_> {
    let mut classes = number(graph.nodes.iter().map(|node| &node.label));
    loop {
        let refined = number(graph.nodes.iter().zip(&classes.of).map(|(node, class)| {
            let children = node.children.iter().map(|child| classes.of[*child]);
            (*class, children.collect::<Vec<_>>())
        }));
        // Every class is part of one before, so an equal count is an equal partition.
        let settled = refined.representatives.len() == classes.representatives.len();
        classes = refined;
        if settled {
            return quotient(graph, classes);
        }
    }
}

struct Classes {
    of: Vec<ClassId>,
    /// The first node of each class.
    representatives: Vec<NodeId>,
}

/// Equal keys get equal numbers, in the order of their first appearance.
fn number<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> Classes {
    let mut numbers = HashMap::new();
    let mut representatives = Vec::new();
    let of = keys
        .enumerate()
        .map(|(node, key)| {
            *numbers.entry(key).or_insert_with(|| {
                representatives.push(node);
                representatives.len() - 1
            })
        })
        .collect();
    Classes {
        of,
        representatives,
    }
}

fn quotient(graph: &Graph, classes: Classes) -> Minimal<'_> {
    let nodes = || {
        classes
            .representatives
            .iter()
            .map(|node| &graph.nodes[*node])
    };
    let children = nodes()
        .map(|node| {
            node.children
                .iter()
                .map(|child| classes.of[*child])
                .collect()
        })
        .collect();
    Minimal {
        labels: nodes().map(|node| &node.label).collect(),
        children,
        class_of: classes.of,
    }
}
