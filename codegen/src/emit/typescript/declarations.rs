//! Structs, enums and the inputs of actions as exported types.

use super::catalog::{Catalog, Declaration};
use super::received::received;
use super::tree::{Expr, Function, Item, Parameter, Property, Statement, Symbol, TypeExpr};
use super::types::{self, Place};
use crate::model::{Body, Definition, Direction, Field, Fields, InputField};

/// The declaration of a struct or an enum, with the constructor of a brand.
pub(super) fn definition(catalog: &Catalog<'_>, declaration: Declaration) -> Vec<Item> {
    let one = Declared::new(catalog, declaration);
    if let Some(text) = &one.definition.typescript {
        return vec![one.alias(TypeExpr::Verbatim(text.clone()))];
    }
    let ty = match &one.definition.body {
        Body::Newtype(field) if types::is_brand(catalog.api, field) => return one.brand(field),
        Body::Newtype(field) => catalog.ty(&types::represented(catalog.api, &field.ty), one.place),
        Body::Proxy(ty) => catalog.ty(ty, one.place),
        Body::Struct(fields) => match one.fields(fields) {
            TypeExpr::Object(properties) if !properties.is_empty() => {
                return vec![one.interface(properties)];
            }
            ty => ty,
        },
        Body::Enum(body) => TypeExpr::Union(catalog.members(body, one.place)),
    };
    vec![one.alias(ty)]
}

/// The interface of an action's wire parameters.
pub(super) fn input(catalog: &Catalog<'_>, name: &Symbol, fields: &[InputField]) -> Item {
    let place = Place::concrete(Direction::Input);
    let property = |field: &InputField| {
        let ty = catalog.ty(&field.ty, place);
        Property {
            name: field.name.clone(),
            docs: String::new(),
            optional: field.optional,
            ty: if field.optional {
                ty.or_undefined()
            } else {
                ty
            },
        }
    };
    Item::Interface {
        docs: String::new(),
        name: name.name().to_owned(),
        parameters: Vec::new(),
        properties: fields.iter().map(property).collect(),
    }
}

/// What serde calls a struct where it writes its name.
pub(super) fn wire_name(definition: &Definition) -> &str {
    let name = definition.serde_name.as_deref();
    name.unwrap_or(&definition.name)
}

/// A definition that is being declared.
struct Declared<'c, 'a> {
    catalog: &'c Catalog<'a>,
    definition: &'c Definition,
    symbol: &'c Symbol,
    place: Place<'c>,
    generics: Vec<String>,
    received: bool,
}

impl<'c, 'a> Declared<'c, 'a> {
    fn new(catalog: &'c Catalog<'a>, declaration: Declaration) -> Self {
        let Declaration {
            id,
            direction,
            received,
        } = declaration;
        let parameters = catalog.parameters(id, direction);
        let used = parameters
            .iter()
            .zip(catalog.used_parameters(id, direction));
        let generics = used
            .filter(|(_, used)| **used)
            .map(|(name, _)| name.clone());
        Declared {
            catalog,
            definition: catalog.api.definition(id),
            symbol: catalog.definition(id, direction),
            place: Place {
                direction,
                parameters,
            },
            generics: generics.collect(),
            received,
        }
    }

    /// As it is received, where no action takes it as input.
    fn form(&self, ty: TypeExpr) -> TypeExpr {
        if self.received { received(ty) } else { ty }
    }

    /// With the name that `#[serde(tag = "…")]` on the struct puts before them.
    fn fields(&self, fields: &Fields) -> TypeExpr {
        match (&self.definition.struct_tag, fields) {
            (Some(tag), Fields::Named(_)) => {
                let name = wire_name(self.definition);
                let name = TypeExpr::Literal(name.to_owned());
                let tag = vec![Property::required(tag, name)];
                self.catalog.named_fields(fields, self.place, tag)
            }
            _ => self.catalog.fields(fields, self.place),
        }
    }

    fn interface(&self, properties: Vec<Property>) -> Item {
        let form = |property: Property| Property {
            ty: self.form(property.ty),
            ..property
        };
        Item::Interface {
            docs: self.definition.docs.clone(),
            name: self.symbol.name().to_owned(),
            parameters: self.generics.clone(),
            properties: properties.into_iter().map(form).collect(),
        }
    }

    fn alias(&self, ty: TypeExpr) -> Item {
        Item::Alias {
            docs: self.definition.docs.clone(),
            name: self.symbol.name().to_owned(),
            parameters: self.generics.clone(),
            ty: self.form(ty),
        }
    }

    /// A type that no other type with the same content is mistaken for, and the function that makes
    /// its values.
    fn brand(&self, field: &Field) -> Vec<Item> {
        // A brand upon a brand would have no values.
        let represented = types::represented(self.catalog.api, &field.ty);
        let content = self.form(self.catalog.ty(&represented, self.place));
        let name = TypeExpr::Literal(self.definition.name.clone());
        let ty = TypeExpr::Name(Symbol::Runtime("Brand"), vec![content.clone(), name]);
        let arguments = self.generics.iter().cloned().map(TypeExpr::Parameter);
        let own = TypeExpr::Name(self.symbol.clone(), arguments.collect());
        let constructor = Function {
            docs: String::new(),
            exported: true,
            name: self.symbol.name().to_owned(),
            generics: self.generics.clone(),
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
        vec![self.alias(ty), Item::Function(constructor)]
    }
}
