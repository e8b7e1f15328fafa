//! Everything that the types of all actions lead to, looked at once.
//!
//! A node is a struct or an enum with its arguments, in one direction. An action is then a search
//! that goes only where something was found.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::finding::Finding;
use crate::model::{Api, Direction, Location, Type};

/// What was found at one place, and where it leads.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Why it takes JSON, in the order of discovery.
    pub(super) json: Vec<String>,
    pub(super) refused: Vec<Finding>,
    /// Whether reading it takes its shape.
    pub(super) shaped: bool,
    /// The nodes, and by what they are reached: "field `author` of `Post`".
    leads_to: Vec<(NodeId, String)>,
}

type NodeId = usize;

/// Where a type stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) direction: Direction,
    /// Whether serde reads it from a buffer that has forgotten its type.
    pub(super) buffered: bool,
    pub(super) at: Location,
    /// "field `extra` of `Post`"
    pub(super) name: &'a str,
}

/// A struct or an enum as it is used.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Use {
    pub(super) ty: Type,
    pub(super) direction: Direction,
    pub(super) buffered: bool,
}

pub(super) struct Graph<'a> {
    pub(super) api: &'a Api,
    nodes: Vec<Found>,
    known: HashMap<Use, NodeId>,
    /// Known, but not yet looked at.
    pending: Vec<(NodeId, Use)>,
    /// Whether anything was found at a node or behind it.
    matters: Vec<bool>,
}

impl<'a> Graph<'a> {
    /// Looks at every type of every action; what was found at each action itself comes with it.
    pub(super) fn new(api: &'a Api) -> (Self, Vec<Found>) {
        let mut graph = Graph::empty(api);
        let actions = api.actions.iter();
        let roots: Vec<Found> = actions.map(|action| graph.roots(action)).collect();
        graph.finish();
        (graph, roots)
    }

    /// Everything found for one type.
    pub(super) fn of(api: &'a Api, ty: &Type, direction: Direction) -> Found {
        let mut graph = Graph::empty(api);
        let mut found = Found::default();
        let spot = Spot {
            direction,
            buffered: false,
            at: Location::default(),
            name: "the type",
        };
        graph.ty(ty, spot, &mut found);
        graph.finish();
        graph.gather(found)
    }

    fn empty(api: &'a Api) -> Self {
        Graph {
            api,
            nodes: Vec::new(),
            known: HashMap::new(),
            pending: Vec::new(),
            matters: Vec::new(),
        }
    }

    fn finish(&mut self) {
        while let Some((node, used)) = self.pending.pop() {
            self.nodes[node] = self.definition(&used);
        }
        self.matters = self.mattering();
    }

    /// Everything found for an action, which begins with what was found at itself.
    pub(super) fn gather(&self, roots: Found) -> Found {
        let mut all = Found::default();
        let mut steps: Vec<Step<'_>> = Vec::new();
        let mut seen = HashSet::new();
        self.step(&roots, None, &mut steps, &mut seen);
        let mut next = 0;
        while next < steps.len() {
            let found = &self.nodes[steps[next].node];
            all.shaped |= found.shaped;
            all.json.extend(found.json.iter().cloned());
            let told = found.refused.iter().map(|one| Finding {
                way: way(&steps, next),
                ..one.clone()
            });
            all.refused.extend(told);
            self.step(found, Some(next), &mut steps, &mut seen);
            next += 1;
        }
        all.json.splice(0..0, roots.json);
        all.refused.extend(roots.refused);
        all.shaped |= roots.shaped;
        let mut told = HashSet::new();
        all.json.retain(|reason| told.insert(reason.clone()));
        all
    }

    fn step<'s>(
        &'s self,
        found: &'s Found,
        from: Option<usize>,
        steps: &mut Vec<Step<'s>>,
        seen: &mut HashSet<NodeId>,
    ) {
        for (node, by) in &found.leads_to {
            if self.matters[*node] && seen.insert(*node) {
                let node = *node;
                steps.push(Step { node, by, from });
            }
        }
    }

    /// The nodes at which something was found, and all that lead there.
    fn mattering(&self) -> Vec<bool> {
        let mut behind: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for (from, found) in self.nodes.iter().enumerate() {
            for (to, _) in &found.leads_to {
                behind.entry(*to).or_default().push(from);
            }
        }
        let mut matters: Vec<bool> = self.nodes.iter().map(Found::is_something).collect();
        let found = (0..self.nodes.len()).filter(|node| matters[*node]);
        let mut next: Vec<NodeId> = found.collect();
        while let Some(node) = next.pop() {
            for before in behind.get(&node).into_iter().flatten() {
                if !std::mem::replace(&mut matters[*before], true) {
                    next.push(*before);
                }
            }
        }
        matters
    }

    /// Notes that a struct or an enum is used.
    pub(super) fn lead(&mut self, ty: &Type, spot: Spot<'_>, found: &mut Found) {
        let used = Use {
            ty: ty.clone(),
            direction: spot.direction,
            buffered: spot.buffered,
        };
        let node = match self.known.get(&used) {
            Some(node) => *node,
            None => {
                let node = self.nodes.len();
                self.nodes.push(Found::default());
                self.known.insert(used.clone(), node);
                self.pending.push((node, used.clone()));
                node
            }
        };
        let Type::Named(id, _) = &used.ty else {
            return;
        };
        let name = &self.api.definition(*id).name;
        let step = format!("{} leads to `{name}`", spot.name);
        found.leads_to.push((node, step));
    }
}

/// A node on the way through an action.
struct Step<'a> {
    node: NodeId,
    by: &'a str,
    /// Index of the step before.
    from: Option<usize>,
}

fn way(steps: &[Step<'_>], end: usize) -> Vec<String> {
    let mut way = Vec::new();
    let mut next = Some(end);
    while let Some(index) = next {
        way.push(steps[index].by.to_owned());
        next = steps[index].from;
    }
    way.reverse();
    way
}

impl Found {
    fn is_something(&self) -> bool {
        self.shaped || !self.json.is_empty() || !self.refused.is_empty()
    }
}
