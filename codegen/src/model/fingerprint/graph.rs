//! Types as a graph: one node for each type, with every generic filled in and newtypes gone.

use std::collections::HashMap;

use crate::model::{Api, Body, Direction, Field, Fields, InputField, Scalar, Type, Variant};

/// Index into [`Graph::nodes`].
pub(super) type NodeId = usize;

/// What a node is, apart from its children.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Label {
    /// A word alone.
    Leaf(&'static str),
    /// A word with its children in angle brackets.
    Container(&'static str),
    /// One child, and how often.
    Array(u64),
    /// A child for each field.
    Struct(Vec<FieldLabel>),
    /// A child for each variant that has a payload.
    Enum(Vec<VariantLabel>),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct FieldLabel {
    pub(super) name: String,
    /// The caller may leave it out.
    pub(super) optional: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct VariantLabel {
    pub(super) name: String,
    pub(super) payload: bool,
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) label: Label,
    pub(super) children: Vec<NodeId>,
}

/// All types that a set of actions reaches.
#[derive(Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    known: HashMap<Type, NodeId>,
    /// Known, but their children are still to be added.
    pending: Vec<(NodeId, Type)>,
}

impl Graph {
    pub(super) fn unit(&mut self) -> NodeId {
        self.intern(Type::Unit)
    }

    /// The node of a type without free parameters.
    pub(super) fn add(&mut self, api: &Api, ty: &Type) -> NodeId {
        let node = self.intern(strip(api, ty.clone()));
        self.settle(api);
        node
    }

    /// The node of an input made of parameters.
    pub(super) fn add_input(&mut self, api: &Api, fields: &[InputField]) -> NodeId {
        let label = |field: &InputField| FieldLabel {
            name: field.name.clone(),
            optional: field.optional,
        };
        let children = fields
            .iter()
            .map(|field| {
                let node = self.add(api, &field.ty);
                if field.optional {
                    self.push(Label::Container("option"), vec![node])
                } else {
                    node
                }
            })
            .collect();
        self.push(Label::Struct(fields.iter().map(label).collect()), children)
    }

    /// What a variant of an error carries; nothing for a unit variant.
    pub(super) fn add_payload(&mut self, api: &Api, fields: &Fields) -> Option<NodeId> {
        let node = self.payload(api, fields, &[]);
        self.settle(api);
        node
    }

    fn push(&mut self, label: Label, children: Vec<NodeId>) -> NodeId {
        self.nodes.push(Node { label, children });
        self.nodes.len() - 1
    }

    fn intern(&mut self, ty: Type) -> NodeId {
        if let Some(node) = self.known.get(&ty) {
            return *node;
        }
        let node = self.push(Label::Leaf("never"), Vec::new());
        self.known.insert(ty.clone(), node);
        if !nests_too_deep(&ty, DEEPEST) {
            self.pending.push((node, ty));
        }
        node
    }

    /// Fills in the pending nodes, which may add others: a loop, since types can nest deeper than
    /// the stack.
    fn settle(&mut self, api: &Api) {
        while let Some((node, ty)) = self.pending.pop() {
            self.nodes[node] = self.describe(api, ty);
        }
    }

    fn describe(&mut self, api: &Api, ty: Type) -> Node {
        let leaf = |word| (Label::Leaf(word), Vec::new());
        let (label, children) = match ty {
            Type::Scalar(scalar) => leaf(scalar.word()),
            Type::String => leaf("string"),
            Type::Bytes => leaf("bytes"),
            Type::Unit => leaf("unit"),
            Type::Number(scalar) => leaf(scalar.word()),
            Type::TypedArray(scalar) => self.container(api, "list", [Type::Scalar(scalar)]),
            Type::Special(special) => self.special(api, special),
            Type::Timestamp(timestamp, _) => self.timestamp(api, timestamp),
            Type::Option(inner) => self.container(api, "option", [*inner]),
            Type::List(inner) => self.container(api, "list", [*inner]),
            Type::Set(inner) => self.container(api, "set", [*inner]),
            Type::Map(key, value) => self.container(api, "map", [*key, *value]),
            Type::Tuple(elements) => self.container(api, "tuple", elements),
            Type::Array(inner, length) => {
                (Label::Array(length), vec![self.reference(api, &inner, &[])])
            }
            Type::ByteArray(length) => {
                let byte = Type::Scalar(Scalar::U8);
                (Label::Array(length), vec![self.reference(api, &byte, &[])])
            }
            Type::Named(id, arguments) => match &api.definition(id).body {
                // `strip` leaves over what holds nothing but itself.
                Body::Newtype(_) | Body::Proxy(_) => leaf("never"),
                Body::Struct(fields) => self.structure(api, fields, &arguments),
                Body::Enum(body) => self.enumeration(api, &body.variants, &arguments),
            },
            // The resolver hands over closed types; rustc refuses what it could not close.
            Type::Parameter(_) | Type::ParameterArray(..) | Type::Length(_) => leaf("never"),
        };
        Node { label, children }
    }

    pub(super) fn container(
        &mut self,
        api: &Api,
        word: &'static str,
        elements: impl IntoIterator<Item = Type>,
    ) -> (Label, Vec<NodeId>) {
        let children = elements
            .into_iter()
            .map(|element| self.reference(api, &element, &[]))
            .collect();
        (Label::Container(word), children)
    }

    fn structure(
        &mut self,
        api: &Api,
        fields: &Fields,
        arguments: &[Type],
    ) -> (Label, Vec<NodeId>) {
        match fields {
            Fields::Unit => (Label::Leaf("unit"), Vec::new()),
            Fields::Tuple(fields) => (
                Label::Container("tuple"),
                self.fields(api, fields, arguments),
            ),
            Fields::Named(fields) => (
                Label::Struct(fields.iter().map(field_label).collect()),
                self.fields(api, fields, arguments),
            ),
        }
    }

    fn enumeration(
        &mut self,
        api: &Api,
        variants: &[Variant],
        arguments: &[Type],
    ) -> (Label, Vec<NodeId>) {
        let mut labels = Vec::new();
        let mut children = Vec::new();
        for variant in variants {
            let payload = self.payload(api, &variant.fields, arguments);
            labels.push(VariantLabel {
                name: variant.name(Direction::Output).to_owned(),
                payload: payload.is_some(),
            });
            children.extend(payload);
        }
        (Label::Enum(labels), children)
    }

    fn payload(&mut self, api: &Api, fields: &Fields, arguments: &[Type]) -> Option<NodeId> {
        match fields {
            Fields::Unit => None,
            Fields::Tuple(fields) if fields.len() == 1 => {
                Some(self.reference(api, &fields[0].ty, arguments))
            }
            fields => {
                let (label, children) = self.structure(api, fields, arguments);
                Some(self.push(label, children))
            }
        }
    }

    fn fields(&mut self, api: &Api, fields: &[Field], arguments: &[Type]) -> Vec<NodeId> {
        fields
            .iter()
            .map(|field| self.reference(api, &field.ty, arguments))
            .collect()
    }

    fn reference(&mut self, api: &Api, ty: &Type, arguments: &[Type]) -> NodeId {
        self.intern(strip(api, ty.substitute(arguments)))
    }
}

fn field_label(field: &Field) -> FieldLabel {
    FieldLabel {
        name: field.name(Direction::Output).to_owned(),
        optional: false,
    }
}

/// What a newtype holds, through any number of them.
fn strip(api: &Api, mut ty: Type) -> Type {
    let mut passed = Vec::new();
    while let Type::Named(id, arguments) = &ty {
        let Some(content) = api.definition(*id).body.content() else {
            break;
        };
        if passed.contains(&ty) || nests_too_deep(&ty, DEEPEST) {
            break;
        }
        let held = content.substitute(arguments);
        passed.push(std::mem::replace(&mut ty, held));
    }
    ty
}

/// rustc's own limit. Only a generic type that holds itself with ever larger arguments exceeds it;
/// rustc refuses to derive serde's traits for that, and here it must not hang the build.
const DEEPEST: usize = 128;

fn nests_too_deep(ty: &Type, left: usize) -> bool {
    let Some(left) = left.checked_sub(1) else {
        return true;
    };
    ty.parts()
        .into_iter()
        .any(|part| nests_too_deep(part, left))
}
