//! Types that travel as another one: `transparent`, `from`, `try_from` and `into`.

use syn::{Data, Type as SynType};

use super::actions::Draft;
use super::events::EventDraft;
use super::fields::Around;
use super::modeller::{Modeller, Obstruction, Owner};
use super::serde::{Attributes, Defaulted, Place, Quoted};
use super::steps::Step;
use super::types::Scope;
use crate::diagnostics::Rule;
use crate::model::{Body, Both, DefinitionId, Direction, Field, Fields, Location, Type};
use crate::scan::{TypeItem, plain_name};

/// A definition that serde may read as something other than it writes.
#[derive(Clone, Debug)]
pub(crate) struct Split {
    pub(crate) bodies: Both<Body>,
    /// The attribute.
    at: Location,
}

impl Modeller<'_> {
    /// The body of a struct that travels as one of its fields.
    pub(crate) fn transparent(&mut self, item: &TypeItem, scope: &Scope, owner: Owner) -> Body {
        let Data::Struct(data) = &item.item.data else {
            return Body::Struct(Fields::Unit);
        };
        let fields: Vec<&syn::Field> = data.fields.iter().collect();
        let of = |direction| {
            let carries = |field: &&syn::Field| self.carries(field, scope, direction);
            fields.iter().position(carries)
        };
        let (input, output) = (of(Direction::Input), of(Direction::Output));
        // Without one, serde refuses.
        let Some(index) = output.or(input) else {
            return Body::Struct(Fields::Unit);
        };
        if input.is_some_and(|input| input != index) {
            self.refuse_two_ways(item, owner);
        }
        if let Owner::Definition(id) = owner {
            self.definitions[id.0].more_fields = fields.len() > 1;
        }
        let around = Around::plain(scope, owner, Place::Field);
        Body::Newtype(Box::new(self.transparent_field(
            index,
            fields[index],
            &around,
        )))
    }

    /// Whether serde takes this field for the one that a transparent struct consists of.
    fn carries(&self, field: &syn::Field, scope: &Scope, direction: Direction) -> bool {
        let is_marker = matches!(&field.ty, SynType::Path(path)
            if path.path.segments.last().is_some_and(|last| last.ident == "PhantomData"));
        let (attributes, _) = self.attributes(&field.attrs, Place::Field, scope);
        let is_given = direction == Direction::Input && attributes.default != Defaulted::No;
        !is_marker && !attributes.skipped.of(direction) && !is_given
    }

    fn refuse_two_ways(&mut self, item: &TypeItem, owner: Owner) {
        let at = self.locate(item.module, item.item.ident.span());
        let title = format!(
            "`{}` is read as one field and written as another",
            item.item.ident
        );
        let label = "`serde(transparent)` leads to different fields";
        let help = "skip the same fields in both directions";
        let rule = Rule::UnsupportedAttribute;
        let refused = Obstruction::new(rule, at, title, label, help);
        self.obstructions.push((owner, refused));
    }

    /// The body of a type that may be read from another one, or written as another one.
    pub(crate) fn proxied(
        &mut self,
        item: &TypeItem,
        attributes: &Attributes,
        scope: &Scope,
        id: DefinitionId,
    ) -> Body {
        let owner = Owner::Definition(id);
        let proxies = &attributes.proxy;
        let (from, into) = (proxies.input.as_ref(), proxies.output.as_ref());
        let Some(at) = from.or(into).map(|proxy| proxy.span) else {
            return self.own_body(item, attributes, scope, owner, Both::same(true));
        };
        let at = self.locate(item.module, at);
        let travels = Both {
            input: from.is_none(),
            output: into.is_none(),
        };
        let own = self.own_body(item, attributes, scope, owner, travels);
        let from = from.map(|proxy| self.proxy(item, proxy, scope, id, Direction::Input));
        let into = into.map(|proxy| self.proxy(item, proxy, scope, id, Direction::Output));
        let bodies = Both {
            input: from.unwrap_or_else(|| own.clone()),
            output: into.unwrap_or(own),
        };
        let body = bodies.input.clone();
        self.split.insert(id, Split { bodies, at });
        body
    }

    fn proxy(
        &mut self,
        item: &TypeItem,
        proxy: &Quoted<SynType>,
        scope: &Scope,
        id: DefinitionId,
        direction: Direction,
    ) -> Body {
        let name = plain_name(&item.item.ident);
        let resolved = self.types.resolve(&proxy.value, scope);
        let step = format!(
            "`{name}` travels as `{}`",
            self.text(resolved.at).trim_matches('"')
        );
        let at = self.definitions[id.0].location;
        self.note(at, Step::Told(step.clone()));
        match self.wire(&resolved) {
            Ok(wire) => {
                let proxies = &mut self.definitions[id.0].proxies;
                match direction {
                    Direction::Input => proxies.input = Some(wire.rust),
                    Direction::Output => proxies.output = Some(wire.rust),
                }
                Body::Proxy(wire.ty)
            }
            Err(mut refused) => {
                refused.step = Some(step);
                refused.only = Some(direction);
                self.obstructions.push((Owner::Definition(id), *refused));
                Body::Struct(Fields::Unit)
            }
        }
    }

    /// The body in a direction, before the two are settled.
    pub(crate) fn body_in(&self, id: DefinitionId, direction: Direction) -> &Body {
        match self.split.get(&id) {
            Some(split) => split.bodies.of(direction),
            None => &self.definitions[id.0].body,
        }
    }

    /// Decides what the split definitions travel as, now that it is known who uses them: as both
    /// bodies where those agree, else as that of the one direction they are used in.
    pub(crate) fn settle_proxies(&mut self, drafts: &[Draft<'_>], events: &[EventDraft]) {
        if self.split.is_empty() {
            return;
        }
        let used = self.used(drafts, events);
        let mut ids: Vec<DefinitionId> = self.split.keys().copied().collect();
        ids.sort_unstable();
        for id in ids {
            let split = self.split[&id].clone();
            let body = match (self.joined(&split.bodies), used.get(&id)) {
                (Some(body), _) => body,
                (
                    None,
                    Some(Both {
                        input: true,
                        output: true,
                    }),
                ) => {
                    self.refuse_split(id, split.at);
                    split.bodies.input
                }
                (None, Some(Both { output: true, .. })) => split.bodies.output,
                (None, _) => split.bodies.input,
            };
            self.definitions[id.0].body = body;
        }
        self.split.clear();
    }

    fn refuse_split(&mut self, id: DefinitionId, at: Location) {
        let name = &self.definitions[id.0].name;
        let title = format!("`{name}` is read as something else than it is written as");
        let label = "this holds for one direction, and the type is used in both";
        let help = "give `from` or `try_from` and `into` the same type, or use one type for inputs \
                    and another for results";
        let rule = Rule::UnsupportedAttribute;
        let refused = Obstruction::new(rule, at, title, label, help);
        self.obstructions.push((Owner::Definition(id), refused));
    }

    /// One body for both directions, where they are the same on the wire.
    fn joined(&self, bodies: &Both<Body>) -> Option<Body> {
        let (input, output) = (self.bare(&bodies.input), self.bare(&bodies.output));
        match (&input, &output) {
            (Some(a), Some(b)) if a == b => Some(preferred(bodies)),
            (Some(a), None) => self
                .looks_like(a, &bodies.output)
                .then(|| bodies.input.clone()),
            // A parameter of this type may have become the input already, as the struct it is.
            (None, Some(b)) => self
                .looks_like(b, &bodies.input)
                .then(|| both_ways(&bodies.input)),
            _ => None,
        }
    }

    /// What a newtype or a proxy holds, through any number of them; not through what may itself
    /// differ between the directions.
    fn bare(&self, body: &Body) -> Option<Type> {
        let mut ty = body.content()?.clone();
        for _ in 0..self.definitions.len() {
            let Type::Named(id, arguments) = &ty else {
                break;
            };
            if self.split.contains_key(id) {
                break;
            }
            let Some(content) = self.definitions[id.0].body.content() else {
                break;
            };
            ty = content.substitute(arguments);
        }
        Some(ty)
    }

    /// Whether a type is a struct with the very fields of another.
    fn looks_like(&self, ty: &Type, own: &Body) -> bool {
        let (Type::Named(id, arguments), Body::Struct(own)) = (ty, own) else {
            return false;
        };
        let definition = &self.definitions[id.0];
        let Body::Struct(fields) = &definition.body else {
            return false;
        };
        let kind = std::mem::discriminant(fields) == std::mem::discriminant(own);
        let (fields, own) = (fields.as_slice(), own.as_slice());
        let alike = |(a, b): (&Field, &Field)| {
            let same_names = a.names == b.names && a.flattened == b.flattened;
            same_names
                && a.travels == Both::same(true)
                && b.travels != Both::same(false)
                && a.omission == b.omission
                && a.ty.substitute(arguments) == b.ty
        };
        kind && definition.struct_tag.is_none()
            && fields.len() == own.len()
            && fields.iter().zip(own).all(alike)
    }
}

/// A newtype tells more than a proxy: it has a name of its own in the client.
fn preferred(bodies: &Both<Body>) -> Body {
    match &bodies.output {
        Body::Newtype(_) => both_ways(&bodies.output),
        _ => both_ways(&bodies.input),
    }
}

/// The body of one direction, for both.
fn both_ways(body: &Body) -> Body {
    let mut body = body.clone();
    match &mut body {
        Body::Newtype(field) => field.travels = Both::same(true),
        Body::Struct(Fields::Named(fields) | Fields::Tuple(fields)) => {
            for field in fields {
                field.travels = Both::same(true);
            }
        }
        Body::Struct(Fields::Unit) | Body::Enum(_) | Body::Proxy(_) => {}
    }
    body
}
