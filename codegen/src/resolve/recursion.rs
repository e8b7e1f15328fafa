//! Generic types that contain themselves with ever larger arguments, and so have no end of
//! instances.
//!
//! The parameters of all definitions form a graph: an edge leads from the parameter of a
//! definition to that of a type in it whose argument mentions it. A circle in which an argument
//! grows has no end.

use std::collections::{HashMap, HashSet};

use super::modeller::{Modeller, Obstruction, Owner};
use crate::diagnostics::Rule;
use crate::model::{Body, Definition, DefinitionId, Field, Type};

type Node = (DefinitionId, usize);

/// An edge, and whether the argument is larger than the parameter.
struct Edge {
    to: Node,
    grows: bool,
}

impl Modeller<'_> {
    /// Records definitions without an end of instances.
    pub(crate) fn refuse_polymorphic_recursion(&mut self) {
        let graph = graph(&self.definitions);
        let mut endless: Vec<DefinitionId> = graph
            .iter()
            .filter(|(from, edges)| {
                let grows = |edge: &&Edge| edge.grows && leads_to(&graph, edge.to, **from);
                edges.iter().any(|edge| grows(&edge))
            })
            .map(|(from, _)| from.0)
            .collect();
        endless.sort();
        endless.dedup();
        for id in endless {
            let definition = &self.definitions[id.0];
            let title = format!(
                "`{}` contains itself with other type arguments",
                definition.name
            );
            let label = "this would be infinitely many types";
            let help = "let it contain itself only with its own type parameters";
            let rule = Rule::PolymorphicRecursion;
            let refused = Obstruction::new(rule, definition.location, title, label, help);
            self.obstructions.push((Owner::Definition(id), refused));
        }
    }
}

fn graph(definitions: &[Definition]) -> HashMap<Node, Vec<Edge>> {
    let mut graph = HashMap::new();
    for (index, definition) in definitions.iter().enumerate() {
        if !definition.parameters.is_empty() {
            each_field(&definition.body, &mut |field| {
                edges(DefinitionId(index), &field.ty, &mut graph);
            });
        }
    }
    graph
}

fn each_field(body: &Body, visit: &mut dyn FnMut(&Field)) {
    match body {
        Body::Newtype(field) => visit(field),
        Body::Struct(fields) => fields.as_slice().iter().for_each(visit),
        Body::Enum(variants) => {
            for variant in variants {
                variant.fields.as_slice().iter().for_each(&mut *visit);
            }
        }
    }
}

fn edges(id: DefinitionId, ty: &Type, graph: &mut HashMap<Node, Vec<Edge>>) {
    if let Type::Named(inner, arguments) = ty {
        for (position, argument) in arguments.iter().enumerate() {
            for parameter in mentioned(argument) {
                let grows = !matches!(argument, Type::Parameter(_));
                let to = (*inner, position);
                graph
                    .entry((id, parameter))
                    .or_default()
                    .push(Edge { to, grows });
            }
        }
    }
    for part in parts(ty) {
        edges(id, part, graph);
    }
}

fn mentioned(ty: &Type) -> HashSet<usize> {
    match ty {
        Type::Parameter(index) => HashSet::from([*index]),
        other => parts(other).into_iter().flat_map(mentioned).collect(),
    }
}

fn parts(ty: &Type) -> Vec<&Type> {
    match ty {
        Type::Option(inner) | Type::List(inner) | Type::Set(inner) => vec![inner],
        Type::Array(inner, _) => vec![inner],
        Type::Map(key, value) => vec![key, value],
        Type::Tuple(parts) | Type::Named(_, parts) => parts.iter().collect(),
        Type::Scalar(_) | Type::String | Type::Bytes | Type::Unit | Type::Parameter(_) => {
            Vec::new()
        }
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
