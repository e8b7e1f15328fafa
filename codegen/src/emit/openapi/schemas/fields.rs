//! Objects: the members of a struct or a variant, with those that are flattened into them.

use super::{Schemas, constant, constrained, typed};
use crate::emit::openapi::component::Side;
use crate::emit::openapi::texts;
use crate::json::Json;
use crate::model::{
    Body, Definition, DefinitionId, Direction, Field, Fields, Omission, Presence, Type,
};

/// An object in the making.
#[derive(Debug, Default)]
pub(in crate::emit::openapi) struct Object {
    pub(in crate::emit::openapi) properties: Vec<Property>,
    /// What further members are, where that is known.
    pub(in crate::emit::openapi) additional: Option<Json>,
    /// Schemas whose members stand among these.
    pub(in crate::emit::openapi) beside: Vec<Json>,
}

/// One member of an object.
#[derive(Debug)]
pub(in crate::emit::openapi) struct Property {
    pub(in crate::emit::openapi) name: String,
    pub(in crate::emit::openapi) schema: Json,
    pub(in crate::emit::openapi) required: bool,
}

impl Property {
    pub(in crate::emit::openapi) fn required(name: impl Into<String>, schema: Json) -> Self {
        Property {
            name: name.into(),
            schema,
            required: true,
        }
    }
}

impl Object {
    pub(in crate::emit::openapi) fn schema(self) -> Json {
        let required = self.properties.iter().filter(|one| one.required);
        let required: Vec<&str> = required.map(|one| one.name.as_str()).collect();
        let required = (!required.is_empty()).then(|| Json::texts(required));
        let properties = self.properties.into_iter();
        let properties: Vec<_> = properties.map(|one| (one.name, one.schema)).collect();
        let properties = (!properties.is_empty()).then_some(Json::Object(properties));
        let own = typed("object")
            .with_some("properties", properties)
            .with_some("required", required);
        if self.beside.is_empty() {
            return own.with_some("additionalProperties", self.additional);
        }
        let mut all = vec![own];
        all.extend(self.beside);
        // What no part of it knows.
        Json::object([("allOf", Json::List(all))])
            .with_some("unevaluatedProperties", self.additional)
    }

    /// As one that may be there or not.
    fn optional(mut self) -> Self {
        self.properties
            .iter_mut()
            .for_each(|one| one.required = false);
        self
    }

    /// As one whose members stand among others: it cannot tell which of these are unknown.
    fn open(mut self) -> Self {
        self.additional = self.additional.filter(|one| *one != Json::Bool(false));
        self
    }

    fn extend(&mut self, other: Object) {
        self.properties.extend(other.properties);
        self.beside.extend(other.beside);
        self.additional = self.additional.take().or(other.additional);
    }
}

impl Schemas<'_> {
    /// A struct with named fields.
    pub(in crate::emit::openapi) fn structure(
        &self,
        id: DefinitionId,
        arguments: &[Type],
    ) -> Object {
        let definition = self.api.definition(id);
        let mut object = Object::default();
        if let Some(tag) = &definition.struct_tag {
            let name = constant(definition.serde_name.as_deref().unwrap_or(&definition.name));
            object.properties.push(Property::required(tag, name));
        }
        if let Body::Struct(fields) = &definition.body {
            object.extend(self.members(fields, arguments));
        }
        if definition.deny_unknown_fields || is_standard(definition) {
            object.additional = Some(Json::Bool(false));
        }
        object
    }

    /// Named fields that go this way.
    pub(in crate::emit::openapi) fn members(&self, fields: &Fields, arguments: &[Type]) -> Object {
        let mut object = Object::default();
        for field in fields.travelling(self.side.direction()) {
            let ty = field.ty.substitute(arguments);
            match field.flattened {
                true => object.extend(self.flattened(&ty).open()),
                false => object.properties.push(self.property(field, &ty)),
            }
        }
        object
    }

    fn property(&self, field: &Field, ty: &Type) -> Property {
        let rust = Some(&field.rust).filter(|_| !field.converted);
        let never_null = self.side == Side::Output && field.omission == Omission::WhenZero;
        let schema = match ty {
            Type::Option(some) if never_null => self.written(some, rust),
            ty => self.written(ty, rust),
        };
        let schema = constrained(schema, &field.constraints);
        let schema = schema.with_some("default", default(field, ty));
        let example = field.example.clone().map(Json::Raw);
        let schema = schema.with_some("examples", example.map(|one| Json::List(vec![one])));
        Property {
            name: field.name(self.side.direction()).to_owned(),
            schema: texts::described(schema, &field.docs),
            required: self.is_required(field, ty),
        }
    }

    fn is_required(&self, field: &Field, ty: &Type) -> bool {
        let always_read = field.presence == Presence::Required;
        // serde takes a missing member for `None`, unless an attribute reads it.
        let may_be_null = matches!(ty, Type::Option(_)) && !field.converted;
        let always_written = field.omission == Omission::Never;
        match self.side {
            Side::Input => always_read && !may_be_null,
            Side::Output => always_written,
            Side::Shared => always_written && !may_be_null,
        }
    }

    /// What stands in place of a field whose members join the others.
    pub(super) fn flattened(&self, ty: &Type) -> Object {
        match self.represented(ty) {
            Type::Option(some) => self.flattened(&some).optional(),
            Type::Map(_, value) => Object {
                additional: Some(self.ty(&value)),
                ..Object::default()
            },
            Type::Named(id, arguments) => self.flattened_definition(id, &arguments),
            // Nothing, or whatever is left over.
            _ => Object::default(),
        }
    }

    fn flattened_definition(&self, id: DefinitionId, arguments: &[Type]) -> Object {
        let definition = self.api.definition(id);
        match &definition.body {
            Body::Struct(Fields::Named(_)) if !flattens_itself(definition, id) => {
                self.structure(id, arguments)
            }
            Body::Enum(body) => Object {
                beside: vec![self.enumeration_beside(id, body, arguments)],
                ..Object::default()
            },
            _ => Object::default(),
        }
    }
}

/// Whether it is a type of the standard library, for which serde refuses members that it lacks.
fn is_standard(definition: &Definition) -> bool {
    definition.source.is_empty() && definition.module == ["std"]
}

/// Whether a struct would be merged into itself without end.
fn flattens_itself(definition: &Definition, id: DefinitionId) -> bool {
    let Body::Struct(fields) = &definition.body else {
        return false;
    };
    let mut flattened = fields
        .travelling(Direction::Output)
        .filter(|one| one.flattened);
    flattened.any(|one| mentions(&one.ty, id))
}

fn mentions(ty: &Type, id: DefinitionId) -> bool {
    matches!(ty, Type::Named(own, _) if *own == id)
        || ty.parts().into_iter().any(|part| mentions(part, id))
}

/// What is read for a member that is left out, where the build step knows it.
fn default(field: &Field, ty: &Type) -> Option<Json> {
    use crate::model::Scalar;
    if field.presence != Presence::Zero {
        return None;
    }
    match ty {
        Type::Scalar(Scalar::Bool) => Some(Json::Bool(false)),
        Type::Scalar(Scalar::Char) => None,
        Type::Scalar(_) | Type::Number(_) => Some(Json::number(0)),
        Type::String => Some(Json::text("")),
        Type::List(_) | Type::Set(_) | Type::Bytes => Some(Json::List(Vec::new())),
        Type::Map(..) => Some(Json::Object(Vec::new())),
        _ => None,
    }
}
