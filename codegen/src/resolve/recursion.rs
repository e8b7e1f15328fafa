//! Generic types that contain themselves with ever larger arguments, and so have no end of
//! instances.
//!
//! The parameters of all definitions form a graph: an edge leads from the parameter of a
//! definition to that of a type in it whose argument mentions it. A circle in which an argument
//! grows has no end.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::modeller::{Modeller, Obstruction, Owner};
use crate::diagnostics::Rule;
use crate::model::{Body, Definition, DefinitionId, Field, Location, Type};

type Node = (DefinitionId, usize);

/// An edge, and whether the argument is larger than the parameter.
struct Edge {
    to: Node,
    grows: bool,
    /// The field that it comes from.
    at: Location,
}

impl Modeller<'_> {
    /// Records definitions without an end of instances.
    pub(crate) fn refuse_polymorphic_recursion(&mut self) {
        let graph = graph(&self.definitions);
        let mut endless = BTreeMap::new();
        for (from, edges) in &graph {
            let grows = |edge: &&Edge| edge.grows && leads_to(&graph, edge.to, *from);
            for edge in edges.iter().filter(grows) {
                let at = endless.entry(from.0).or_insert(edge.at);
                *at = edge.at.min(*at);
            }
        }
        for (id, at) in endless {
            let definition = &self.definitions[id.0];
            let name = &definition.name;
            let own = definition.parameters.join(", ");
            let title = format!("`{name}` contains itself with ever larger type arguments");
            let label = "each level would be a type of its own, without end";
            let help = format!("let it contain itself with its own parameters, as `{name}<{own}>`");
            let rule = Rule::PolymorphicRecursion;
            let mut refused = Obstruction::new(rule, at, title, label, help);
            let context = (definition.location, "of this type".to_owned());
            refused.context.push(context);
            self.obstructions.push((Owner::Definition(id), refused));
        }
    }
}

fn graph(definitions: &[Definition]) -> HashMap<Node, Vec<Edge>> {
    let mut graph = HashMap::new();
    for (index, definition) in definitions.iter().enumerate() {
        if !definition.parameters.is_empty() {
            let id = DefinitionId(index);
            each_field(&definition.body, &mut |field| {
                edges(id, &field.ty, field.location, &mut graph);
            });
            if let Body::Proxy(ty) = &definition.body {
                edges(id, ty, definition.location, &mut graph);
            }
        }
    }
    graph
}

fn each_field(body: &Body, visit: &mut dyn FnMut(&Field)) {
    match body {
        Body::Newtype(field) => visit(field),
        Body::Proxy(_) => {}
        Body::Struct(fields) => fields.as_slice().iter().for_each(visit),
        Body::Enum(body) => {
            for variant in &body.variants {
                variant.fields.as_slice().iter().for_each(&mut *visit);
            }
        }
    }
}

fn edges(id: DefinitionId, ty: &Type, at: Location, graph: &mut HashMap<Node, Vec<Edge>>) {
    if let Type::Named(inner, arguments) = ty {
        for (position, argument) in arguments.iter().enumerate() {
            for parameter in mentioned(argument) {
                let grows = !matches!(argument, Type::Parameter(_));
                let to = (*inner, position);
                graph
                    .entry((id, parameter))
                    .or_default()
                    .push(Edge { to, grows, at });
            }
        }
    }
    for part in ty.parts() {
        edges(id, part, at, graph);
    }
}

fn mentioned(ty: &Type) -> HashSet<usize> {
    match ty {
        Type::Parameter(index) => HashSet::from([*index]),
        other => other.parts().into_iter().flat_map(mentioned).collect(),
    }
}

fn leads_to(graph: &HashMap<Node, Vec<Edge>>, from: Node, to: Node) -> bool {
    let mut seen = HashSet::from([from]);
    let mut next = vec![from];
    while let Some(node) = next.pop() {
        if node == to {
            return true;
        }
        let edges = graph.get(&node).into_iter().flatten();
        next.extend(edges.map(|edge| edge.to).filter(|to| seen.insert(*to)));
    }
    false
}
