//! Types as a graph: one node for each type, with every generic filled in and newtypes gone.

use std::collections::HashMap;

use super::label::{Absence, FieldLabel, Label, VariantLabel, Way};
use super::notes::Notes;
use crate::model::{Api, Body, Definition, Enum, Fields, InputField, Tagging, Type};

/// Index into [`Graph::nodes`].
pub(crate) type NodeId = usize;

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) label: Label,
    pub(crate) children: Vec<NodeId>,
    /// What does not show.
    pub(crate) notes: Notes,
}

impl Node {
    /// A node of which nothing is known but what shows.
    pub(crate) fn new(label: Label, children: Vec<NodeId>) -> Self {
        Node {
            label,
            children,
            notes: Notes::default(),
        }
    }
}

/// All types that a set of actions reaches.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    pub(crate) nodes: Vec<Node>,
    known: HashMap<(Type, Way), NodeId>,
    /// Known, but their children are still to be added.
    pending: Vec<(NodeId, Type, Way)>,
}

impl Graph {
    /// The graph of nodes that are known already.
    pub(crate) fn of(nodes: Vec<Node>) -> Self {
        Graph {
            nodes,
            ..Graph::default()
        }
    }

    pub(crate) fn nothing(&mut self) -> NodeId {
        self.push(Label::Leaf("unit"), Vec::new())
    }

    /// The node of a type without free parameters.
    pub(crate) fn add(&mut self, api: &Api, ty: &Type, way: Way) -> NodeId {
        let node = self.intern(strip(api, ty.clone()), way);
        self.settle(api);
        node
    }

    /// The node of an input made of parameters.
    pub(crate) fn add_input(&mut self, api: &Api, fields: &[InputField], way: Way) -> NodeId {
        let label = |field: &InputField| FieldLabel {
            name: Some(field.name.clone()),
            absence: match field.optional {
                true => Absence::Fine,
                false => Absence::Error,
            },
        };
        let children = fields
            .iter()
            .map(|field| {
                let node = self.add(api, &field.ty, way);
                if field.optional {
                    self.push(Label::Container("option"), vec![node])
                } else {
                    node
                }
            })
            .collect();
        let labels = fields.iter().map(label).collect();
        let label = Label::Struct {
            tag: None,
            fields: labels,
        };
        self.put(Node {
            label,
            children,
            notes: Notes::of_parameters(fields),
        })
    }

    /// What a variant of an error carries; nothing for a unit variant.
    pub(crate) fn add_payload(&mut self, api: &Api, fields: &Fields, way: Way) -> Option<NodeId> {
        let scope = Scope::new(api, way);
        let node = self.payload(scope, fields);
        self.settle(api);
        node
    }

    fn push(&mut self, label: Label, children: Vec<NodeId>) -> NodeId {
        self.put(Node::new(label, children))
    }

    fn put(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn intern(&mut self, ty: Type, way: Way) -> NodeId {
        let key = (ty, way);
        if let Some(node) = self.known.get(&key) {
            return *node;
        }
        let node = self.push(Label::Leaf("never"), Vec::new());
        self.known.insert(key.clone(), node);
        let (ty, way) = key;
        if !nests_too_deep(&ty, DEEPEST) {
            self.pending.push((node, ty, way));
        }
        node
    }

    /// Fills in the pending nodes, which may add others: a loop, since types can nest deeper than
    /// the stack.
    fn settle(&mut self, api: &Api) {
        while let Some((node, ty, way)) = self.pending.pop() {
            self.nodes[node] = self.describe(api, ty, way);
        }
    }

    fn describe(&mut self, api: &Api, ty: Type, way: Way) -> Node {
        let scope = Scope::new(api, way);
        let leaf = |word| (Label::Leaf(word), Vec::new());
        let (label, children) = match ty {
            Type::Scalar(scalar) | Type::Number(scalar) => leaf(scalar.word()),
            Type::String => leaf("string"),
            Type::Bytes => leaf("bytes"),
            Type::Unit => leaf("unit"),
            Type::TypedArray(scalar) => self.container(scope, "list", [Type::Scalar(scalar)]),
            Type::Special(special) => self.special(scope, special),
            Type::Timestamp(timestamp, _) => self.timestamp(scope, timestamp),
            Type::Option(inner) => self.container(scope, "option", [*inner]),
            Type::List(inner) => self.container(scope, "list", [*inner]),
            Type::Set(inner) => self.container(scope, "set", [*inner]),
            Type::Map(key, value) => self.container(scope, "map", [*key, *value]),
            Type::Tuple(elements) => self.container(scope, "tuple", elements),
            Type::Array(inner, length) => {
                (Label::Array(length), vec![self.reference(scope, &inner)])
            }
            Type::ByteArray(length) => (Label::Bytes(length), Vec::new()),
            Type::Named(id, arguments) => {
                let definition = api.definition(id);
                let deny_unknown_fields = definition.deny_unknown_fields;
                let scope = Scope {
                    arguments: &arguments,
                    deny_unknown_fields,
                    ..scope
                };
                return self.definition(scope, definition);
            }
            // The resolver hands over closed types; rustc refuses what it could not close.
            Type::Parameter(_) | Type::ParameterArray(..) | Type::Length(_) => leaf("never"),
        };
        Node::new(label, children)
    }

    pub(crate) fn container(
        &mut self,
        scope: Scope<'_>,
        word: &'static str,
        elements: impl IntoIterator<Item = Type>,
    ) -> (Label, Vec<NodeId>) {
        let children = elements
            .into_iter()
            .map(|element| self.reference(scope, &element))
            .collect();
        (Label::Container(word), children)
    }

    fn definition(&mut self, scope: Scope<'_>, definition: &Definition) -> Node {
        match &definition.body {
            // `strip` leaves over what holds nothing but itself.
            Body::Newtype(_) | Body::Proxy(_) => Node::new(Label::Leaf("never"), Vec::new()),
            Body::Struct(fields) => {
                let tag = definition.struct_tag.clone();
                let tag = tag.zip(definition.serde_name.clone());
                self.structure(scope, fields, tag)
            }
            Body::Enum(body) => self.enumeration(scope, body),
        }
    }

    fn structure(
        &mut self,
        scope: Scope<'_>,
        fields: &Fields,
        tag: Option<(String, String)>,
    ) -> Node {
        let children = self.fields(scope, fields);
        let label = match fields {
            Fields::Unit => Label::Leaf("unit"),
            Fields::Tuple(_) => Label::Container("tuple"),
            Fields::Named(_) => {
                let travelling = fields.travelling(scope.way.direction);
                let fields = travelling.map(|field| scope.way.field(field)).collect();
                Label::Struct { tag, fields }
            }
        };
        let notes = Notes::of_fields(fields, scope.way.direction, scope.deny_unknown_fields);
        Node {
            label,
            children,
            notes,
        }
    }

    fn enumeration(&mut self, scope: Scope<'_>, body: &Enum) -> Node {
        let mut variants = Vec::new();
        let mut children = Vec::new();
        let mut expected = 0;
        for variant in body.travelling(scope.way.direction) {
            let payload = self.payload(scope, &variant.fields);
            let is_untagged = variant.untagged || body.tagging == Tagging::Untagged;
            let is_counted = scope.way.counts(&body.tagging);
            let is_expected = variant.index == expected;
            expected = variant.index + 1;
            variants.push(VariantLabel {
                name: (!is_untagged).then(|| variant.name(scope.way.direction).to_owned()),
                index: (is_counted && !is_expected).then_some(variant.index),
                payload: payload.is_some(),
            });
            children.extend(payload);
        }
        let tagging = body.tagging.clone();
        Node {
            label: Label::Enum { tagging, variants },
            children,
            notes: Notes::of_variants(body, scope.way.direction),
        }
    }

    fn payload(&mut self, scope: Scope<'_>, fields: &Fields) -> Option<NodeId> {
        match fields {
            Fields::Unit => None,
            Fields::Tuple(_) if fields.is_newtype() => {
                let only = fields.travelling(scope.way.direction).next()?;
                Some(self.reference(scope, &only.ty))
            }
            fields => {
                let node = self.structure(scope, fields, None);
                Some(self.put(node))
            }
        }
    }

    fn fields(&mut self, scope: Scope<'_>, fields: &Fields) -> Vec<NodeId> {
        let travelling = fields.travelling(scope.way.direction);
        travelling
            .map(|field| self.reference(scope, &field.ty))
            .collect()
    }

    fn reference(&mut self, scope: Scope<'_>, ty: &Type) -> NodeId {
        let ty = strip(scope.api, ty.substitute(scope.arguments));
        self.intern(ty, scope.way)
    }
}

/// Where a type is written.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    api: &'a Api,
    /// For the parameters of the definition around it.
    arguments: &'a [Type],
    /// Whether that definition refuses members that it does not have.
    deny_unknown_fields: bool,
    way: Way,
}

impl<'a> Scope<'a> {
    /// Outside of any definition.
    fn new(api: &'a Api, way: Way) -> Self {
        Scope {
            api,
            arguments: &[],
            deny_unknown_fields: false,
            way,
        }
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
