//! What each kind of type means for the two wires.

use super::content::{Beside, bare, beside_tag, can_be_flattened};
use super::finding::Carries;
use super::keys::{Key, key};
use super::walk::{Place, Walk, borrows, field_name};
use crate::model::{
    Body, Definition, Direction, Enum, Field, Fields, Location, Omission, Presence, Scalar,
    Special, Tagging, Timestamp, Type, Variant,
};

/// The definition whose fields are looked at.
#[derive(Clone, Copy)]
struct Inside<'a> {
    /// Where the definition was reached.
    index: usize,
    direction: Direction,
    /// Whether serde reads the fields from a buffer.
    buffered: bool,
    /// For the parameters of the definition.
    arguments: &'a [Type],
}

impl Walk<'_> {
    /// Looks at a type and adds what it leads to.
    pub(super) fn look(&mut self, index: usize) {
        let place = self.places[index].clone();
        let is_input = place.direction == Direction::Input;
        match &place.ty {
            Type::Scalar(Scalar::U128 | Scalar::I128) if place.buffered => self.refuse(
                Carries::Neither,
                index,
                "serde keeps what is flattened or stands inside a tag in a buffer, which cannot \
                 hold integers of 128 bits",
                "use an integer of 64 bits or a `String`, or give the enum a tag and a content",
            ),
            Type::Special(Special::Json) => {
                self.json(format!("{} can be any JSON", place.name));
            }
            Type::Special(Special::Decimal) => self.findings.shaped |= is_input,
            Type::Special(
                Special::TimeDate
                | Special::TimeTime
                | Special::TimePrimitiveDateTime
                | Special::TimeUtcOffset,
            )
            | Type::Timestamp(Timestamp::TimeOffsetDateTime, _)
                if place.buffered =>
            {
                self.json(format!("{} is a time inside a tag", place.name));
            }
            Type::Map(name, _) => self.map(index, name),
            Type::Named(id, arguments) => {
                let definition = self.api.definition(*id);
                self.body(index, definition, arguments);
            }
            _ => {}
        }
        for part in parts(&place.ty) {
            let ty = part.clone();
            self.add(Place {
                ty,
                ..place.clone()
            });
        }
    }

    fn map(&mut self, index: usize, name: &Type) {
        let place = &self.places[index];
        match key(self.api, name, place.direction) {
            Key::Text => {}
            Key::Spelled if !place.buffered => {}
            Key::Spelled => self.refuse(
                Carries::PostcardAlone,
                index,
                "inside a tag, and where fields are flattened, serde cannot read such keys from \
                 JSON",
                "use keys that are strings, or a list of pairs",
            ),
            Key::Impossible => self.refuse(
                Carries::PostcardAlone,
                index,
                "the names in a JSON object are strings, and serde_json cannot make strings of \
                 these keys",
                "use keys that are strings, integers or variants without fields, or a list of \
                 pairs",
            ),
        }
    }

    fn body(&mut self, index: usize, definition: &Definition, arguments: &[Type]) {
        let place = self.places[index].clone();
        let inside = Inside {
            index,
            direction: place.direction,
            buffered: place.buffered,
            arguments,
        };
        match &definition.body {
            Body::Newtype(field) => self.field(inside, field, &definition.name),
            Body::Proxy(ty) => self.add(Place {
                ty: ty.substitute(arguments),
                ..place
            }),
            Body::Struct(fields) => {
                if definition.struct_tag.is_some() {
                    self.json(format!("`{}` carries a tag", definition.name));
                }
                self.fields(inside, fields, &definition.name);
            }
            Body::Enum(body) => self.enumeration(inside, definition, body),
        }
    }

    fn fields(&mut self, inside: Inside<'_>, fields: &Fields, owner: &str) {
        for field in fields.travelling(inside.direction) {
            self.field(inside, field, owner);
        }
    }

    fn field(&mut self, inside: Inside<'_>, field: &Field, owner: &str) {
        let Inside {
            index,
            direction,
            buffered,
            arguments,
        } = inside;
        let is_input = direction == Direction::Input;
        let name = field_name(field, owner);
        let ty = field.ty.substitute(arguments);
        if let Some(why) = field.json {
            self.json(format!("{name} {why}"));
        }
        if field.omission == Omission::Sometimes && !is_input {
            self.json(format!("{name} is left out where its predicate says so"));
        }
        if is_input {
            self.findings.shaped |= field.presence == Presence::Flagged || field.asks;
            if borrows(&field.rust) {
                self.refuse_borrowed(field.location, &name, Some(index));
            }
        }
        self.add(Place {
            ty: ty.clone(),
            direction,
            buffered: buffered || (field.flattened && is_input),
            at: field.location,
            name: name.clone(),
            from: Some(index),
        });
        if field.flattened {
            self.json(format!("{name} is flattened"));
            if !can_be_flattened(self.api, &ty, direction) {
                self.refuse_at(
                    Carries::Neither,
                    (field.location, &name, Some(index)),
                    "serde can flatten only what has members with names: structs, maps with \
                     strings as keys, enums",
                    "leave out `flatten`, or make it a struct",
                );
            }
        }
    }

    fn enumeration(&mut self, inside: Inside<'_>, definition: &Definition, body: &Enum) {
        let direction = inside.direction;
        let is_input = direction == Direction::Input;
        let mut buffers = false;
        match &body.tagging {
            Tagging::External => {}
            Tagging::Adjacent { .. } => self.findings.shaped |= is_input,
            Tagging::Internal { .. } => {
                self.findings.shaped |= is_input;
                buffers = true;
            }
            Tagging::Untagged => {
                self.json(format!("`{}` has no tag", definition.name));
                buffers = true;
            }
        }
        for variant in body.travelling(direction).filter(|one| one.untagged) {
            let name = &variant.rust_name;
            self.json(format!("variant `{}::{name}` has no tag", definition.name));
            buffers = true;
        }
        let inside = Inside {
            buffered: inside.buffered || (buffers && is_input),
            ..inside
        };
        for variant in body.travelling(direction) {
            let owner = format!("{}::{}", definition.name, variant.rust_name);
            if let Tagging::Internal { tag } = &body.tagging
                && !variant.untagged
            {
                self.tagged(inside, variant, tag, &owner);
            }
            self.fields(inside, &variant.fields, &owner);
        }
    }

    /// A variant with an internal tag: what it holds stands beside the tag.
    fn tagged(&mut self, inside: Inside<'_>, variant: &Variant, tag: &str, owner: &str) {
        let mut fields = variant.fields.travelling(inside.direction);
        let Some(field) = fields.next().filter(|_| variant.fields.is_newtype()) else {
            return;
        };
        let ty = field.ty.substitute(inside.arguments);
        let at = (field.location, owner, Some(inside.index));
        match beside_tag(self.api, &ty) {
            Beside::Fields => self.refuse_repeated_tag(&ty, tag, inside.direction, at),
            Beside::Members => {
                self.json(format!("`{owner}` holds more than a struct beside its tag"));
            }
            Beside::Nothing => self.refuse_at(
                Carries::Neither,
                at,
                "this would stand beside the tag, and serde can put only the members of a struct \
                 or a map there",
                "give the field a name, as in `{ value: … }`, or give the enum a `content` as well",
            ),
        }
    }

    /// A struct beside the tag that has a field of the same name.
    fn refuse_repeated_tag(
        &mut self,
        ty: &Type,
        tag: &str,
        direction: Direction,
        at: (Location, &str, Option<usize>),
    ) {
        let Type::Named(id, _) = bare(self.api, ty) else {
            return;
        };
        let Body::Struct(fields) = &self.api.definition(id).body else {
            return;
        };
        let mut fields = fields.travelling(direction);
        if fields.any(|field| field.name(direction) == tag) {
            self.refuse_at(
                Carries::Neither,
                at,
                "a field of this struct has the name of the tag",
                "rename the field or the tag",
            );
        }
    }
}

/// The types that stand in the text of this one; what a definition makes of its arguments is known
/// from its fields.
fn parts(ty: &Type) -> Vec<&Type> {
    match ty {
        Type::Named(..) => Vec::new(),
        other => other.parts(),
    }
}
