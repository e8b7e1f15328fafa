//! What was seen of a type.

use super::graph::Key;

/// A type where it is used.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// Not seen.
    Unknown,
    /// A type without parts, as it is written in a trace.
    Plain(&'static str),
    /// A node of the graph.
    Node(Key),
}

/// A type with parts.
#[derive(Debug)]
pub(super) enum Node {
    Option(Shape),
    Sequence(Shape),
    Map(Shape, Shape),
    Tuple(Vec<Shape>),
    Struct(Fields),
    Enum(Enum),
}

/// What a struct or a variant holds.
#[derive(Debug)]
pub(super) enum Fields {
    Unit,
    Newtype(Shape),
    Tuple(Vec<Shape>),
    Named(Names, Vec<Shape>),
}

/// Names in order. Where there are aliases, serde lists them too, so there are more names than
/// fields or variants.
pub(super) type Names = &'static [&'static str];

/// The variants of an enum.
#[derive(Debug)]
pub(super) struct Enum {
    pub(super) names: Names,
    pub(super) variants: Vec<Variant>,
    /// The first one that was recorded: it holds no value of this enum that is not behind an
    /// option, a list or a map, or else one would have been recorded before it.
    pub(super) shallow: Option<usize>,
}

/// One variant of an enum.
#[derive(Debug)]
pub(super) enum Variant {
    Untried,
    /// Being recorded, or given up.
    Tried,
    /// There are fewer variants than names.
    Absent,
    Recorded(Fields),
}

impl Node {
    /// The types it is made of, as far as they are known.
    pub(super) fn parts(&self) -> Vec<Shape> {
        match self {
            Node::Option(inner) | Node::Sequence(inner) => vec![*inner],
            Node::Map(key, value) => vec![*key, *value],
            Node::Tuple(elements) => elements.clone(),
            Node::Struct(fields) => fields.parts().to_vec(),
            Node::Enum(body) => body
                .variants
                .iter()
                .flat_map(Variant::parts)
                .copied()
                .collect(),
        }
    }
}

impl Fields {
    pub(super) fn parts(&self) -> &[Shape] {
        match self {
            Fields::Unit => &[],
            Fields::Newtype(inner) => std::slice::from_ref(inner),
            Fields::Tuple(elements) | Fields::Named(_, elements) => elements,
        }
    }
}

impl Enum {
    pub(super) fn new(names: Names) -> Self {
        Self {
            names,
            variants: names.iter().map(|_| Variant::Untried).collect(),
            shallow: None,
        }
    }

    pub(super) fn record(&mut self, index: usize, fields: Fields) {
        self.variants[index] = Variant::Recorded(fields);
        self.shallow.get_or_insert(index);
    }
}

impl Variant {
    pub(super) fn recorded(&self) -> Option<&Fields> {
        match self {
            Variant::Recorded(fields) => Some(fields),
            Variant::Untried | Variant::Tried | Variant::Absent => None,
        }
    }

    pub(super) fn parts(&self) -> &[Shape] {
        self.recorded().map_or(&[], Fields::parts)
    }
}
