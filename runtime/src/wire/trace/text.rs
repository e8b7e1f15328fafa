//! The text of a trace.

use std::collections::HashSet;

use super::graph::{Entry, Graph, Key, Seen};
use super::shape::{Enum, Fields, Names, Node, Shape, Variant};

/// A struct or an enum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    /// What serde calls it.
    pub(super) name: &'static str,
    pub(super) text: String,
}

/// Writes lines for what is known in full.
pub(super) struct Writer<'a> {
    graph: &'a Graph,
    /// Tells names from aliases, which serde lists together.
    names: HashSet<&'a str>,
}

impl<'a> Writer<'a> {
    /// Where a type has aliases, its names are those that the lines of `expected` have in quotes.
    pub(super) fn new(graph: &'a Graph, expected: &[&'a str]) -> Self {
        let quoted = |line: &&'a str| line.split('"').skip(1).step_by(2);
        let names = expected.iter().flat_map(quoted).collect();
        Self { graph, names }
    }

    /// One line for each struct and enum, sorted by name.
    pub(super) fn lines(&self) -> Vec<Line> {
        let entries = self.graph.entries().iter();
        let mut lines: Vec<_> = entries.filter_map(|entry| self.line(entry)).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    fn line(&self, entry: &Entry) -> Option<Line> {
        let name = entry.name?;
        let text = match &entry.seen {
            Seen::Known(Node::Struct(Fields::Newtype(inner))) => {
                format!("newtype {name}({})", self.shape(*inner)?)
            }
            Seen::Known(Node::Struct(fields)) => format!("struct {name}{}", self.fields(fields)?),
            Seen::Known(Node::Enum(body)) => format!("enum {name} {}", self.variants(body)?),
            _ => return None,
        };
        Some(Line { name, text })
    }

    fn variants(&self, body: &Enum) -> Option<String> {
        let present = |variant: &&Variant| !matches!(variant, Variant::Absent);
        let present = body.variants.iter().filter(present);
        let recorded = present.map(Variant::recorded).collect::<Option<Vec<_>>>()?;
        let names = self.names(body.names, recorded.len())?;
        let variants = names.into_iter().zip(recorded);
        let variants =
            variants.map(|(name, fields)| Some(format!("{name:?}{}", self.fields(fields)?)));
        braced(variants)
    }

    fn fields(&self, fields: &Fields) -> Option<String> {
        match fields {
            Fields::Unit => Some(String::new()),
            Fields::Newtype(inner) => Some(format!("({})", self.shape(*inner)?)),
            Fields::Tuple(elements) => self.tuple(elements),
            Fields::Named(names, shapes) => Some(format!(" {}", self.named(names, shapes)?)),
        }
    }

    fn named(&self, names: Names, shapes: &[Shape]) -> Option<String> {
        let names = self.names(names, shapes.len())?;
        let fields = names.into_iter().zip(shapes);
        braced(fields.map(|(name, shape)| Some(format!("{name:?}: {}", self.shape(*shape)?))))
    }

    /// The names without aliases, if there are `count`.
    fn names(&self, names: Names, count: usize) -> Option<Vec<&'static str>> {
        let mut names = names.to_vec();
        if names.len() > count {
            names.retain(|name| self.names.contains(name));
        }
        (names.len() == count).then_some(names)
    }

    fn tuple(&self, elements: &[Shape]) -> Option<String> {
        let elements = elements.iter().map(|element| self.shape(*element));
        let elements = elements.collect::<Option<Vec<_>>>()?;
        Some(match &elements[..] {
            [single] => format!("({single},)"),
            elements => format!("({})", elements.join(", ")),
        })
    }

    fn shape(&self, shape: Shape) -> Option<String> {
        match shape {
            Shape::Unknown => None,
            Shape::Plain(text) => Some(text.to_owned()),
            Shape::Node(key) => self.node(key),
        }
    }

    fn node(&self, key: Key) -> Option<String> {
        if let Some(name) = self.graph.entry(key).name {
            return Some(name.to_owned());
        }
        match self.graph.known(key)? {
            Node::Option(inner) => Some(format!("Option<{}>", self.shape(*inner)?)),
            Node::Sequence(element) => Some(format!("[{}]", self.shape(*element)?)),
            Node::Map(key, value) => Some(format!(
                "{{{}: {}}}",
                self.shape(*key)?,
                self.shape(*value)?
            )),
            Node::Tuple(elements) => self.tuple(elements),
            // These have names.
            Node::Struct(_) | Node::Enum(_) => None,
        }
    }
}

fn braced(parts: impl Iterator<Item = Option<String>>) -> Option<String> {
    let parts = parts.collect::<Option<Vec<_>>>()?;
    Some(match &parts[..] {
        [] => "{}".to_owned(),
        parts => format!("{{ {} }}", parts.join(", ")),
    })
}
