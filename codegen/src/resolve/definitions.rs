//! Structs and enums.

use quote::ToTokens as _;
use syn::{Data, DeriveInput, GenericParam, TypeParamBound};
use tramline_syntax::stem;

use super::derives;
use super::modeller::{Modeller, Obstruction, Owner};
use super::reach;
use super::serde::{self, Naming, Place};
use super::shape::{Length, Resolved, Shape};
use super::types::Scope;
use crate::diagnostics::Rule;
use crate::model::{Body, Definition, DefinitionId, Enum, Field, Fields, Reach, Tagging};
use crate::scan::{TypeItem, docs, plain_name};

impl Modeller<'_> {
    /// The definition of a struct or an enum, gathered on first sight.
    pub(crate) fn define(&mut self, index: usize) -> DefinitionId {
        if let Some(id) = self.by_item.get(&index) {
            return *id;
        }
        let id = DefinitionId(self.definitions.len());
        // It may contain itself.
        self.by_item.insert(index, id);
        let item = &self.sources.types[index];
        let definition = self.heading(index, item);
        self.definitions.push(definition);
        let (body, fields_reach) = self.body(index, item, id);
        let definition = &mut self.definitions[id.0];
        definition.body = body;
        definition.fields_reach = fields_reach;
        id
    }

    /// Everything but the body.
    fn heading(&mut self, index: usize, item: &TypeItem) -> Definition {
        let module = self.sources.module(item.module);
        let derived = derives::of(&item.item, item.module, &self.types.names);
        let reach = reach::of_item(item.visibility, item.module, self.sources);
        Definition {
            name: plain_name(&item.item.ident),
            package: module.package,
            module: module.path.clone(),
            parameters: parameters(&item.item),
            constants: constants(&item.item),
            lifetimes: item.item.generics.lifetimes().count(),
            bounded: is_bounded(&item.item),
            docs: docs(&item.item.attrs),
            location: self.locate(item.module, item.item.ident.span()),
            cfg: module.cfg.clone(),
            body: Body::Struct(Fields::Unit),
            fields_reach: reach.clone(),
            reach,
            deserialize: derived.deserialize && !self.by_hand.contains(&index),
            serde_name: None,
            deny_unknown_fields: false,
            struct_tag: None,
            wire_stem: derived.wire.then(|| stem::of_type(&item.item)),
        }
    }

    fn body(&mut self, index: usize, item: &TypeItem, id: DefinitionId) -> (Body, Reach) {
        let owner = Owner::Definition(id);
        let naming = self.read_serde(&item.item.attrs, Place::Container, item, owner);
        self.check_container(index, item, &naming, owner);
        if naming.transparent.is_none() {
            let name = || plain_name(&item.item.ident);
            let name = naming.rename.clone().unwrap_or_else(name);
            self.definitions[id.0].serde_name = Some(name);
        }
        let scope = self.scope(index, item);
        let reach = self.definitions[id.0].reach.clone();
        match &item.item.data {
            Data::Struct(data) => {
                let case = naming.rename_all;
                let (fields, within) = self.fields(&data.fields, case, &scope, owner);
                let reach = reach::narrower(reach, within);
                let reach = self.narrowed_by_attribute(item, reach);
                (body_of_struct(fields, naming.transparent.is_some()), reach)
            }
            Data::Enum(data) => {
                let variants = self.variants(data, &naming, &scope, owner);
                let body = Enum {
                    tagging: Tagging::External,
                    variants,
                };
                (Body::Enum(body), self.narrowed_by_attribute(item, reach))
            }
            Data::Union(_) => (Body::Struct(Fields::Unit), reach),
        }
    }

    /// A `#[non_exhaustive]` type can be taken apart in its own crate alone.
    fn narrowed_by_attribute(&self, item: &TypeItem, reach: Reach) -> Reach {
        let mut attributes = item.item.attrs.iter();
        if attributes.any(|attribute| attribute.path().is_ident("non_exhaustive")) {
            reach::narrower(reach, Reach::Within(Vec::new()))
        } else {
            reach
        }
    }

    /// What names mean inside the definition.
    pub(crate) fn scope(&self, index: usize, item: &TypeItem) -> Scope {
        let constants = constants(&item.item);
        let parameters = parameters(&item.item).into_iter().enumerate();
        let at = self.locate(item.module, item.item.ident.span());
        let parameters = parameters.map(|(position, name)| {
            let is_constant = constants.iter().any(|(constant, _)| *constant == position);
            let shape = match is_constant {
                true => Shape::Length(Length::Parameter(position)),
                false => Shape::Parameter(position),
            };
            (name, Resolved { shape, at })
        });
        Scope {
            module: item.module,
            parameters: parameters.collect(),
            own: Some(index),
        }
    }

    fn check_container(&mut self, index: usize, item: &TypeItem, naming: &Naming, owner: Owner) {
        let name = plain_name(&item.item.ident);
        let at = self.locate(item.module, item.item.ident.span());
        let mut refuse = |title: String, label: &str, help: &str| {
            let refused = Obstruction::new(Rule::UnsupportedType, at, title, label, help);
            self.obstructions.push((owner, refused));
        };
        if let Data::Union(_) = item.item.data {
            let help = "use an enum";
            refuse(
                format!("`{name}` cannot cross the wire"),
                "this is a union",
                help,
            );
        }
        if self.by_hand.contains(&index) || self.derives_unusually(item) {
            let help = "derive `Serialize` and `Deserialize`, or send a type that does, such as a `String`";
            let label = "its implementations of serde's traits are not the derived ones";
            let title = format!("tramline cannot tell how `{name}` is written");
            let refused = Obstruction::new(Rule::UnsupportedType, at, title, label, help);
            self.obstructions.push((owner, refused));
        }
        if let Some(span) = naming.transparent
            && !has_one_field(&item.item)
        {
            let at = self.locate(item.module, span);
            let title = format!("`serde(transparent)` on `{name}` is not supported");
            let help = "leave out the other fields, or the attribute";
            let label = "only a struct with one field is transparent";
            let refused = Obstruction::new(Rule::UnsupportedAttribute, at, title, label, help);
            self.obstructions.push((owner, refused));
        }
    }

    fn derives_unusually(&self, item: &TypeItem) -> bool {
        derives::of(&item.item, item.module, &self.types.names).other_serde
    }

    /// Reads serde's attributes and records those that are not followed.
    pub(crate) fn read_serde(
        &mut self,
        attributes: &[syn::Attribute],
        place: Place,
        item: &TypeItem,
        owner: Owner,
    ) -> Naming {
        let (naming, obstacles) = serde::read(attributes, place);
        for obstacle in obstacles {
            let refused = self.obstructed(&obstacle, item.module);
            self.obstructions.push((owner, refused));
        }
        naming
    }
}

/// The names of type and const parameters.
fn parameters(item: &DeriveInput) -> Vec<String> {
    let parameters = item.generics.params.iter();
    let names = parameters.filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) => Some(plain_name(&parameter.ident)),
        GenericParam::Const(parameter) => Some(plain_name(&parameter.ident)),
        GenericParam::Lifetime(_) => None,
    });
    names.collect()
}

/// Which of them are constants, and of what type.
fn constants(item: &DeriveInput) -> Vec<(usize, String)> {
    let parameters = item.generics.params.iter();
    let named = parameters.filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)));
    let constants = named
        .enumerate()
        .filter_map(|(index, parameter)| match parameter {
            GenericParam::Const(parameter) => {
                Some((index, parameter.ty.to_token_stream().to_string()))
            }
            _ => None,
        });
    constants.collect()
}

/// Whether a type parameter carries a bound. `?Sized` asks for less, not for more.
fn is_bounded(item: &DeriveInput) -> bool {
    let asks = |bound: &TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => bound.maybe.is_none(),
        _ => false,
    };
    let mut parameters = item.generics.params.iter();
    item.generics.where_clause.is_some()
        || parameters.any(|parameter| match parameter {
            GenericParam::Type(parameter) => parameter.bounds.iter().any(asks),
            _ => false,
        })
}

/// Whether `serde(transparent)` means what a newtype is anyway.
fn has_one_field(item: &DeriveInput) -> bool {
    matches!(&item.data, Data::Struct(data) if data.fields.len() == 1)
}

fn body_of_struct(fields: Fields, is_transparent: bool) -> Body {
    match fields {
        Fields::Tuple(mut fields) if fields.len() == 1 => newtype(fields.remove(0)),
        Fields::Named(mut fields) if fields.len() == 1 && is_transparent => {
            newtype(fields.remove(0))
        }
        fields => Body::Struct(fields),
    }
}

fn newtype(field: Field) -> Body {
    Body::Newtype(Box::new(field))
}
