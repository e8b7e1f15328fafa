//! Structs and enums.

use quote::ToTokens as _;
use syn::{Data, DeriveInput, GenericParam, TypeParamBound};
use tramline_syntax::stem;

use super::derives::{self, Derives};
use super::fields::Around;
use super::modeller::{Modeller, Owner};
use super::presence::ContainerDefault;
use super::reach;
use super::rules;
use super::serde::{Attributes, Defaulted, Place};
use super::shape::{Length, Resolved, Shape};
use super::types::Scope;
use crate::model::{
    Body, Both, Definition, DefinitionId, Fields, Reach, Validation, WrittenGenerics,
};
use crate::scan::{TypeItem, plain_name};

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
        let derived = self.derives(index).clone();
        let reach = reach::of_item(item.visibility, item.module, self.sources);
        let by_hand = self.by_hand.get(&index).cloned().unwrap_or_default();
        Definition {
            name: plain_name(&item.item.ident),
            package: module.package,
            module: module.path.clone(),
            parameters: parameters(&item.item),
            constants: constants(&item.item),
            lifetimes: item.item.generics.lifetimes().count(),
            bounded: is_bounded(&item.item),
            docs: item.item.docs(),
            location: self.locate(item.module, item.item.ident.span()),
            cfg: module.cfg.clone(),
            body: Body::Struct(Fields::Unit),
            fields_reach: reach.clone(),
            reach,
            written: is_bounded(&item.item).then(|| written(&item.item)),
            proxies: Both::default(),
            source: self.sources.cite(item.module, item.item.ident.span()),
            serialize: derived.serialize && !by_hand.output,
            deserialize: derived.deserialize && !by_hand.input,
            serde_name: None,
            deny_unknown_fields: false,
            struct_tag: None,
            typescript: None,
            validation: self.validation(index, item, &derived),
            more_fields: false,
            wire_stem: derived.wire.then(|| stem::of_type(&item.item)),
        }
    }

    fn validation(&self, index: usize, item: &TypeItem, derived: &Derives) -> Validation {
        match derived.validate {
            true if rules::is_transparent(&item.item.attrs) => Validation::Transparent,
            true => Validation::Derived,
            false if self.validated.contains(&index) => Validation::ByHand,
            false => Validation::None,
        }
    }

    fn body(&mut self, index: usize, item: &TypeItem, id: DefinitionId) -> (Body, Reach) {
        let owner = Owner::Definition(id);
        let scope = self.scope(index, item);
        let (attributes, obstacles) = self.attributes(&item.item.attrs, Place::Container, &scope);
        for obstacle in obstacles {
            self.obstruct(&obstacle, item.module, owner, None);
        }
        self.check_container(index, item, owner);
        let reach = self.definitions[id.0].reach.clone();
        let within = match &item.item.data {
            Data::Struct(data) => self.reach_of_fields(&data.fields, &scope),
            Data::Enum(_) | Data::Union(_) => Reach::Everywhere,
        };
        let reach = self.narrowed_by_attribute(item, reach::narrower(reach, within));
        let body = if attributes.transparent {
            self.transparent(item, &scope, owner)
        } else {
            self.describe(item, &attributes, id);
            self.refuse_tag(item, &attributes, owner);
            self.proxied(item, &attributes, &scope, id)
        };
        (body, reach)
    }

    /// What the attributes say of the whole.
    fn describe(&mut self, item: &TypeItem, attributes: &Attributes, id: DefinitionId) {
        let definition = &mut self.definitions[id.0];
        let name = attributes.rename.input.clone();
        let is_proxied = attributes.proxy.input.is_some();
        definition.serde_name =
            (!is_proxied).then(|| name.unwrap_or_else(|| definition.name.clone()));
        definition.deny_unknown_fields = attributes.deny_unknown_fields;
        if let Data::Struct(_) = item.item.data {
            definition.struct_tag.clone_from(&attributes.tag);
        }
    }

    /// The body that its own fields or variants make, in the directions given.
    pub(crate) fn own_body(
        &mut self,
        item: &TypeItem,
        attributes: &Attributes,
        scope: &Scope,
        owner: Owner,
        travels: Both<bool>,
    ) -> Body {
        match &item.item.data {
            Data::Struct(data) => {
                let around = Around {
                    case: attributes.rename_all.clone(),
                    default: self.container_default(scope, attributes),
                    skips_none: attributes.skip_none,
                    travels,
                    ..Around::plain(scope, owner, Place::Field)
                };
                body_of_struct(self.fields(&data.fields, &around))
            }
            Data::Enum(data) => {
                Body::Enum(self.enumeration(data, attributes, scope, owner, &travels))
            }
            Data::Union(_) => Body::Struct(Fields::Unit),
        }
    }

    fn container_default(&self, scope: &Scope, attributes: &Attributes) -> ContainerDefault {
        let derived = || scope.own.is_some_and(|index| self.derives(index).default);
        match attributes.default {
            Defaulted::No => ContainerDefault::Missing,
            Defaulted::Plain if derived() => ContainerDefault::Derived,
            Defaulted::Plain | Defaulted::ByPath => ContainerDefault::Own,
        }
    }

    /// What a scanned type derives.
    pub(crate) fn derives(&self, index: usize) -> &Derives {
        self.derived[index].get_or_init(|| {
            let item = &self.sources.types[index];
            derives::of(item, &self.types.names)
        })
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

fn written(item: &DeriveInput) -> WrittenGenerics {
    let (declared, used, clause) = item.generics.split_for_impl();
    WrittenGenerics {
        declared: declared.to_token_stream().to_string(),
        used: used.to_token_stream().to_string(),
        clause: clause.to_token_stream().to_string(),
    }
}

fn body_of_struct(fields: Fields) -> Body {
    match fields {
        Fields::Tuple(mut fields) if fields.len() == 1 => Body::Newtype(Box::new(fields.remove(0))),
        fields => Body::Struct(fields),
    }
}
