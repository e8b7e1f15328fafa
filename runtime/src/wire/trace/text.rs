//! The text of a trace.

use super::graph::{Entry, Graph, Key, Seen};
use super::shape::{Enum, Fields, Names, Node, Shape, Variant};

/// A struct or an enum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    /// What serde calls it.
    pub(super) name: &'static str,
    pub(super) text: String,
}

impl Graph {
    /// One line for each struct and enum that is known in full, sorted.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<_> = self
            .entries()
            .iter()
            .filter_map(|entry| self.line(entry))
            .collect();
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
        let variant = |(name, variant): (&&str, &Variant)| match variant {
            Variant::Recorded(fields) => Some(format!("{name:?}{}", self.fields(fields)?)),
            Variant::Untried | Variant::Tried => None,
        };
        let variants = body.names.iter().zip(&body.variants).map(variant);
        Some(braced(&variants.collect::<Option<Vec<_>>>()?))
    }

    fn fields(&self, fields: &Fields) -> Option<String> {
        Some(match fields {
            Fields::Unit => String::new(),
            Fields::Newtype(inner) => format!("({})", self.shape(*inner)?),
            Fields::Tuple(elements) => self.tuple(elements)?,
            Fields::Named(names, shapes) => format!(" {}", self.named(names, shapes)?),
        })
    }

    fn named(&self, names: Names, shapes: &[Shape]) -> Option<String> {
        if names.len() != shapes.len() {
            return None;
        }
        let field =
            |(name, shape): (&&str, &Shape)| Some(format!("{name:?}: {}", self.shape(*shape)?));
        let fields = names.iter().zip(shapes).map(field);
        Some(braced(&fields.collect::<Option<Vec<_>>>()?))
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
        if let Some(name) = self.entry(key).name {
            return Some(name.to_owned());
        }
        match self.known(key)? {
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

fn braced(parts: &[String]) -> String {
    match parts {
        [] => "{}".to_owned(),
        parts => format!("{{ {} }}", parts.join(", ")),
    }
}
