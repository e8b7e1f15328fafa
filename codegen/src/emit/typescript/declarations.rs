//! Structs, enums and the inputs of actions as exported types.

use super::catalog::Catalog;
use super::tree::{Expr, Function, Item, Member, Parameter, Property, Statement, Symbol, TypeExpr};
use super::types;
use crate::model::{Body, Definition, DefinitionId, Direction, Field, Fields, InputField, Variant};

/// The declaration of a struct or an enum, with the constructor of a brand.
pub(super) fn definition(catalog: &Catalog<'_>, id: DefinitionId) -> Vec<Item> {
    let definition = catalog.api.definition(id);
    let ty = match &definition.body {
        Body::Struct(Fields::Named(fields)) if !fields.is_empty() => {
            return vec![interface(catalog, id, definition, fields)];
        }
        Body::Struct(fields) => form(catalog, id, catalog.fields(fields, catalog.parameters(id))),
        Body::Newtype(field) if types::is_brand(catalog.api, field) => {
            return brand(catalog, id, definition, field);
        }
        Body::Newtype(field) => {
            let represented = types::represented(catalog.api, &field.ty);
            form(
                catalog,
                id,
                catalog.ty(&represented, catalog.parameters(id)),
            )
        }
        Body::Proxy(ty) => form(catalog, id, catalog.ty(ty, catalog.parameters(id))),
        Body::Enum(body) => {
            let members = body.variants.iter().map(|one| variant(catalog, id, one));
            form(catalog, id, TypeExpr::Union(members.collect()))
        }
    };
    vec![alias(catalog, id, definition, ty)]
}

/// The interface of an action's wire parameters.
pub(super) fn input(catalog: &Catalog<'_>, name: &Symbol, fields: &[InputField]) -> Item {
    let property = |field: &InputField| Property {
        name: field.name.clone(),
        docs: String::new(),
        optional: field.optional,
        ty: catalog.ty(&field.ty, &[]),
    };
    Item::Interface {
        docs: String::new(),
        name: name.name().to_owned(),
        parameters: Vec::new(),
        properties: fields.iter().map(property).collect(),
    }
}

fn interface(
    catalog: &Catalog<'_>,
    id: DefinitionId,
    definition: &Definition,
    fields: &[Field],
) -> Item {
    let mut properties = catalog.properties(fields, catalog.parameters(id));
    for property in &mut properties {
        property.ty = form(catalog, id, property.ty.clone());
    }
    Item::Interface {
        docs: definition.docs.clone(),
        name: catalog.definition(id).name().to_owned(),
        parameters: generics(catalog, id),
        properties,
    }
}

/// A part of a definition: as it is received, where no action takes it as input.
fn form(catalog: &Catalog<'_>, id: DefinitionId, ty: TypeExpr) -> TypeExpr {
    match catalog.is_written(id) {
        true => ty,
        false => types::received(ty),
    }
}

fn alias(catalog: &Catalog<'_>, id: DefinitionId, definition: &Definition, ty: TypeExpr) -> Item {
    Item::Alias {
        docs: definition.docs.clone(),
        name: catalog.definition(id).name().to_owned(),
        parameters: generics(catalog, id),
        ty,
    }
}

/// A type that no other type with the same content is mistaken for, and the function that makes
/// its values.
fn brand(
    catalog: &Catalog<'_>,
    id: DefinitionId,
    definition: &Definition,
    field: &Field,
) -> Vec<Item> {
    let parameters = catalog.parameters(id);
    // A brand upon a brand would have no values.
    let content = catalog.ty(&types::represented(catalog.api, &field.ty), parameters);
    let content = form(catalog, id, content);
    let name = TypeExpr::Literal(definition.name.clone());
    let ty = TypeExpr::Name(Symbol::Runtime("Brand"), vec![content.clone(), name]);
    let generics = generics(catalog, id);
    let arguments = generics.iter().cloned().map(TypeExpr::Parameter).collect();
    let own = TypeExpr::Name(catalog.definition(id).clone(), arguments);
    let constructor = Function {
        docs: String::new(),
        exported: true,
        name: catalog.definition(id).name().to_owned(),
        generics,
        parameter: Some(Parameter {
            name: "value",
            ty: content,
        }),
        returns: own.clone(),
        body: vec![Statement::Return(Expr::As(
            Box::new(Expr::text("value")),
            own,
        ))],
    };
    vec![
        alias(catalog, id, definition, ty),
        Item::Function(constructor),
    ]
}

fn variant(catalog: &Catalog<'_>, id: DefinitionId, variant: &Variant) -> Member {
    let ty = match &variant.fields {
        Fields::Unit => TypeExpr::Literal(variant.name(Direction::Output).to_owned()),
        fields => {
            let payload = catalog.payload(fields, catalog.parameters(id));
            TypeExpr::property(variant.name(Direction::Output), payload)
        }
    };
    Member {
        docs: variant.docs.clone(),
        ty,
    }
}

fn generics(catalog: &Catalog<'_>, id: DefinitionId) -> Vec<String> {
    let used = catalog
        .parameters(id)
        .iter()
        .zip(catalog.used_parameters(id));
    used.filter(|(_, used)| **used)
        .map(|(name, _)| name.clone())
        .collect()
}
