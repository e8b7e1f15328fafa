//! Enums, by the way that their variants are told apart.

use super::fields::{Object, Property};
use super::{Schemas, constant, pointer, typed};
use crate::emit::openapi::component::Component;
use crate::emit::openapi::texts;
use crate::json::Json;
use crate::model::{Body, DefinitionId, Enum, Fields, Tagging, Type, Variant};

/// What a variant carries.
enum Payload<'f> {
    Nothing,
    /// A single unnamed field, which travels as itself.
    Value(&'f Type),
    Fields(&'f Fields),
}

impl Schemas<'_> {
    pub(super) fn enumeration(&self, id: DefinitionId, body: &Enum, arguments: &[Type]) -> Json {
        let travelling = body.travelling(self.side.direction());
        let is_untagged = |one: &&Variant| one.untagged || body.tagging == Tagging::Untagged;
        let (untagged, told): (Vec<&Variant>, Vec<&Variant>) = travelling.partition(is_untagged);
        let definition = self.api.definition(id);
        let mut choices = Vec::new();
        if !told.is_empty() {
            choices.push(match &body.tagging {
                Tagging::External | Tagging::Untagged => self.external(&told, arguments),
                Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => {
                    self.tagged(id, tag, &told, arguments)
                }
            });
        }
        let is_plain = untagged.is_empty() && told.iter().all(|one| is_unit(one));
        choices.extend(untagged.iter().map(|one| self.untagged(one, arguments)));
        let schema = any_of(choices);
        match is_plain {
            true => texts::described_with_values(
                schema,
                &definition.docs,
                told.iter().map(|one| (self.name(one), one.docs.as_str())),
            ),
            false => texts::described(schema, &definition.docs),
        }
    }

    /// A variant of an enum with tags.
    pub(in crate::emit::openapi) fn variant(
        &self,
        id: DefinitionId,
        arguments: &[Type],
        index: usize,
    ) -> Json {
        let definition = self.api.definition(id);
        let Body::Enum(body) = &definition.body else {
            return Json::Object(Vec::new());
        };
        let variant = &body.variants[index];
        let mut object = match &body.tagging {
            Tagging::Adjacent { tag, content } => self.adjacent(tag, content, variant, arguments),
            Tagging::Internal { tag } => self.internal(body, tag, variant, arguments),
            Tagging::External | Tagging::Untagged => Object::default(),
        };
        if definition.deny_unknown_fields {
            object.additional = Some(Json::Bool(false));
        }
        texts::described(object.schema(), &variant.docs)
    }

    /// `"Name"`, or `{ "Name": … }`
    fn external(&self, variants: &[&Variant], arguments: &[Type]) -> Json {
        let (units, others): (Vec<&Variant>, Vec<&Variant>) =
            variants.iter().partition(|one| is_unit(one));
        let mut choices = Vec::new();
        if !units.is_empty() {
            let names = units.iter().map(|one| self.name(one));
            choices.push(match self.reads_others(&units) {
                true => typed("string").with("examples", Json::texts(names)),
                false => typed("string").with("enum", Json::texts(names)),
            });
        }
        choices.extend(others.iter().map(|one| {
            let mut object = self.member(one, arguments);
            object.additional = Some(Json::Bool(false));
            let schema = Json::object([("title", Json::text(&one.rust_name))]);
            texts::described(merged(schema, object.schema()), &one.docs)
        }));
        one_of(choices)
    }

    /// An enum whose members stand among others.
    pub(super) fn enumeration_beside(
        &self,
        id: DefinitionId,
        body: &Enum,
        arguments: &[Type],
    ) -> Json {
        let variants = body.travelling(self.side.direction());
        let choices = variants.map(|one| match &body.tagging {
            _ if one.untagged => self.untagged(one, arguments),
            Tagging::Untagged => self.untagged(one, arguments),
            // Alone it would exclude the others.
            Tagging::External => {
                let schema = self.member(one, arguments).schema();
                texts::described(schema, &one.docs)
            }
            // A reference to the enum would make programs take what holds it for one of its variants.
            Tagging::Internal { .. } | Tagging::Adjacent { .. } => {
                self.reference(&component(id, arguments, one))
            }
        });
        any_of(choices.collect())
    }

    fn member(&self, variant: &Variant, arguments: &[Type]) -> Object {
        let content = match self.payload(variant) {
            Payload::Nothing => typed("null"),
            Payload::Value(ty) => self.ty(&ty.substitute(arguments)),
            Payload::Fields(fields) => self.fields(fields, arguments),
        };
        Object {
            properties: vec![Property::required(self.name(variant), content)],
            ..Object::default()
        }
    }

    /// One of several objects, told by a member.
    fn tagged(
        &self,
        id: DefinitionId,
        tag: &str,
        variants: &[&Variant],
        arguments: &[Type],
    ) -> Json {
        let direction = self.side.direction();
        let name =
            |one: &Variant| pointer(&(self.refer)(&component(id, arguments, one), direction));
        let choices = variants.iter();
        let choices = choices.map(|one| self.reference(&component(id, arguments, one)));
        let mapping = variants
            .iter()
            .map(|one| (self.name(one), Json::Text(name(one))));
        let discriminator = Json::object([
            ("propertyName", Json::text(tag)),
            ("mapping", Json::object(mapping)),
        ]);
        Json::object([
            ("oneOf", Json::List(choices.collect())),
            ("discriminator", discriminator),
        ])
    }

    /// The tag, and beside it what the variant carries.
    fn internal(&self, body: &Enum, tag: &str, variant: &Variant, arguments: &[Type]) -> Object {
        let mut object = Object {
            properties: vec![Property::required(tag, self.tag(body, variant))],
            ..Object::default()
        };
        let content = match self.payload(variant) {
            Payload::Nothing => Object::default(),
            Payload::Fields(fields) => self.members(fields, arguments),
            Payload::Value(ty) => self.flattened(&ty.substitute(arguments)),
        };
        object.properties.extend(content.properties);
        object.beside = content.beside;
        object.additional = content.additional;
        object
    }

    /// The tag, and the content under a name of its own.
    fn adjacent(&self, tag: &str, content: &str, variant: &Variant, arguments: &[Type]) -> Object {
        let mut properties = vec![Property::required(tag, constant(self.name(variant)))];
        let value = match self.payload(variant) {
            Payload::Nothing => None,
            Payload::Value(ty) => Some(self.ty(&ty.substitute(arguments))),
            Payload::Fields(fields) => Some(self.fields(fields, arguments)),
        };
        properties.extend(value.map(|value| Property::required(content, value)));
        Object {
            properties,
            ..Object::default()
        }
    }

    fn tag(&self, body: &Enum, variant: &Variant) -> Json {
        if !self.reads_others(&[variant]) {
            return constant(self.name(variant));
        }
        let others = body.travelling(self.side.direction());
        let others = others.filter(|one| one.index != variant.index);
        let known = Json::texts(others.map(|one| self.name(one)));
        typed("string").with("not", Json::object([("enum", known)]))
    }

    fn untagged(&self, variant: &Variant, arguments: &[Type]) -> Json {
        let schema = match self.payload(variant) {
            Payload::Nothing => typed("null"),
            Payload::Value(ty) => self.ty(&ty.substitute(arguments)),
            Payload::Fields(fields) => self.fields(fields, arguments),
        };
        texts::described(schema, &variant.docs)
    }

    fn fields(&self, fields: &Fields, arguments: &[Type]) -> Json {
        match fields {
            Fields::Named(_) => self.members(fields, arguments).schema(),
            fields => self.unnamed(fields, arguments),
        }
    }

    /// As serde has it: what held one field, and does not send it, holds nothing.
    fn payload<'f>(&self, variant: &'f Variant) -> Payload<'f> {
        match &variant.fields {
            Fields::Unit => Payload::Nothing,
            fields if fields.is_newtype() => {
                match fields.travelling(self.side.direction()).next() {
                    Some(field) => Payload::Value(&field.ty),
                    None => Payload::Nothing,
                }
            }
            fields => Payload::Fields(fields),
        }
    }

    fn name<'v>(&self, variant: &'v Variant) -> &'v str {
        variant.name(self.side.direction())
    }

    /// Whether names that are not known are read as one of these.
    fn reads_others(&self, variants: &[&Variant]) -> bool {
        use crate::model::Direction;
        self.side.direction() == Direction::Input && variants.iter().any(|one| one.other)
    }
}

fn component(id: DefinitionId, arguments: &[Type], variant: &Variant) -> Component {
    Component::Variant(id, arguments.to_vec(), variant.index as usize)
}

fn is_unit(variant: &Variant) -> bool {
    matches!(variant.fields, Fields::Unit)
}

/// Exactly one of several.
fn one_of(choices: Vec<Json>) -> Json {
    choice("oneOf", choices)
}

/// One of several, the first that fits.
fn any_of(choices: Vec<Json>) -> Json {
    choice("anyOf", choices)
}

fn choice(word: &str, mut choices: Vec<Json>) -> Json {
    match choices.len() {
        // There is no value.
        0 => Json::object([("not", Json::Object(Vec::new()))]),
        1 => choices.remove(0),
        _ => Json::object([(word, Json::List(choices))]),
    }
}

fn merged(first: Json, second: Json) -> Json {
    match second {
        Json::Object(members) => members
            .into_iter()
            .fold(first, |all, (name, value)| all.with(&name, value)),
        _ => first,
    }
}
