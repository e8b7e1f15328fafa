//! What TypeScript shows of schemas, where nothing else is known of the past.
//!
//! A schema does not say how a client has a number of 64 bits or a moment, nor which newtypes are
//! types of their own. Both sides are looked at in the same way, as clients have them unless told
//! otherwise, so only what shows in a schema counts as a change.

use std::collections::HashMap;

use super::state::Contract;
use crate::compatibility::Schema;
use crate::emit::typescript::surface::{Function, Member, Surface, View, ViewId};
use crate::emit::typescript::{INNER, LONGEST_TUPLE, camel_case};
use crate::model::fingerprint::{Absence, FieldLabel, Label, NodeId, VariantLabel};
use crate::model::{Direction, Tagging};

/// What a client of these contracts offers, as far as they tell.
pub(super) fn surface(contracts: &[Contract]) -> Surface {
    let mut surface = Surface::default();
    for contract in contracts {
        let mut builder = Builder {
            surface: &mut surface,
            schema: &contract.schema,
            direction: Direction::Input,
            known: HashMap::new(),
        };
        let function = builder.function(&contract.name);
        surface.functions.insert(contract.name.clone(), function);
    }
    surface
}

/// Turns the types of one schema into views.
struct Builder<'a> {
    surface: &'a mut Surface,
    schema: &'a Schema,
    direction: Direction,
    known: HashMap<(NodeId, Direction), ViewId>,
}

impl Builder<'_> {
    fn function(&mut self, action: &str) -> Function {
        let input = self.whole(self.schema.input());
        self.direction = Direction::Output;
        let result = self.whole(self.schema.result());
        let errors = self.schema.errors();
        let errors: Vec<_> = errors
            .map(|(code, error)| (code.to_owned(), error.payload))
            .collect();
        let errors = errors.into_iter().map(|(code, payload)| {
            let data = self.payload(payload);
            self.add(View::Declared(code, data))
        });
        let errors = errors.collect();
        let (module, name) = action.rsplit_once('.').unwrap_or(("index", action));
        Function {
            file: module.replace('.', "/"),
            name: camel_case(name),
            input,
            result,
            errors: self.add(View::Union(errors)),
        }
    }

    fn add(&mut self, view: View) -> ViewId {
        self.surface.views.add(view)
    }

    fn word(&mut self, word: &str) -> ViewId {
        self.add(View::Word(word.to_owned()))
    }

    /// Nothing, as input or as a result.
    fn whole(&mut self, node: NodeId) -> ViewId {
        match self.schema.node(node).label {
            Label::Leaf("unit") => self.word("void"),
            _ => self.view(node),
        }
    }

    fn payload(&mut self, payload: Option<NodeId>) -> ViewId {
        match payload {
            Some(node) => self.view(node),
            None => self.word("null"),
        }
    }

    /// Containers too may contain themselves, so each type has an index before its parts have.
    fn view(&mut self, id: NodeId) -> ViewId {
        if let Some(known) = self.known.get(&(id, self.direction)) {
            return *known;
        }
        if let Label::Leaf(word) = self.schema.node(id).label {
            return self.word(leaf(word));
        }
        let reserved = self.surface.views.reserve(View::Named {
            name: String::new(),
            arguments: Vec::new(),
            body: None,
        });
        self.known.insert((id, self.direction), reserved);
        let body = self.body(id);
        let body = self.add(body);
        self.surface.views.define(reserved, body);
        reserved
    }

    fn body(&mut self, id: NodeId) -> View {
        let schema = self.schema;
        let node = schema.node(id);
        let children = &node.children;
        match &node.label {
            Label::Leaf(_) | Label::Bytes(_) => View::Word("Uint8Array".to_owned()),
            Label::Array(length) if *length <= LONGEST_TUPLE => {
                let element = self.view(children[0]);
                View::Tuple((0..*length).map(|_| element).collect())
            }
            Label::Array(_) | Label::Container("list") => View::Array(self.view(children[0])),
            Label::Container("option") => self.option(children[0]),
            Label::Container("set") => View::Generic("Set", self.all(children)),
            Label::Container("map") => View::Generic("Map", self.all(children)),
            Label::Container(_) => View::Tuple(self.all(children)),
            Label::Struct { tag, fields } => {
                let tag = tag.as_ref().map(|(tag, name)| self.tag(tag, name));
                self.structure(tag, fields, children)
            }
            Label::Enum { tagging, variants } => {
                let mut payloads = children.iter().copied();
                let members = variants.iter().map(|variant| {
                    let payload = variant.payload.then(|| payloads.next()).flatten();
                    self.variant(tagging, variant, payload)
                });
                View::Union(members.collect())
            }
        }
    }

    fn all(&mut self, nodes: &[NodeId]) -> Vec<ViewId> {
        nodes.iter().map(|node| self.view(*node)).collect()
    }

    fn option(&mut self, some: NodeId) -> View {
        let is_nullable = matches!(
            self.schema.node(some).label,
            Label::Leaf("unit") | Label::Container("option")
        );
        let view = self.view(some);
        View::Nullable {
            inner: match is_nullable {
                true => self.add(View::Tuple(vec![view])),
                false => view,
            },
            null: true,
            undefined: false,
        }
    }

    fn tag(&mut self, tag: &str, name: &str) -> Member {
        Member {
            name: tag.to_owned(),
            optional: false,
            ty: self.add(View::Literal(name.to_owned())),
        }
    }

    fn structure(&mut self, tag: Option<Member>, fields: &[FieldLabel], types: &[NodeId]) -> View {
        let mut members: Vec<Member> = tag.into_iter().collect();
        let mut flattened = Vec::new();
        for (field, node) in fields.iter().zip(types) {
            let ty = self.view(self.schema.value_of(field.absence, *node));
            match &field.name {
                Some(name) => members.push(Member {
                    name: name.clone(),
                    optional: field.absence != Absence::Error,
                    ty,
                }),
                None => flattened.push(ty),
            }
        }
        if flattened.is_empty() {
            return View::Object(members);
        }
        flattened.insert(0, self.add(View::Object(members)));
        View::Intersection(flattened)
    }

    fn variant(
        &mut self,
        tagging: &Tagging,
        variant: &VariantLabel,
        payload: Option<NodeId>,
    ) -> ViewId {
        let content = payload.map(|payload| (self.view(payload), payload));
        let (Some(name), false) = (&variant.name, *tagging == Tagging::Untagged) else {
            return self.payload(payload);
        };
        let view = match (tagging, content) {
            (Tagging::External, Some((ty, _))) => View::Object(vec![required(name, ty)]),
            (Tagging::Adjacent { tag, content }, Some((ty, _))) => {
                View::Object(vec![self.tag(tag, name), required(content, ty)])
            }
            (Tagging::Internal { tag }, Some((ty, payload))) => self.beside(tag, name, ty, payload),
            (Tagging::Internal { tag } | Tagging::Adjacent { tag, .. }, None) => {
                View::Object(vec![self.tag(tag, name)])
            }
            (Tagging::External | Tagging::Untagged, _) => View::Literal(name.clone()),
        };
        self.add(view)
    }

    /// What stands beside an internal tag.
    fn beside(&mut self, tag: &str, name: &str, ty: ViewId, payload: NodeId) -> View {
        let tag = self.tag(tag, name);
        match self.schema.node(payload).label {
            Label::Struct { .. } | Label::Enum { .. } => {
                View::Intersection(vec![self.add(View::Object(vec![tag])), ty])
            }
            _ => View::Object(vec![tag, required(INNER, ty)]),
        }
    }
}

fn required(name: &str, ty: ViewId) -> Member {
    Member {
        name: name.to_owned(),
        optional: false,
        ty,
    }
}

/// The word of TypeScript for a word of the schema.
fn leaf(word: &str) -> &str {
    match word {
        "bool" => "boolean",
        "u8" | "u16" | "u32" | "i8" | "i16" | "i32" | "f32" | "f64" => "number",
        "u64" | "u128" | "i64" | "i128" => "bigint",
        "bytes" => "Uint8Array",
        "unit" => "null",
        "never" => "never",
        "json" => "Json",
        // Characters, addresses and the like.
        _ => "string",
    }
}
