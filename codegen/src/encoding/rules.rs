//! What each kind of type means for the two wires.

use std::collections::HashSet;

use super::content::{can_be_flattened, members};
use super::finding::Carries;
use super::graph::{Found, Graph, Spot, Use};
use super::keys::{Key, key};
use crate::model::{
    Body, Direction, Field, Fields, Omission, Presence, RustType, Scalar, Special, Timestamp, Type,
};

/// The definition whose fields are looked at.
#[derive(Clone, Copy)]
pub(super) struct Inside<'a> {
    pub(super) direction: Direction,
    /// Whether serde reads the fields from a buffer.
    pub(super) buffered: bool,
    /// For the parameters of the definition.
    pub(super) arguments: &'a [Type],
    /// "`Post`", "`Shape::Circle`"
    pub(super) owner: &'a str,
}

impl Graph<'_> {
    /// Looks at a type where it stands, and notes what it leads to.
    pub(super) fn ty(&mut self, ty: &Type, spot: Spot<'_>, found: &mut Found) {
        let is_input = spot.direction == Direction::Input;
        match ty {
            Type::Scalar(Scalar::U128 | Scalar::I128) if spot.buffered => found.refuse(
                Carries::Neither,
                spot,
                "serde keeps what is flattened or stands inside a tag in a buffer, which cannot \
                 hold integers of 128 bits",
                "use an integer of 64 bits or a `String`, or give the enum a tag and a content",
            ),
            Type::Special(Special::Json) => {
                found.json.push(format!("{} can be any JSON", spot.name));
            }
            Type::Special(Special::Decimal) => found.shaped |= is_input,
            Type::Special(
                Special::TimeDate
                | Special::TimeTime
                | Special::TimePrimitiveDateTime
                | Special::TimeUtcOffset,
            )
            | Type::Timestamp(Timestamp::TimeOffsetDateTime, _)
                if spot.buffered =>
            {
                let reason = format!("{} is a time inside a tag", spot.name);
                found.json.push(reason);
            }
            Type::Map(name, _) => self.map(name, spot, found),
            // What it makes of its arguments is known from its fields.
            Type::Named(..) => return self.lead(ty, spot, found),
            _ => {}
        }
        for part in ty.parts() {
            self.ty(part, spot, found);
        }
    }

    fn map(&self, name: &Type, spot: Spot<'_>, found: &mut Found) {
        match key(self.api, name, spot.direction) {
            Key::Text => {}
            Key::Spelled if !spot.buffered => {}
            Key::Spelled => found.refuse(
                Carries::PostcardAlone,
                spot,
                "inside a tag, and where fields are flattened, serde cannot read such keys from \
                 JSON",
                "use keys that are strings, or a list of pairs",
            ),
            Key::Impossible => found.refuse(
                Carries::PostcardAlone,
                spot,
                "the names in a JSON object are strings, and serde_json cannot make strings of \
                 these keys",
                "use keys that are strings, integers or variants without fields, or a list of \
                 pairs",
            ),
        }
    }

    /// Inputs that point into the bytes of the call.
    pub(super) fn borrowed(&self, rust: &RustType, spot: Spot<'_>, found: &mut Found) {
        if spot.direction == Direction::Input && borrows(rust) {
            found.refuse_borrowed(Carries::PostcardAlone, spot);
        }
    }

    /// What is found in a struct or an enum.
    pub(super) fn definition(&mut self, used: &Use) -> Found {
        let mut found = Found::default();
        let Type::Named(id, arguments) = &used.ty else {
            return found;
        };
        let definition = self.api.definition(*id);
        let inside = Inside {
            direction: used.direction,
            buffered: used.buffered,
            arguments,
            owner: &definition.name,
        };
        match &definition.body {
            Body::Newtype(field) => self.field(inside, field, &mut found),
            Body::Proxy(ty) => {
                let name = format!("`{}`", definition.name);
                let spot = Spot {
                    direction: used.direction,
                    buffered: used.buffered,
                    at: definition.location,
                    name: &name,
                };
                self.ty(&ty.substitute(arguments), spot, &mut found);
            }
            Body::Struct(fields) => {
                if definition.struct_tag.is_some() {
                    let reason = format!("`{}` carries a tag", definition.name);
                    found.json.push(reason);
                }
                self.fields(inside, fields, &mut found);
            }
            Body::Enum(body) => {
                self.enumeration(inside, definition, body, &mut found);
                self.attempts(inside, *id, &mut found);
            }
        }
        found
    }

    pub(super) fn fields(&mut self, inside: Inside<'_>, fields: &Fields, found: &mut Found) {
        for field in fields.travelling(inside.direction) {
            self.field(inside, field, found);
        }
        self.repeated(inside, fields, found);
    }

    /// Members that a flattened field brings, and that are there already.
    fn repeated(&self, inside: Inside<'_>, fields: &Fields, found: &mut Found) {
        let direction = inside.direction;
        let travelling = || fields.travelling(direction);
        let own = travelling().filter(|field| !field.flattened);
        let mut names: HashSet<String> = own.map(|field| field.name(direction).into()).collect();
        for field in travelling().filter(|field| field.flattened) {
            let ty = field.ty.substitute(inside.arguments);
            let brought = members(self.api, &ty, direction);
            let mut again = brought.iter().filter(|name| names.contains(*name));
            if again.next().is_some() {
                let spot = Spot {
                    direction,
                    buffered: false,
                    at: field.location,
                    name: &field_name(field, inside.owner),
                };
                found.refuse(
                    Carries::Neither,
                    spot,
                    "this brings a member that is there already, and JSON would hold it twice",
                    "rename one of the two, or leave out `flatten`",
                );
            }
            names.extend(brought);
        }
    }

    fn field(&mut self, inside: Inside<'_>, field: &Field, found: &mut Found) {
        let name = &field_name(field, inside.owner);
        let is_input = inside.direction == Direction::Input;
        let ty = field.ty.substitute(inside.arguments);
        let spot = Spot {
            direction: inside.direction,
            buffered: inside.buffered || (field.flattened && is_input),
            at: field.location,
            name,
        };
        if let Some(why) = field.json {
            found.json.push(format!("{name}: {why}"));
        }
        if field.omission == Omission::Sometimes && !is_input {
            let reason = format!("{name} is left out where its predicate says so");
            found.json.push(reason);
        }
        found.shaped |= is_input && (field.presence == Presence::Flagged || field.asks);
        self.borrowed(&field.rust, spot, found);
        if field.flattened {
            found.json.push(format!("{name} is flattened"));
            if !can_be_flattened(self.api, &ty, inside.direction) {
                found.refuse(
                    Carries::Neither,
                    spot,
                    "serde can flatten only what has members with names: structs, maps with \
                     strings as keys, enums",
                    "leave out `flatten`, or make it a struct",
                );
            }
        }
        self.ty(&ty, spot, found);
    }
}

/// "field `extra` of `Post`"
pub(super) fn field_name(field: &Field, owner: &str) -> String {
    let name = &field.rust_name;
    match name.starts_with(|first: char| first.is_ascii_digit()) {
        true => format!("field {name} of `{owner}`"),
        false => format!("field `{name}` of `{owner}`"),
    }
}

/// Whether a value of the type points into the bytes that it was read from.
fn borrows(rust: &RustType) -> bool {
    match rust {
        RustType::Reference(_) => true,
        RustType::Path(_, parts) | RustType::Definition(_, parts) | RustType::Tuple(parts) => {
            parts.iter().any(borrows)
        }
        RustType::Slice(inner) | RustType::Array(inner, _) | RustType::ParameterArray(inner, _) => {
            borrows(inner)
        }
        RustType::Parameter(_) | RustType::Length(_) => false,
    }
}
